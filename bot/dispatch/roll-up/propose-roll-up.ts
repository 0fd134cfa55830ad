import type { ProposalItem } from '../../proposals/items.ts';
import { openProposal } from '../open-proposal.ts';
import type { Decision, RowContext } from '../types.ts';

/** The draft, or a person's own words in its place, as a card: nothing is registered before 〔确认登记〕. */
export async function proposeRollUp(context: RowContext, item: ProposalItem, words: string): Promise<Decision> {
  const { deps, row } = context;
  const { planId } = await deps.prisma.checkpoint.findUniqueOrThrow({
    where: { entityId: item.entityId },
    select: { planId: true },
  });
  const { reading, entityId, partId, no, title, progressBefore } = item;
  if (reading.kind !== 'roll-up') throw new RangeError('a roll-up of another kind');
  const items: ProposalItem[] = [{ entityId, partId, no, title, progressBefore, reading: { ...reading, words } }];
  return openProposal(context, { planId, row, items, words });
}
