import type { Rate } from '../../domain/chat/port.ts';
import type { Db } from '../client.ts';

/** A provider said when it may be called again: nothing goes under this key before that, whoever asks. */
export async function deferRate(db: Db, { key, perSecond, burst = 1 }: Rate, forMs: number): Promise<void> {
  // What may go at once is measured from this instant on, not to before it.
  const untilMs = forMs + ((burst - 1) * 1_000) / perSecond;
  await db.$executeRaw`
    INSERT INTO "RateBucket" AS b ("key", "nextAt") VALUES (${key}, clock_timestamp() + ${untilMs} * interval '1 millisecond')
    ON CONFLICT ("key") DO UPDATE SET "nextAt" = greatest(b."nextAt", excluded."nextAt")`;
}
