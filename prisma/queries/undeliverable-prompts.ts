import { z } from 'zod';
import type { Db } from '../client.ts';
import { contactsOfPrompt, hasAccount, isUsable } from './sendable.ts';

const Row = z.object({
  planId: z.string(),
  unitId: z.string(),
  audience: z.string(),
  unit: z.string(),
  reason: z.enum(['no-contact', 'unreachable']),
});

export type Unreached = z.infer<typeof Row>;

/**
 * Ends what nobody can receive. A rung for a rank that the unit has not named is skipped at once (policy
 * "Ladder": a missing rank is skipped); one for a liaison waits for a binding until its due instant. One whose
 * contact has an account that fails for now, or none on the channels that are connected, waits four hours past its
 * slot, for the provider to come back. Units with somebody present who answers for all their tasks are passed over
 * as a whole: only the few others are looked at rung by rung.
 */
export async function endUnreachable(
  db: Db,
  { clockId, now, channels }: { clockId: string; now: Date; channels: readonly string[] },
): Promise<Unreached[]> {
  return z.array(Row).parse(
    await db.$queryRaw`
      WITH present AS MATERIALIZED (
        SELECT DISTINCT m."unitId", m."rank" FROM "Membership" m JOIN "Account" a ON a."personId" = m."personId" AND ${isUsable(channels)}
        WHERE m."active" AND cardinality(m."taskIds") = 0
          AND NOT EXISTS (SELECT 1 FROM "Leave" o WHERE o."personId" = m."personId" AND o."endedAt" IS NULL AND o."until" > ${now})
      ), unreached AS (
        SELECT p."id", ${hasAccount} AS "has" FROM "Prompt" p
        LEFT JOIN present r ON r."unitId" = p."unitId" AND r."rank" = p."audience"
        WHERE p."clockId" = ${clockId} AND p."status" = 'queued' AND p."slotAt" <= ${now} AND (r."unitId" IS NULL OR p."notBy" IS NOT NULL)
          AND (p."audience" <> 'liaison' OR p."dueAt" IS NULL OR p."dueAt" <= ${now})
          AND NOT EXISTS (${contactsOfPrompt(channels, now)})
      ), ended AS (
        UPDATE "Prompt" p
        SET "status" = CASE WHEN u."has" OR p."audience" = 'liaison' THEN 'undeliverable' ELSE 'skipped' END,
            "reason" = CASE WHEN u."has" THEN 'unreachable' WHEN p."audience" = 'liaison' THEN 'no-contact' ELSE 'no-such-rank' END,
            "settledAt" = ${now}
        FROM unreached u
        WHERE p."id" = u."id" AND p."status" = 'queued'
          AND (CASE WHEN p."audience" = 'liaison' OR u."has" THEN p."dueAt" IS NULL OR p."dueAt" <= ${now} ELSE true END)
          AND (NOT u."has" OR p."slotAt" <= ${now}::timestamptz - interval '4 hours')
        RETURNING p."planId", p."unitId", p."audience", p."status", p."reason"
      )
      SELECT DISTINCT e."planId", e."unitId", e."audience", e."reason", u."name" AS unit
      FROM ended e JOIN "Unit" u ON u."id" = e."unitId"
      WHERE e."status" = 'undeliverable'`,
  );
}
