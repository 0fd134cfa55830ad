import type { Rate } from '../../domain/chat/port.ts';
import type { Db } from '../client.ts';

/** A call goes in so many ms, later than the places that it took under these keys: their next ones are counted from then. */
export async function keepDistance(db: Db, rates: readonly Rate[], inMs: number): Promise<void> {
  for (const { key, perSecond } of rates)
    await db.$executeRaw`
      UPDATE "RateBucket" SET "nextAt" = greatest("nextAt", clock_timestamp() + ${inMs + 1_000 / perSecond} * interval '1 millisecond')
      WHERE "key" = ${key}`;
}
