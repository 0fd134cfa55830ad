import { z } from 'zod';
import type { Db } from '../client.ts';

const Rows = z.array(z.object({ now: z.date(), personId: z.string().nullable() }));

/**
 * Of these people those for whom prompts were issued or settled since, and of the office and the leaders those in whose
 * plans something was decided or is to be decided. `now`: where the next look begins; SQL's own clock. `since` null: a
 * quarter of an hour ago, for what changed while a process was started anew. A prompt is settled by its plan's clock:
 * where that runs ahead (a demo), by what was sent alone.
 */
export async function changedHomes(
  db: Db,
  since: Date | null,
  personIds: string[],
): Promise<{ now: Date; personIds: string[] }> {
  const rows = Rows.parse(
    await db.$queryRaw`
      WITH at AS (SELECT coalesce(${since}::timestamptz, now() - interval '15 minutes') AS since),
      prompted AS (SELECT DISTINCT "unitId" FROM "Prompt", at
        WHERE "createdAt" > since OR ("settledAt" > since AND "settledAt" <= now())),
      told AS (
        SELECT DISTINCT "personId" FROM "Delivery", at
        WHERE "klass" IN ('digest', 'notice') AND ("createdAt" > since OR "sentAt" > since)),
      moved AS (
        SELECT "planId" FROM "OfficeItem", at WHERE "createdAt" > since OR "settledAt" > since
        UNION SELECT "planId" FROM "Checkpoint", at WHERE "updatedAt" > since),
      changed AS (
        SELECT "personId" FROM told
        UNION SELECT m."personId" FROM "Membership" m JOIN prompted USING ("unitId") WHERE m."active"
        UNION SELECT g."personId" FROM "Grant" g JOIN moved v ON g."planId" IS NULL OR g."planId" = v."planId"
          WHERE g."role" IN ('coordinator', 'leader'))
      SELECT now() AS "now", c."personId" FROM (SELECT 1) one LEFT JOIN changed c ON c."personId" = ANY (${personIds})`,
  );
  return {
    now: rows[0]?.now ?? new Date(0),
    personIds: rows.flatMap(({ personId }) => (personId === null ? [] : [personId])),
  };
}
