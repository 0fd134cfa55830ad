import { z } from 'zod';
import type { Db } from '../client.ts';

const Row = z.object({ planId: z.string(), unitId: z.string(), audience: z.string(), unit: z.string() });

export type Unreached = z.infer<typeof Row>;

/**
 * Ends what nobody can receive. A rung for a rank that the unit has not named is skipped at once (policy
 * "Ladder": a missing rank is skipped); one for a liaison waits for a binding until its due instant, or, past
 * that instant, until the next working hour is over.
 */
export async function endUnreachable(db: Db, clockId: string, now: Date): Promise<Unreached[]> {
  return z.array(Row).parse(
    await db.$queryRaw`
      WITH ended AS (
        UPDATE "Prompt" p
        SET "status" = CASE WHEN p."audience" = 'liaison' THEN 'undeliverable' ELSE 'skipped' END,
            "reason" = CASE WHEN p."audience" = 'liaison' THEN 'no-contact' ELSE 'no-such-rank' END,
            "settledAt" = ${now}
        WHERE p."clockId" = ${clockId} AND p."status" = 'queued' AND p."slotAt" <= ${now}
          AND (p."audience" <> 'liaison' OR p."dueAt" IS NULL OR p."dueAt" <= ${now})
          AND NOT EXISTS (
            SELECT 1 FROM "Membership" m JOIN "Account" a ON a."personId" = m."personId" AND a."revokedAt" IS NULL
            WHERE m."unitId" = p."unitId" AND m."rank" = p."audience" AND m."active"
              AND (cardinality(m."taskIds") = 0 OR substr(p."entityId", 6) = ANY (m."taskIds")))
        RETURNING p."planId", p."unitId", p."audience"
      )
      SELECT DISTINCT e."planId", e."unitId", e."audience", u."name" AS unit FROM ended e JOIN "Unit" u ON u."id" = e."unitId"
      WHERE e."audience" = 'liaison'`,
  );
}
