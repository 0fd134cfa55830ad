import { z } from 'zod';
import type { Db } from '../client.ts';

const Row = z.array(z.object({ until: z.date().nullable() }));

/** Until when (plan's clock) a part is "answered, unconfirmed": rungs issued meanwhile wait as well. null: it isn't. */
export async function proposalHold(db: Db, entityId: string, partId: string): Promise<Date | null> {
  const [row] = Row.parse(
    await db.$queryRaw`
      SELECT max("askAgainAt") AS "until" FROM "Proposal"
      WHERE "status" = 'open' AND NOT "askedAgain"
        AND "items" @> jsonb_build_array(jsonb_build_object('entityId', ${entityId}::text, 'partId', ${partId}::text))`,
  );
  return row?.until ?? null;
}
