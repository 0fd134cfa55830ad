import { catalogueFor } from '../../../domain/chat/catalogue/index.ts';
import { proposalCard } from '../../../domain/chat/proposal-card.ts';
import type { Prisma } from '../../../prisma/client.ts';
import type { Proposal } from '../../../prisma/generated/client.ts';
import { holdPartsUntil } from '../../../prisma/queries/hold-until.ts';
import { filesOf } from '../../evidence/files-of.ts';
import { askAgainAt } from '../../proposals/ask-again-at.ts';
import type { ProposalItem } from '../../proposals/items.ts';
import { randomUUID } from 'node:crypto';
import { decision, type Decision, type RowContext } from '../types.ts';
import { completedItem, JOINED, type Completion } from './completed-item.ts';

/** The card's own proposal with the answer in it, shown back on a new card; the older card closes. */
export async function completeCard(
  context: RowContext,
  { proposal, items }: { proposal: Proposal; items: ProposalItem[] },
  completion: Completion,
): Promise<Decision> {
  const { deps, row } = context;
  const { planId } = proposal;
  const talk = await context.talk(planId);
  const completed = await completedItem(context, completion);
  const now = items.map((item) => (item === completion.item ? completed : item));
  const words = `${completion.words}${JOINED}${row.text ?? ''}`;
  const first = await deps.prisma.inbox.findUnique({ where: { id: proposal.inboxId }, select: { payload: true } });
  const files = filesOf(first?.payload).length + filesOf(row.payload).length;
  const deliveryId = randomUUID();
  const message = proposalCard(
    { proposalId: proposal.id, items: now, words, receivedAt: proposal.planAt.toISOString(), files },
    talk,
  );
  const askAgain = askAgainAt(await context.calendar(), talk.policy, new Date(talk.now));
  const { cardCompleted } = catalogueFor(talk.locale).answers;
  return decision('proposal', planId, {
    messages: [{ message, deliveryId }],
    closes: proposal.deliveryId ? [{ deliveryId: proposal.deliveryId, closedWith: cardCompleted }] : [],
    effects: [
      async (tx) => {
        await tx.proposal.updateMany({
          where: { id: proposal.id, status: 'open' },
          data: {
            deliveryId,
            items: now as unknown as Prisma.InputJsonValue,
            words,
            askAgainAt: askAgain,
            askedAgain: false,
          },
        });
        await holdPartsUntil(tx, now, askAgain);
      },
    ],
  });
}
