import { z } from 'zod';
import type { Db } from '../client.ts';

const Row = z.array(z.object({ count: z.coerce.number() }));

/**
 * Entities of this clock whose rungs of this instant are not Prompt rows yet. A person's digest waits for
 * them, but not for one that is stuck: two minutes.
 */
export async function stillIssuing(db: Db, clockId: string, now: Date): Promise<number> {
  const [row] = Row.parse(
    await db.$queryRaw`
      SELECT count(*) AS count FROM "Checkpoint" c JOIN "Plan" pl ON pl."id" = c."planId"
      WHERE pl."clockId" = ${clockId} AND c."status" IN ('waiting', 'open', 'running') AND c."kind" <> 'plan'
        AND ((c."nextAt" <= ${now} AND c."nextAt" > ${new Date(now.getTime() - 120_000)}) OR (c."version" = 0 AND c."updatedAt" > now() - interval '2 minutes'))`,
  );
  return row?.count ?? 0;
}
