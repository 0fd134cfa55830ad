import { z } from 'zod';
import { CHANNELS } from '../../domain/chat/port.ts';
import type { Db } from '../client.ts';
import { fromPromptsWithContact, isSendable, type SendableNow } from './sendable.ts';

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
  /** The contact who is away and in whose place this person is asked; null: they are asked for themselves. */
  standsFor: z.string().nullable(),
  /** Place of its task in the plan; null: a phase's own duty. */
  ordinal: z.number().nullable(),
});

export type ClaimedPrompt = z.infer<typeof Claimed>;

export interface Claim extends SendableNow {
  leaseToken: string;
  /** Rows of an earlier attempt of the same turn, taken over at once. */
  ownTokenPrefix: string;
  persons: number;
}

/**
 * Takes what may be sent now, whole persons at a time, in one statement (queued → sending, with a lease by
 * SQL's own clock). Passed over: parts being answered, proposals awaiting their author, plans in their undo
 * window, and whoever has no account on an open channel. What an earlier attempt had begun comes first: left
 * behind, it would wait for the end of its lease.
 */
export async function claimPrompts(db: Db, claim: Claim): Promise<ClaimedPrompt[]> {
  const claimed = z.array(Claimed).parse(
    await db.$queryRaw`
      WITH eligible AS MATERIALIZED (
        SELECT p."id", c."personId", c."channel", c."team", c."externalId", c."standsFor", p."slotAt", p."status"
        ${fromPromptsWithContact(claim)}
        WHERE p."clockId" = ${claim.clockId}
          AND ((${isSendable(claim)}) OR (p."status" = 'sending' AND (p."leaseUntil" <= now() OR p."leaseToken" LIKE ${`${claim.ownTokenPrefix}%`})))
        FOR UPDATE OF p SKIP LOCKED
      ), chosen AS (
        SELECT "personId" FROM eligible GROUP BY "personId"
        ORDER BY bool_or("status" = 'sending') DESC, min("slotAt"), "personId" LIMIT ${claim.persons}
      )
      UPDATE "Prompt" p
      SET "status" = 'sending', "leaseToken" = ${claim.leaseToken}, "leaseUntil" = now() + interval '60 seconds'
      FROM eligible e
      WHERE p."id" = e."id" AND e."personId" IN (SELECT "personId" FROM chosen)
      RETURNING p."id", p."planId", p."entityId", p."partId", p."unitId", p."duty", p."cycle", p."rung", p."slotAt", p."dueAt",
                p."line", p."deliveryId", e."personId", e."channel", e."team", e."externalId", e."standsFor",
                (SELECT t."ordinal" FROM "Task" t WHERE t."id" = substring(p."entityId" FROM 6)) AS "ordinal"`,
  );
  return claimed.toSorted(inOrder);
}

/** As they came due, then by what is due first: the order of a digest's lines, the same in every run. UPDATE returns none. */
function inOrder(a: ClaimedPrompt, b: ClaimedPrompt): number {
  return (
    a.slotAt.getTime() - b.slotAt.getTime() ||
    dueOf(a) - dueOf(b) ||
    placeOf(a) - placeOf(b) ||
    a.entityId.localeCompare(b.entityId) ||
    a.partId.localeCompare(b.partId)
  );
}

const LAST = Number.MAX_SAFE_INTEGER;
const dueOf = ({ dueAt }: ClaimedPrompt): number => dueAt?.getTime() ?? LAST;
const placeOf = ({ ordinal }: ClaimedPrompt): number => ordinal ?? LAST;
