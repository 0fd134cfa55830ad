import { z } from 'zod';
import type { Db } from '../client.ts';

const Row = z.array(z.object({ planId: z.string(), clockId: z.string().nullable(), offsetMs: z.number().nullable() }));

/**
 * The plan in which a person is spoken to by default: of their membership, an active one first, else of their grant;
 * with its clock. null: neither.
 */
export async function homePlanOf(
  db: Db,
  personId: string,
): Promise<{ planId: string; clockId: string | null; offsetMs: number | null } | null> {
  const [row] = Row.parse(
    await db.$queryRaw`
      SELECT h."planId", p."clockId", c."offsetMs"::float8 AS "offsetMs" FROM (
        SELECT u."planId", 0 AS "first", m."active", m."id"
        FROM "Membership" m JOIN "Unit" u ON u."id" = m."unitId" WHERE m."personId" = ${personId}
        UNION ALL
        SELECT g."planId", 1, true, g."id" FROM "Grant" g WHERE g."personId" = ${personId} AND g."planId" IS NOT NULL
        ORDER BY "first", "active" DESC, "id" LIMIT 1
      ) h LEFT JOIN "Plan" p ON p."id" = h."planId" LEFT JOIN "Clock" c ON c."id" = p."clockId"`,
  );
  return row ?? null;
}
