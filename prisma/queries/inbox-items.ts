import { z } from 'zod';
import { batched } from '../batched.ts';
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
export const putItems = batched(async (db, calls: NewInboxItem[][]): Promise<Set<string>[]> => {
  const rows = Row.parse(
    await db.$queryRaw`
      INSERT INTO "InboxItem" ("id", "inboxId", "entityId", "partId", "reading")
      SELECT i."id", i."inboxId", i."entityId", i."partId", i."reading"
      FROM jsonb_to_recordset(${JSON.stringify(calls.flat())}::jsonb)
        AS i("id" text, "inboxId" text, "entityId" text, "partId" text, "reading" jsonb)
      ON CONFLICT ("id") DO NOTHING RETURNING "id"`,
  );
  const fresh = new Set(rows.map(({ id }) => id));
  return calls.map((items) => new Set(items.map(({ id }) => id).filter((id) => fresh.has(id))));
});

export interface SettledItem {
  id: string;
  outcome: string;
  code: string | null;
  result: unknown;
}

const Settled = z.array(z.object({ id: z.string(), shared: z.boolean() }));

/** What became of an item. True: its task stands in other plans as well. */
export const settleItem = batched(settleItems);

export async function settleItems(db: Db, items: SettledItem[]): Promise<boolean[]> {
  const rows = Settled.parse(
    await db.$queryRaw`
      UPDATE "InboxItem" i SET "outcome" = s."outcome", "code" = s."code", "result" = s."result", "appliedAt" = now()
      FROM jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
        AS s("id" text, "outcome" text, "code" text, "result" jsonb)
      WHERE i."id" = s."id"
      RETURNING i."id", EXISTS (SELECT 1 FROM "SharedTask" t WHERE i."entityId" = 'task/' || t."taskId") AS "shared"`,
  );
  return items.map(({ id }) => rows.some((row) => row.id === id && row.shared));
}
