import { z } from 'zod';
import type { Db } from '../client.ts';

const Row = z.tuple([
  z.object({ seq: z.number().nullable(), hash: z.string().nullable(), taken: z.array(z.string()) }),
]);

/** The last event of a chain (null: it is empty), and which of these items have an event in it already. */
export async function chainEnd(
  tx: Db,
  entityId: string,
  itemIds: string[],
): Promise<{ seq: number | null; hash: string | null; taken: string[] }> {
  const [row] = Row.parse(
    await tx.$queryRaw`
      SELECT e."seq", e."hash",
        ARRAY(SELECT "inboxItemId" FROM "Event"
          WHERE "entityId" = ${entityId} AND "inboxItemId" = ANY (${itemIds}::text[])) AS "taken"
      FROM (SELECT 1) one LEFT JOIN LATERAL (
        SELECT "seq", "hash" FROM "Event" WHERE "entityId" = ${entityId} ORDER BY "seq" DESC LIMIT 1
      ) e ON true`,
  );
  return row;
}
