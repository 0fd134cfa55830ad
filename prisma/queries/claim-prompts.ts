import { z } from 'zod';
import { CHANNELS } from '../../domain/chat/port.ts';
import type { Db } from '../client.ts';

const Claimed = z.object({
  id: z.string(),
  planId: z.string(),
  entityId: z.string(),
  partId: z.string(),
  unitId: z.string(),
  duty: z.string(),
  cycle: z.string(),
  rung: z.string(),
  slotAt: z.date(),
  dueAt: z.date().nullable(),
  line: z.unknown(),
  deliveryId: z.string().nullable(),
  personId: z.string(),
  channel: z.enum(CHANNELS),
  team: z.string(),
  externalId: z.string(),
});

export type ClaimedPrompt = z.infer<typeof Claimed>;

export interface Claim {
  clockId: string;
  now: Date;
  /** Pull channels: no send window. */
  windowless: string[];
  /** Channels of this process, and the plans whose send window is open. */
  windowed: string[];
  openPlans: string[];
  leaseToken: string;
  /** Rows of an earlier attempt of the same turn, taken over at once. */
  ownTokenPrefix: string;
  persons: number;
}

/**
 * Takes what may be sent now, whole persons at a time, in one statement (queued → sending, with a lease by
 * SQL's own clock). Passed over: parts being answered, proposals awaiting their author, plans in their undo
 * window, and whoever has no account on an open channel.
 */
export async function claimPrompts(db: Db, claim: Claim): Promise<ClaimedPrompt[]> {
  const order = [...CHANNELS];
  return z.array(Claimed).parse(
    await db.$queryRaw`
      WITH eligible AS MATERIALIZED (
        SELECT p."id", c."personId", c."channel", c."team", c."externalId", p."slotAt"
        FROM "Prompt" p
        JOIN "Plan" pl ON pl."id" = p."planId"
        JOIN LATERAL (
          SELECT m."personId", a."channel", a."team", a."externalId"
          FROM "Membership" m
          JOIN "Account" a ON a."personId" = m."personId" AND a."revokedAt" IS NULL
          WHERE m."unitId" = p."unitId" AND m."rank" = p."audience" AND m."active"
            AND (cardinality(m."taskIds") = 0 OR substr(p."entityId", 6) = ANY (m."taskIds"))
          ORDER BY cardinality(m."taskIds") = 0, m."id", array_position(${order}::text[], a."channel") DESC, a."id"
          LIMIT 1
        ) c ON true
        WHERE p."clockId" = ${claim.clockId}
          AND (
            (p."status" = 'queued'
              AND p."slotAt" <= ${claim.now}
              AND (p."heldUntil" IS NULL OR p."heldUntil" <= now())
              AND (p."notBefore" IS NULL OR p."notBefore" <= ${claim.now})
              AND (pl."holdUntil" IS NULL OR pl."holdUntil" <= ${claim.now})
              AND (c."channel" = ANY (${claim.windowless}::text[])
                OR (c."channel" = ANY (${claim.windowed}::text[]) AND p."planId" = ANY (${claim.openPlans}::text[]))))
            OR (p."status" = 'sending' AND (p."leaseUntil" <= now() OR p."leaseToken" LIKE ${`${claim.ownTokenPrefix}%`}))
          )
        FOR UPDATE OF p SKIP LOCKED
      ), chosen AS (
        SELECT "personId" FROM eligible GROUP BY "personId" ORDER BY min("slotAt"), "personId" LIMIT ${claim.persons}
      )
      UPDATE "Prompt" p
      SET "status" = 'sending', "leaseToken" = ${claim.leaseToken}, "leaseUntil" = now() + interval '60 seconds'
      FROM eligible e
      WHERE p."id" = e."id" AND e."personId" IN (SELECT "personId" FROM chosen)
      RETURNING p."id", p."planId", p."entityId", p."partId", p."unitId", p."duty", p."cycle", p."rung", p."slotAt", p."dueAt",
                p."line", p."deliveryId", e."personId", e."channel", e."team", e."externalId"`,
  );
}
