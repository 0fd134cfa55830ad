import { z } from 'zod';
import type { Db } from '../client.ts';

const Row = z.array(z.object({ id: z.string() }));

/** Free text may answer anything that its author answers for: all those queued prompts wait while it is read. */
export async function holdPerson(db: Db, inboxId: string, personId: string): Promise<number> {
  const rows = Row.parse(
    await db.$queryRaw`
      UPDATE "Prompt" p SET "heldUntil" = now() + interval '15 minutes', "heldBy" = ${inboxId}
      FROM "Membership" m
      WHERE m."personId" = ${personId} AND m."active" AND m."unitId" = p."unitId" AND p."status" = 'queued'
        AND (cardinality(m."taskIds") = 0 OR substr(p."entityId", 6) = ANY (m."taskIds"))
      RETURNING p."id"`,
  );
  return rows.length;
}
