import { z } from 'zod';
import type { Db } from '../client.ts';

const Row = z.array(
  z.object({
    inbox: z.coerce.number(),
    answers: z.coerce.number(),
    entities: z.coerce.number(),
    unreachable: z.coerce.number(),
  }),
);

export type Unsettled = z.infer<typeof Row>[number];

/** What is still being worked on at this instant of a clock: all zero (and nothing sendable) is quiet. */
export async function unsettled(db: Db, clockId: string, now: Date): Promise<Unsettled> {
  const [row] = Row.parse(
    await db.$queryRaw`
      SELECT
        (SELECT count(*) FROM "Inbox" i WHERE i."clockId" = ${clockId} AND i."status" = 'open') AS inbox,
        (SELECT count(*) FROM "ScriptedAnswer" s WHERE s."clockId" = ${clockId} AND s."status" = 'planned' AND s."dueAt" <= ${now}) AS answers,
        (SELECT count(*) FROM "Checkpoint" c JOIN "Plan" pl ON pl."id" = c."planId"
          WHERE pl."clockId" = ${clockId} AND c."status" IN ('waiting', 'open', 'running')
            AND (c."nextAt" <= ${now} OR c."version" = 0)) AS entities,
        (SELECT count(*) FROM "Prompt" p WHERE p."clockId" = ${clockId} AND p."status" = 'queued' AND p."slotAt" <= ${now}
          AND (p."audience" <> 'liaison' OR p."dueAt" <= ${now})
          AND NOT EXISTS (
            SELECT 1 FROM "Membership" m JOIN "Account" a ON a."personId" = m."personId" AND a."revokedAt" IS NULL
            WHERE m."unitId" = p."unitId" AND m."rank" = p."audience" AND m."active"
              AND (cardinality(m."taskIds") = 0 OR substr(p."entityId", 6) = ANY (m."taskIds")))) AS unreachable`,
  );
  if (!row) throw new Error('no row of what is unsettled');
  return row;
}
