import { z } from 'zod';
import type { Rate } from '../../domain/chat/port.ts';
import type { Db } from '../client.ts';

const Row = z.array(z.object({ waitMs: z.coerce.number() }));

/**
 * Generic cell rate algorithm: takes the next place under this key and says how long to wait for it (0: now).
 * A place further off than `maxWaitMs` is not taken: whoever comes back later would leave it empty, and places
 * that nobody uses push everybody else further off. One statement, SQL's own clock, so that any number of
 * workers share one provider token.
 */
export async function takeRate(db: Db, { key, perSecond, burst = 1 }: Rate, maxWaitMs: number): Promise<number> {
  const intervalMs = 1_000 / perSecond;
  const burstMs = intervalMs * burst;
  const [row] = Row.parse(
    await db.$queryRaw`
      WITH taken AS (
        INSERT INTO "RateBucket" AS b ("key", "nextAt") VALUES (${key}, clock_timestamp() + ${intervalMs} * interval '1 millisecond')
        ON CONFLICT ("key") DO UPDATE SET "nextAt" = greatest(b."nextAt", clock_timestamp()) + ${intervalMs} * interval '1 millisecond'
        WHERE b."nextAt" <= clock_timestamp() + ${maxWaitMs + burstMs - intervalMs} * interval '1 millisecond'
        RETURNING greatest(0, extract(epoch FROM ("nextAt" - clock_timestamp())) * 1000 - ${burstMs}) AS "waitMs"
      )
      SELECT "waitMs" FROM taken
      UNION ALL
      SELECT greatest(${maxWaitMs} + 1, extract(epoch FROM ("nextAt" - clock_timestamp())) * 1000 - ${burstMs - intervalMs}) FROM "RateBucket"
      WHERE "key" = ${key} AND NOT EXISTS (SELECT 1 FROM taken)`,
  );
  return row?.waitMs ?? 0;
}
