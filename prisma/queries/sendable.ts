import { z } from 'zod';
import { CHANNELS } from '../../domain/chat/port.ts';
import { Prisma, type Db } from '../client.ts';

export interface SendableNow {
  clockId: string;
  /** The plan's clock. */
  now: Date;
  /** Pull channels: no send window. */
  windowless: string[];
  /** Channels of this process, and the plans whose send window is open. */
  windowed: string[];
  openPlans: string[];
  /** `channel|team` of the tokens by which nothing goes for the moment: whoever is reached by them waits. */
  shut?: string[];
}

/**
 * On a channel that this process sends by; neither revoked, nor refused by its provider, nor behind a token that was.
 * Accounts are found by their person: a channel has thousands of them, and its index must not be what is read for each
 * rung where the planner has no figures yet.
 */
export const isUsable = (channels: readonly string[]): Prisma.Sql => Prisma.sql`
  (a."channel" || '') = ANY (${channels}::text[]) AND a."revokedAt" IS NULL AND a."failedAt" IS NULL
  AND NOT EXISTS (SELECT 1 FROM "ChannelOutage" o WHERE o."channel" = a."channel" AND o."team" = a."team" AND o."until" > now())`;

/** Named for this rung's rank and this task. */
const isAudience = Prisma.sql`
  m."unitId" = p."unitId" AND m."active"
  AND (cardinality(m."taskIds") = 0 OR substr(p."entityId", 6) = ANY (m."taskIds"))`;

/** Who is asked instead of member `m` at this moment: the stand-in of their leave, where it is one of the same unit. */
const standInOf = (now: Date): Prisma.Sql => Prisma.sql`
  SELECT o."standInId" FROM "Leave" o
  WHERE o."personId" = m."personId" AND o."endedAt" IS NULL AND o."from" <= ${now} AND o."until" > ${now}
    AND EXISTS (
      SELECT 1 FROM "Membership" s WHERE s."personId" = o."standInId" AND s."unitId" = m."unitId" AND s."active")
  ORDER BY o."createdAt" DESC LIMIT 1`;

/**
 * The contacts of prompt `p`, the best first: the task's own before the unit's, the preferred channel before the
 * next; while one is away, their stand-in. Where a provider refuses to reach the liaison, the section head gets what the liaison would have got. Accounts
 * of a provider whose settings were taken away are passed over until they are back. The members of the one unit first
 * (OFFSET 0 keeps that order), then the accounts of those few.
 */
export const contactsOfPrompt = (channels: readonly string[], now: Date): Prisma.Sql => Prisma.sql`
  SELECT a."personId", a."channel", a."team", a."externalId", m."standsFor"
  FROM (
    SELECT m."id", m."rank", m."taskIds", COALESCE(l."standInId", m."personId") AS "personId",
      CASE WHEN l."standInId" IS NULL THEN NULL ELSE m."personId" END AS "standsFor"
    FROM "Membership" m
    LEFT JOIN LATERAL (${standInOf(now)}) l ON true
    WHERE ${isAudience}
      AND (m."rank" = p."audience" OR (p."audience" = 'liaison' AND m."rank" = 'section-head' AND EXISTS (
        SELECT 1 FROM "Membership" l JOIN "Account" f ON f."personId" = l."personId" AND f."revokedAt" IS NULL AND f."failedAt" IS NOT NULL
        WHERE l."unitId" = p."unitId" AND l."active" AND l."rank" = 'liaison')))
    OFFSET 0
  ) m
  JOIN LATERAL (
    SELECT a.* FROM "Account" a
    WHERE a."personId" = m."personId" AND a."channel" IS DISTINCT FROM p."notBy" AND ${isUsable(channels)}
    OFFSET 0
  ) a ON true
  ORDER BY m."rank" <> p."audience", cardinality(m."taskIds") = 0, m."id",
    array_position(${[...CHANNELS]}::text[], a."channel") DESC, a."boundAt" DESC, a."id"
  LIMIT 1`;

/** Somebody of this rank has an account, whether it works at the moment or not. */
export const hasAccount = Prisma.sql`
  EXISTS (
    SELECT 1 FROM "Membership" m JOIN "Account" a ON a."personId" = m."personId" AND a."revokedAt" IS NULL
    WHERE ${isAudience} AND m."rank" = p."audience")`;

/** Prompts, each with the one contact it goes to. */
export const fromPromptsWithContact = ({ windowless, windowed, now }: SendableNow): Prisma.Sql => Prisma.sql`
  FROM "Prompt" p
  JOIN "Plan" pl ON pl."id" = p."planId"
  JOIN LATERAL (${contactsOfPrompt([...windowless, ...windowed], now)}) c ON true`;

/** Due, not being answered, not held, and its plan not in an undo window. */
export const isReady = ({ now }: SendableNow): Prisma.Sql => Prisma.sql`
  p."slotAt" <= ${now}
  AND (p."heldUntil" IS NULL OR p."heldUntil" <= now())
  AND (p."notBefore" IS NULL OR p."notBefore" <= ${now})
  AND (pl."holdUntil" IS NULL OR pl."holdUntil" <= ${now})`;

/** The contact's channel takes messages of this plan at this moment. */
export const isChannelOpen = ({ windowless, windowed, openPlans, shut = [] }: SendableNow): Prisma.Sql => Prisma.sql`
  (c."channel" = ANY (${windowless}::text[])
    OR (c."channel" = ANY (${windowed}::text[]) AND p."planId" = ANY (${openPlans}::text[])))
  AND c."channel" || '|' || c."team" <> ALL (${shut}::text[])`;

/** Queued, ready, and its channel open at this moment. */
export const isSendable = (at: SendableNow): Prisma.Sql => Prisma.sql`
  p."status" = 'queued' AND ${isReady(at)} AND ${isChannelOpen(at)}`;

/** An attempt had taken it, and is over: an earlier one of the same turn, or one whose lease has run out. */
export const isLeftBehind = (ownTokenPrefix: string): Prisma.Sql => Prisma.sql`
  (p."status" = 'sending' AND (p."leaseUntil" <= now() OR p."leaseToken" LIKE ${`${ownTokenPrefix}%`}))`;

const Row = z.array(z.object({ count: z.coerce.number() }));

/** How much the sender has still to do at this moment. */
export async function countSendable(db: Db, at: SendableNow): Promise<number> {
  const [row] = Row.parse(
    // Said apart, so that nobody's contact is sought for the thousands that are settled.
    await db.$queryRaw`SELECT count(*) AS count ${fromPromptsWithContact(at)}
      WHERE p."clockId" = ${at.clockId} AND p."status" IN ('queued', 'sending')
        AND (${isSendable(at)} OR p."status" = 'sending')`,
  );
  return row?.count ?? 0;
}
