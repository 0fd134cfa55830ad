import { z } from 'zod';
import type { Db } from '../client.ts';

const Row = z.array(z.object({ key: z.string() }));

/** How long a process may be silent before another takes its person over; renewed at each row. */
export const LANE_LEASE_MS = 15_000;

/**
 * Takes up to `limit` persons with open rows, longest waiting first; one process holds a person at a time.
 * Whoever is unbound is a lane of its own by channel address.
 */
export async function leaseLanes(db: Db, token: string, limit: number): Promise<string[]> {
  const rows = Row.parse(
    await db.$queryRaw`
      WITH waiting AS (
        SELECT coalesce("personId", "channel" || '/' || "team" || '/' || "externalId") AS "key", min("receivedAt") AS "first"
        FROM "Inbox" WHERE "status" = 'open' GROUP BY 1
      )
      INSERT INTO "InboxLease" AS l ("key", "token", "until")
      SELECT w."key", ${token}, now() + ${LANE_LEASE_MS} * interval '1 millisecond'
      FROM waiting w LEFT JOIN "InboxLease" x ON x."key" = w."key"
      WHERE x."key" IS NULL OR x."until" <= now()
      ORDER BY w."first" LIMIT ${limit}
      ON CONFLICT ("key") DO UPDATE SET "token" = excluded."token", "until" = excluded."until" WHERE l."until" <= now()
      RETURNING l."key"`,
  );
  return rows.map(({ key }) => key);
}
