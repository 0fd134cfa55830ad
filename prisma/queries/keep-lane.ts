import { z } from 'zod';
import type { Db } from '../client.ts';

const Row = z.array(z.object({ key: z.string() }));

/** Keeps a leased lane for another span (a back-off when its process lets go). False: it was taken over. */
export async function keepLane(db: Db, key: string, token: string, forMs: number): Promise<boolean> {
  const rows = Row.parse(
    await db.$queryRaw`
      UPDATE "InboxLease" SET "until" = now() + ${forMs} * interval '1 millisecond'
      WHERE "key" = ${key} AND "token" = ${token} RETURNING "key"`,
  );
  return rows.length > 0;
}
