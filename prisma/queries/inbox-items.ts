import { z } from 'zod';
import type { Db } from '../client.ts';

export interface NewInboxItem {
  id: string;
  inboxId: string;
  entityId: string;
  partId: string;
  reading: unknown;
}

const Row = z.array(z.object({ id: z.string() }));

/** Puts on record what a row means for some parts; the ids of those that are new. The others have been there before. */
export async function putItems(db: Db, items: NewInboxItem[]): Promise<Set<string>> {
  const rows = Row.parse(
    await db.$queryRaw`
      INSERT INTO "InboxItem" ("id", "inboxId", "entityId", "partId", "reading")
      SELECT i."id", i."inboxId", i."entityId", i."partId", i."reading"
      FROM jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
        AS i("id" text, "inboxId" text, "entityId" text, "partId" text, "reading" jsonb)
      ON CONFLICT ("id") DO NOTHING RETURNING "id"`,
  );
  return new Set(rows.map(({ id }) => id));
}

const Settled = z.tuple([z.object({ shared: z.boolean() })]);

/** What became of an item. `shared`: its task stands in other plans as well. */
export async function settleItem(
  db: Db,
  id: string,
  { outcome, code, result }: { outcome: string; code: string | null; result: unknown },
): Promise<{ shared: boolean }> {
  const [row] = Settled.parse(
    await db.$queryRaw`
      UPDATE "InboxItem" i SET "outcome" = ${outcome}, "code" = ${code},
        "result" = ${JSON.stringify(result)}::jsonb, "appliedAt" = now()
      WHERE i."id" = ${id}
      RETURNING EXISTS (SELECT 1 FROM "SharedTask" s WHERE i."entityId" = 'task/' || s."taskId") AS "shared"`,
  );
  return row;
}
