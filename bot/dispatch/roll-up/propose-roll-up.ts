import { randomUUID } from 'node:crypto';
import { catalogueFor } from '../../../domain/chat/catalogue/index.ts';
import { proposalCard } from '../../../domain/chat/proposal-card.ts';
import type { Prisma } from '../../../prisma/client.ts';
import { loadCalendar } from '../../../prisma/load-calendar.ts';
import { holdPartsUntil } from '../../../prisma/queries/hold-until.ts';
import { askAgainAt } from '../../proposals/ask-again-at.ts';
import type { ProposalItem } from '../../proposals/items.ts';
import { replacedBy } from '../../proposals/replace-older.ts';
import { decision, type Decision, type RowContext } from '../types.ts';

/** The draft, or a person's own words in its place, as a card: nothing is registered before 〔确认登记〕. */
export async function proposeRollUp(context: RowContext, item: ProposalItem, words: string): Promise<Decision> {
  const { deps, row, person } = context;
  const { prisma } = deps;
  const task = await prisma.checkpoint.findUniqueOrThrow({
    where: { entityId: item.entityId },
    select: { planId: true },
  });
  const { planId } = task;
  const talk = await context.talk(planId);
  const { reading, entityId, partId, no, title, progressBefore } = item;
  if (reading.kind !== 'roll-up') throw new RangeError('a roll-up of another kind');
  const items: ProposalItem[] = [{ entityId, partId, no, title, progressBefore, reading: { ...reading, words } }];
  const [proposalId, deliveryId] = [randomUUID(), randomUUID()];
  const card = proposalCard({ proposalId, items, words, receivedAt: row.planAt.toISOString() }, talk);
  const askAgain = askAgainAt(await loadCalendar(prisma), talk.policy, new Date(talk.now));
  const replaced = await replacedBy(prisma, person.id, items);
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
