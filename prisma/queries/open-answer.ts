import { z } from 'zod';
import type { Db } from '../client.ts';

const Row = z.array(z.object({ id: z.string(), until: z.date() }));

/** An answer of this unit that is still being read: what is issued now may be what it answers. */
export async function openAnswer(db: Db, unitId: string): Promise<{ id: string; until: Date } | null> {
  const [row] = Row.parse(
    await db.$queryRaw`
      SELECT i."id", i."receivedAt" + interval '15 minutes' AS until FROM "Inbox" i
      JOIN "Membership" m ON m."personId" = i."personId" AND m."active"
      WHERE i."status" = 'open' AND i."kind" IN ('text', 'button', 'form') AND m."unitId" = ${unitId}
      ORDER BY i."receivedAt" LIMIT 1`,
  );
  return row ?? null;
}
