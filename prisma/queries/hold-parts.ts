import { z } from 'zod';
import type { Db } from '../client.ts';

const Row = z.array(z.object({ id: z.string() }));

/** Queued prompts of these parts wait while an answer is read (a button: its own parts). Real time: SQL's clock. */
export async function holdParts(
  db: Db,
  inboxId: string,
  parts: { entityId: string; partId: string }[],
): Promise<number> {
  const rows = Row.parse(
    await db.$queryRaw`
      UPDATE "Prompt" p SET "heldUntil" = now() + interval '15 minutes', "heldBy" = ${inboxId}
      FROM unnest(${parts.map(({ entityId }) => entityId)}::text[], ${parts.map(({ partId }) => partId)}::text[]) AS t("entityId", "partId")
      WHERE p."entityId" = t."entityId" AND p."partId" = t."partId" AND p."status" = 'queued'
      RETURNING p."id"`,
  );
  return rows.length;
}
