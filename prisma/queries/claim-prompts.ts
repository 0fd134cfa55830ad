import { z } from 'zod';
import { CHANNELS } from '../../domain/chat/port.ts';
import type { Db } from '../client.ts';
import { fromPromptsWithContact, isLeftBehind, isSendable, type SendableNow } from './sendable.ts';

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
  /** The channel by which an earlier message about it went, perhaps in vain. */
  notBy: z.string().nullable(),
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
  persons: readonly string[];
}

/**
 * Takes all that may be sent to these persons now, in one statement (queued → sending, with a lease by
 * SQL's own clock). Passed over: parts being answered, proposals awaiting their author, plans in their undo
 * window, and whoever has no account on an open channel. What an earlier attempt had begun is taken over.
 * Whoever is asked, for themselves or in another's place, is a member of the rung's unit: only those units' rungs are
 * looked at (by their index, not by the clock's, which would read all that is due).
 */
export async function claimPrompts(db: Db, claim: Claim): Promise<ClaimedPrompt[]> {
  if (claim.persons.length === 0) return [];
  const claimed = z.array(Claimed).parse(
    await db.$queryRaw`
      WITH eligible AS MATERIALIZED (
        SELECT p."id", c."personId", c."channel", c."team", c."externalId", c."standsFor"
        ${fromPromptsWithContact(claim)}
        WHERE p."unitId" = ANY (${await unitsOf(db, claim.persons)}::text[]) AND p."status" IN ('queued', 'sending')
          AND (p."clockId" || '') = ${claim.clockId}
          AND c."personId" = ANY (${claim.persons}::text[])
          AND ((${isSendable(claim)}) OR ${isLeftBehind(claim.ownTokenPrefix)})
        FOR UPDATE OF p SKIP LOCKED
      )
      UPDATE "Prompt" p
      SET "status" = 'sending', "leaseToken" = ${claim.leaseToken}, "leaseUntil" = now() + interval '60 seconds'
      FROM eligible e
      WHERE p."id" = e."id"
      RETURNING p."id", p."planId", p."entityId", p."partId", p."unitId", p."duty", p."cycle", p."rung", p."slotAt", p."dueAt",
                p."line", p."deliveryId", p."notBy", e."personId", e."channel", e."team", e."externalId", e."standsFor",
                (SELECT t."ordinal" FROM "Task" t WHERE t."id" = substring(p."entityId" FROM 6)) AS "ordinal"`,
  );
  return claimed.toSorted(inOrder);
}

async function unitsOf(db: Db, persons: readonly string[]): Promise<string[]> {
  const rows = await db.membership.findMany({
    where: { personId: { in: [...persons] }, active: true },
    distinct: ['unitId'],
    select: { unitId: true },
  });
  return rows.map(({ unitId }) => unitId);
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
