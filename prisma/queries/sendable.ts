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
}

/** Prompts, each with the one contact it goes to: the task's own before the unit's, the preferred channel first. */
export const fromPromptsWithContact = Prisma.sql`
  FROM "Prompt" p
  JOIN "Plan" pl ON pl."id" = p."planId"
  JOIN LATERAL (
    SELECT m."personId", a."channel", a."team", a."externalId"
    FROM "Membership" m
    JOIN "Account" a ON a."personId" = m."personId" AND a."revokedAt" IS NULL
    WHERE m."unitId" = p."unitId" AND m."rank" = p."audience" AND m."active"
      AND (cardinality(m."taskIds") = 0 OR substr(p."entityId", 6) = ANY (m."taskIds"))
    ORDER BY cardinality(m."taskIds") = 0, m."id", array_position(${[...CHANNELS]}::text[], a."channel") DESC, a."id"
    LIMIT 1
  ) c ON true`;

/** Not being answered, not held, its plan not in an undo window, and its channel open at this moment. */
export const isSendable = ({ now, windowless, windowed, openPlans }: SendableNow): Prisma.Sql => Prisma.sql`
  p."status" = 'queued'
  AND p."slotAt" <= ${now}
  AND (p."heldUntil" IS NULL OR p."heldUntil" <= now())
  AND (p."notBefore" IS NULL OR p."notBefore" <= ${now})
  AND (pl."holdUntil" IS NULL OR pl."holdUntil" <= ${now})
  AND (c."channel" = ANY (${windowless}::text[])
    OR (c."channel" = ANY (${windowed}::text[]) AND p."planId" = ANY (${openPlans}::text[])))`;

const Row = z.array(z.object({ count: z.coerce.number() }));

/** How much the sender has still to do at this moment. */
export async function countSendable(db: Db, at: SendableNow): Promise<number> {
  const [row] = Row.parse(
    await db.$queryRaw`SELECT count(*) AS count ${fromPromptsWithContact} WHERE p."clockId" = ${at.clockId} AND (${isSendable(at)} OR p."status" = 'sending')`,
  );
  return row?.count ?? 0;
}
