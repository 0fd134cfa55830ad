import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { holdPartsUntil } from '../../prisma/queries/hold-until.ts';
import { applyLeave, withLeaveBeside } from './apply-leave.ts';
import { applyText } from './apply-text.ts';
import { editOf, isOvertaken, type Edit } from './edited.ts';
import { applyTyped } from './office/typed-words.ts';
import { decision, type Decision, type RowContext } from './types.ts';

/** Typed words of a known person: for the desk, or a report; new, or an earlier message as it reads now. */
export async function applyWords(context: RowContext): Promise<Decision> {
  const { row, deps, planId } = context;
  const edit = await editOf(deps.prisma, row);
  // Nothing to say: the same words again, or words that were changed before they arrived.
  if (edit && edit.before.trim() === (row.text ?? '').trim()) return decision('answered', planId);
  if (!edit && (await isOvertaken(deps.prisma, row))) return decision('kept', planId);
  const decided =
    (await applyLeave(context)) ??
    (await applyTyped(context)) ??
    (await withLeaveBeside(context, await applyText(context)));
  return edit && decided.outcome !== 'refused' ? withoutOlder(context, decided, edit) : decided;
}

/** Cards and questions that were made from the older words take no answer any more. */
async function withoutOlder(context: RowContext, decided: Decision, edit: Edit): Promise<Decision> {
  const { prisma } = context.deps;
  const talk = await context.talk(decided.planId);
  const closedWith = catalogueFor(talk.locale).answers.cardReplaced;
  const questions = await prisma.action.findMany({
    where: {
      personId: context.person.id,
      delivery: { closedAt: null },
      OR: edit.inboxIds.map((inboxId) => ({ act: { path: ['inboxId'], equals: inboxId } })),
    },
    select: { deliveryId: true },
    distinct: ['deliveryId'],
  });
  const cards = [...edit.open, ...questions].flatMap(({ deliveryId }) => deliveryId ?? []);
  return {
    ...decided,
    closes: [...decided.closes, ...cards.map((deliveryId) => ({ deliveryId, closedWith }))],
    effects: [
      async (tx) => {
        await tx.proposal.updateMany({
          where: { id: { in: edit.open.map(({ id }) => id) }, status: 'open' },
          data: { status: 'replaced', settledAt: new Date(talk.now) },
        });
        await holdPartsUntil(
          tx,
          edit.open.flatMap(({ items }) => items),
          null,
        );
      },
      // A new card holds its parts again.
      ...decided.effects,
    ],
  };
}
