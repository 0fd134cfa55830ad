import { z } from 'zod';
import type { Db } from '../client.ts';

const Row = z.array(z.object({ unitId: z.string(), name: z.string() }));

/**
 * For whom a person speaks at `at` (plan's clock) about an entity, by unit: contacts who are away and whose stand-in
 * they are, and those to whom they have handed over since.
 */
export async function behalfOf(
  db: Db,
  personId: string,
  entityId: string,
  at: Date,
): Promise<{ unitId: string; name: string }[]> {
  return Row.parse(
    await db.$queryRaw`
      SELECT m."unitId", p."name" FROM "Leave" l
      JOIN "Membership" m ON m."personId" = l."personId" AND m."active"
        AND (cardinality(m."taskIds") = 0 OR substr(${entityId}::text, 6) = ANY (m."taskIds"))
      JOIN "Person" p ON p."id" = l."personId"
      WHERE l."standInId" = ${personId} AND (l."endedAt" IS NULL OR l."endedAt" > ${at}) AND l."from" <= ${at} AND l."until" > ${at}
      UNION ALL
      SELECT h."unitId", p."name" FROM "Handover" h JOIN "Person" p ON p."id" = h."toPerson"
      WHERE h."fromPerson" = ${personId} AND h."at" >= ${at}`,
  );
}
