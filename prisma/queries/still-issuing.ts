import { z } from 'zod';
import type { Db } from '../client.ts';

const Row = z.array(z.object({ count: z.coerce.number() }));

/**
 * Entities of this clock whose rungs of this instant are not Prompt rows yet. A person's digest waits for
 * them, but not for one that is stuck: two minutes.
 */
export async function stillIssuing(db: Db, clockId: string, now: Date): Promise<number> {
  const due = Row.parse(
    await db.$queryRaw`
      SELECT count(*) AS count FROM "Checkpoint" c JOIN "Plan" pl ON pl."id" = c."planId"
      WHERE c."nextAt" <= ${now} AND c."nextAt" > ${new Date(now.getTime() - 120_000)}
        AND pl."clockId" = ${clockId} AND c."status" IN ('waiting', 'open', 'running') AND c."kind" <> 'plan'`,
  );
  // The other half has no index to go by: it is asked once the first has come to rest.
  return due[0]?.count || notYetProjected(db, clockId);
}

/** Just started: not one word of theirs is on record. */
async function notYetProjected(db: Db, clockId: string): Promise<number> {
  const [row] = Row.parse(
    await db.$queryRaw`
      SELECT count(*) AS count FROM "Checkpoint" c JOIN "Plan" pl ON pl."id" = c."planId"
      WHERE c."version" = 0 AND c."updatedAt" > now() - interval '2 minutes'
        AND pl."clockId" = ${clockId} AND c."status" IN ('waiting', 'open', 'running') AND c."kind" <> 'plan'`,
  );
  return row?.count ?? 0;
}
