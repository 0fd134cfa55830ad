import { randomUUID } from 'node:crypto';
import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { proposalCard } from '../../domain/chat/proposal-card.ts';
import type { Prisma } from '../../prisma/client.ts';
import { filesOf } from '../evidence/files-of.ts';
import { holdPartsUntil } from '../../prisma/queries/hold-until.ts';
import { askAgainAt } from '../proposals/ask-again-at.ts';
import type { ProposalItem } from '../proposals/items.ts';
import { replacedBy } from '../proposals/replace-older.ts';
import { decision, type Decision, type InboxRow, type RowContext } from './types.ts';

export interface NewProposal {
  planId: string;
  /** Holds the words. */
  row: InboxRow;
  items: ProposalItem[];
  words: string;
}

/** A card that waits for its author's 〔确认登记〕; an older one about the same parts gives way, and its parts are held anew. */
export async function openProposal(context: RowContext, { planId, row, items, words }: NewProposal): Promise<Decision> {
  const { person, deps } = context;
  const talk = await context.talk(planId);
  const [proposalId, deliveryId] = [randomUUID(), randomUUID()];
  const card = proposalCard(
    { proposalId, items, words, receivedAt: row.planAt.toISOString(), files: filesOf(row.payload).length },
    talk,
  );
  const askAgain = askAgainAt(await context.calendar(), talk.policy, new Date(talk.now));
  const replaced = await replacedBy(deps.prisma, person.id, items);
  const { cardReplaced } = catalogueFor(talk.locale).answers;
  return decision('proposal', planId, {
    messages: [{ message: card, deliveryId }],
    closes: replaced.flatMap((old) =>
      old.deliveryId ? [{ deliveryId: old.deliveryId, closedWith: cardReplaced }] : [],
    ),
    effects: [
      async (tx) => {
        await tx.proposal.updateMany({
          where: { id: { in: replaced.map(({ id }) => id) } },
          data: { status: 'replaced', settledAt: new Date(talk.now) },
        });
        await tx.proposal.create({
          data: {
            id: proposalId,
            inboxId: row.id,
            planId,
            personId: person.id,
            deliveryId,
            items: items as unknown as Prisma.InputJsonValue,
            words,
            planAt: row.planAt,
            askAgainAt: askAgain,
          },
        });
        await holdPartsUntil(
          tx,
          replaced.flatMap((old) => old.items),
          null,
        );
        await holdPartsUntil(tx, items, askAgain);
      },
    ],
  });
}
