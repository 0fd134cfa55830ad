import type { Db } from '../../prisma/client.ts';
import type { Evidence, Inbox } from '../../prisma/generated/client.ts';
import { findPart, isOpenPart, partsOfPerson, type PersonPart } from '../directory/person-parts.ts';
import { writtenUnder } from '../written-under.ts';
import type { PartRef } from '../parts-of-act.ts';
import { partsOfDelivery } from '../parts-of-delivery.ts';
import { answeredBy, parseProposalItems } from '../proposals/items.ts';
import type { AttachedFile } from './files-of.ts';

/**
 * Whose evidence a file is: of the one part that its message was about; `wait`: a card or a question about that
 * message stands open; `ask`: the person is asked, among these; `nobody`: its message was refused, or there is
 * nothing that it could belong to.
 */
export type Place =
  | { kind: 'part'; part: PersonPart }
  | { kind: 'wait' }
  | { kind: 'nobody'; because: 'refused' | 'no-part' }
  | { kind: 'ask'; among: PersonPart[] };

export async function placeOf(db: Db, evidence: Evidence): Promise<Place> {
  const row = await db.inbox.findUniqueOrThrow({ where: { id: evidence.inboxId } });
  const parts = await partsOfPerson(db, evidence.personId, row.planAt);
  const named = (evidence.ref as unknown as AttachedFile).for;
  const ofForm = named && findPart(parts, named);
  if (ofForm) return { kind: 'part', part: ofForm };
  const about = await together(db, row);
  const told = await toldParts(db, about);
  if (told === 'wait') return { kind: 'wait' };
  const mine = distinct(told.flatMap((ref) => findPart(parts, ref) ?? []));
  const [only] = mine;
  if (only && mine.length === 1) return { kind: 'part', part: only };
  if (mine.length > 1) return { kind: 'ask', among: mine };
  const rows = await db.inbox.findMany({ where: { id: { in: about } }, select: { status: true, outcome: true } });
  if (rows.some(({ status }) => status === 'open')) return { kind: 'wait' };
  if (rows.some(({ outcome }) => outcome === 'refused')) return { kind: 'nobody', because: 'refused' };
  const open = await meantAmong(db, row, parts.filter(isOpenPart));
  return open.length === 0 ? { kind: 'nobody', because: 'no-part' } : { kind: 'ask', among: open };
}

/** Under a message about one part it is asked whether the file is that one's. */
async function meantAmong(db: Db, row: Inbox, open: PersonPart[]): Promise<PersonPart[]> {
  const [under] = (await writtenUnder(db, row)) ?? [];
  const meant =
    under === undefined ? [] : distinct((await partsOfDelivery(db, under)).flatMap((ref) => findPart(open, ref) ?? []));
  return meant.length === 1 ? meant : open;
}

/** What the messages turned out to be about: the items that were recorded, else the cards that were made of them. */
async function toldParts(db: Db, inboxIds: string[]): Promise<PartRef[] | 'wait'> {
  const items = await db.inboxItem.findMany({
    where: { inboxId: { in: inboxIds }, outcome: { in: ['recorded', 'older'] } },
    orderBy: { id: 'asc' },
  });
  // A linked task's item repeats the first one's.
  const own = items.filter(({ reading }) => (reading as { sharedFrom?: unknown }).sharedFrom === undefined);
  if (own.length > 0) return own;
  const proposals = await db.proposal.findMany({
    where: { OR: [{ inboxId: { in: inboxIds } }, ...inboxIds.map(answeredBy)] },
    orderBy: { planAt: 'asc' },
  });
  if (proposals.some(({ status }) => status === 'open')) return 'wait';
  const newest = proposals.at(-1);
  if (newest) return parseProposalItems(newest.items);
  const asked = await db.action.findFirst({
    where: {
      usedAt: null,
      delivery: { closedAt: null },
      OR: inboxIds.map((inboxId) => ({ act: { path: ['inboxId'], equals: inboxId } })),
    },
    select: { id: true },
  });
  return asked ? 'wait' : [];
}

/** Messages that are one to their author: the pictures of an album, and the versions of a message that was edited. */
async function together(db: Db, row: Inbox): Promise<string[]> {
  const { album, edits } = row.payload as { album?: unknown; edits?: unknown };
  const keys = [row.dedupeKey, ...(typeof edits === 'string' ? [edits] : [])];
  const found = await db.inbox.findMany({
    where: {
      personId: row.personId,
      channel: row.channel,
      OR: [
        ...keys.map((key) => ({ payload: { path: ['edits'], equals: key } })),
        { dedupeKey: { in: keys } },
        ...(typeof album === 'string' ? [{ payload: { path: ['album'], equals: album } }] : []),
      ],
    },
    select: { id: true },
  });
  return [...new Set([row.id, ...found.map(({ id }) => id)])];
}

const distinct = (parts: PersonPart[]): PersonPart[] => [
  ...new Map(parts.map((part) => [`${part.entityId}|${part.part.id}`, part])).values(),
];
