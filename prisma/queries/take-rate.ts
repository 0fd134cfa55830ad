import { z } from 'zod';
import type { Db } from '../client.ts';

const Row = z.array(z.object({ waitMs: z.coerce.number() }));

/**
 * Generic cell rate algorithm: takes the next place under this key and says how long to wait for it (0: now).
 * A place further off than `maxWaitMs` is not taken: whoever comes back later would leave it empty, and places
 * that nobody uses push everybody else further off. One statement, SQL's own clock, so that any number of
 * workers share one provider token.
 */
export async function takeRate(db: Db, key: string, perSecond: number, maxWaitMs: number): Promise<number> {
  const intervalMs = 1_000 / perSecond;
  const [row] = Row.parse(
    await db.$queryRaw`
      WITH taken AS (
        INSERT INTO "RateBucket" AS b ("key", "nextAt") VALUES (${key}, clock_timestamp() + ${intervalMs} * interval '1 millisecond')
        ON CONFLICT ("key") DO UPDATE SET "nextAt" = greatest(b."nextAt", clock_timestamp()) + ${intervalMs} * interval '1 millisecond'
        WHERE b."nextAt" <= clock_timestamp() + ${maxWaitMs} * interval '1 millisecond'
        RETURNING greatest(0, extract(epoch FROM ("nextAt" - clock_timestamp())) * 1000 - ${intervalMs}) AS "waitMs"
      )
      SELECT "waitMs" FROM taken
      UNION ALL
      SELECT greatest(${maxWaitMs} + 1, extract(epoch FROM ("nextAt" - clock_timestamp())) * 1000) FROM "RateBucket"
      WHERE "key" = ${key} AND NOT EXISTS (SELECT 1 FROM taken)`,
  );
  return row?.waitMs ?? 0;
}
