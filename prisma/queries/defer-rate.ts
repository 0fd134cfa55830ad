import type { Db } from '../client.ts';

/** A provider said when it may be called again: nothing goes under this key before that, whoever asks. */
export async function deferRate(db: Db, key: string, forMs: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "RateBucket" AS b ("key", "nextAt") VALUES (${key}, clock_timestamp() + ${forMs} * interval '1 millisecond')
    ON CONFLICT ("key") DO UPDATE SET "nextAt" = greatest(b."nextAt", excluded."nextAt")`;
}
