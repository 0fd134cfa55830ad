import type { Db } from '../../../prisma/client.ts';
import { parseProposalItems, type ProposalItem } from '../../proposals/items.ts';

/** A card of one roll-up, and of nothing else. */
export const isRollUp = (items: ProposalItem[]): boolean => items.length === 1 && items[0]?.reading.kind === 'roll-up';

/** The roll-up whose 〔修改〕 this person pressed last: the next words are its own. */
export async function editedRollUp(db: Db, personId: string): Promise<ProposalItem | null> {
  const open = await db.proposal.findMany({
    where: { personId, status: 'open' },
    orderBy: { planAt: 'desc' },
    select: { items: true },
  });
  const editing = open.map(({ items }) => parseProposalItems(items)).find((items) => items.some((one) => one.editing));
  return editing && isRollUp(editing) ? (editing[0] ?? null) : null;
}
