import { z } from 'zod';
import type { Db } from '../client.ts';

const Row = z.array(z.object({ id: z.string() }));

/** Ids of a lane's open rows in the order in which they came. */
export async function laneRows(db: Db, key: string): Promise<string[]> {
  const rows = Row.parse(
    await db.$queryRaw`
      SELECT "id" FROM "Inbox"
      WHERE "status" = 'open' AND coalesce("personId", "channel" || '/' || "team" || '/' || "externalId") = ${key}
      ORDER BY "receivedAt", "id" LIMIT 200`,
  );
  return rows.map(({ id }) => id);
}
