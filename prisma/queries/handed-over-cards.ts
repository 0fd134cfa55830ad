import { z } from 'zod';
import type { Db } from '../client.ts';

const Row = z.array(z.object({ deliveryId: z.string() }));

/** Open cards of somebody who handed over, all of whose lines are of the unit that they handed over. */
export async function handedOverCards(
  db: Db,
  { fromPerson, unitId, at }: { fromPerson: string; unitId: string; at: Date },
): Promise<string[]> {
  const rows = Row.parse(
    await db.$queryRaw`
      SELECT d."id" AS "deliveryId" FROM "Delivery" d
      JOIN "Prompt" p ON p."deliveryId" = d."id"
      WHERE d."personId" = ${fromPerson} AND d."closedAt" IS NULL AND d."planAt" <= ${at}
        AND d."status" IN ('sent', 'ambiguous')
      GROUP BY d."id" HAVING bool_and(p."unitId" = ${unitId})
      ORDER BY d."id"`,
  );
  return rows.map(({ deliveryId }) => deliveryId);
}
