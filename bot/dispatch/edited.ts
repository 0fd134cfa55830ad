import { isRetractable } from '../../domain/supervision/filings.ts';
import type { Reading, ReadingKind } from '../../domain/supervision/reading.ts';
import type { Db } from '../../prisma/client.ts';
import type { PartRef } from '../parts-of-act.ts';
import { parseProposalItems } from '../proposals/items.ts';
import type { OlderProposal } from '../proposals/replace-older.ts';
import { officeKind, type OfficeKind } from './office-effect.ts';
import type { InboxRow } from './types.ts';

export interface Edit {
  /** The words as they last stood. */
  before: string;
  /** Earlier versions of this message, the first one too. */
  inboxIds: string[];
  /** Cards that were made from them and still wait. */
  open: OlderProposal[];
  /** What they were about. */
  parts: PartRef[];
  /** They were a reason or a request, no report. */
  words: OfficeKind | null;
  /** Parts about which a report of them was recorded: the new words correct it. */
  corrects: PartRef[];
}

const isCorrectable = (kind: ReadingKind): boolean => kind !== 'receipt' && isRetractable(kind);

const editsOf = ({ payload }: Pick<InboxRow, 'payload'>): string | null => {
  const { edits } = payload as { edits?: unknown };
  return typeof edits === 'string' ? edits : null;
};

/** What a row changes that edits an earlier message of the same person. null: it edits none that ever arrived. */
export async function editOf(db: Db, row: InboxRow): Promise<Edit | null> {
  const edits = editsOf(row);
  if (edits === null || row.personId === null) return null;
  const original = await db.inbox.findUnique({ where: { dedupeKey: edits } });
  if (!original || original.personId !== row.personId) return null;
  const earlier = await db.inbox.findMany({
    where: {
      personId: row.personId,
      status: 'done',
      payload: { path: ['edits'], equals: edits },
      id: { not: row.id },
      receivedAt: { lte: row.receivedAt },
    },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
  });
  const versions = [original, ...earlier];
  const inboxIds = versions.map(({ id }) => id);
  const [proposals, items] = await Promise.all([
    db.proposal.findMany({ where: { inboxId: { in: inboxIds } }, orderBy: { planAt: 'asc' } }),
    db.inboxItem.findMany({ where: { inboxId: { in: inboxIds }, outcome: 'recorded' } }),
  ]);
  const newest = proposals.at(-1);
  const recorded = items.map(({ reading }) => (reading as unknown as Reading).kind);
  return {
    before: versions.at(-1)?.text ?? '',
    inboxIds,
    open: proposals
      .filter(({ status }) => status === 'open')
      .map(({ id, deliveryId, items: of }) => ({ id, deliveryId, items: parseProposalItems(of) })),
    parts: newest ? parseProposalItems(newest.items) : items,
    words: recorded.map(officeKind).find((kind) => kind !== null) ?? null,
    corrects: items
      .filter(({ reading }) => isCorrectable((reading as unknown as Reading).kind))
      .map(({ entityId, partId }) => ({ entityId, partId })),
  };
}

/** A later version of this message was applied before it arrived itself. */
export async function isOvertaken(db: Db, { dedupeKey, personId }: InboxRow): Promise<boolean> {
  if (personId === null) return false;
  const later = await db.inbox.findFirst({
    where: { personId, status: 'done', payload: { path: ['edits'], equals: dedupeKey } },
    select: { id: true },
  });
  return later !== null;
}
