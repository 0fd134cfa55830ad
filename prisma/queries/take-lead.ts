import { z } from 'zod';
import type { Db } from '../client.ts';

const Row = z.array(z.object({ key: z.string() }));

/**
 * One process at a time does what `key` names: takes the lead or keeps it for another span. False: another holds
 * it. A lease of the table that dispatch uses, and no advisory lock: a process that was killed or lost its
 * connection is replaced when its span ends, whatever the server still believes of its socket.
 */
export async function takeLead(db: Db, key: string, token: string, forMs: number): Promise<boolean> {
  const rows = Row.parse(
    await db.$queryRaw`
      INSERT INTO "InboxLease" AS l ("key", "token", "until")
      VALUES (${key}, ${token}, now() + ${forMs} * interval '1 millisecond')
      ON CONFLICT ("key") DO UPDATE SET "token" = excluded."token", "until" = excluded."until"
      WHERE l."token" = excluded."token" OR l."until" <= now()
      RETURNING l."key"`,
  );
  return rows.length > 0;
}

/** Lets another have it at once. */
export async function leaveLead(db: Db, key: string, token: string): Promise<void> {
  await db.inboxLease.deleteMany({ where: { key, token } });
}
