import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { choiceLabel, whichMessage } from '../../domain/chat/answer-message.ts';
import { itemLabel } from '../../domain/chat/item-label.ts';
import type { ButtonAct } from '../../domain/chat/message.ts';
import { findPart, partsOfPersonIn, titleOf } from '../directory/person-parts.ts';
import { applyItems } from './apply-items.ts';
import type { PressedButton } from './apply-button.ts';
import { recordedDecision } from './recorded-decision.ts';
import { refuseRow } from './refuse-row.ts';
import { takenBackCards, type TakenBack } from './taken-back-cards.ts';
import { decision, type Decision, type RowContext } from './types.ts';

export type WithdrawAct = Extract<ButtonAct, { kind: 'withdraw' }>;

/** 〔撤回〕: what one message registered is taken back, by whom the button was for. */
export async function pressWithdraw(context: RowContext, pressed: PressedButton, act: WithdrawAct): Promise<Decision> {
  const decided = await withdrawItems(context, act.items);
  if (decided.outcome === 'recorded') {
    const { answers } = catalogueFor((await context.talk(decided.planId)).locale);
    decided.closes.push({ deliveryId: pressed.deliveryId, closedWith: answers.takenBack });
  }
  return decided;
}

/** Takes answers back by the items that brought them. What is owed again is offered to be filled. */
export async function withdrawItems(context: RowContext, items: WithdrawAct['items']): Promise<Decision> {
  const parts = await partsOfPersonIn(context.deps.prisma, context.person.id, items, context.row.planAt);
  const mine = items.flatMap((item) => {
    const part = findPart(parts, item);
    return part ? [{ item, part }] : [];
  });
  const [first] = mine;
  const talk = await context.talk(first?.part.planId);
  const { answers, buttons } = catalogueFor(talk.locale);
  if (!first) return refuseRow(context, { code: 'NOT_YOURS', sentence: answers.handedOver, about: { items } });
  const { row } = context;
  const applied = await applyItems(
    context,
    mine.map(({ item: { entityId, partId, itemId }, part }) => ({
      entityId,
      partId,
      planId: part.planId,
      reading: { kind: 'withdraw', itemId, undoMinutes: talk.policy.values.replyUndoMinutes },
    })),
    { inboxId: row.id, idPrefix: row.id, receivedAt: row.planAt },
  );
  const decided = await recordedDecision(
    context,
    applied.map((item, at) => {
      const part = mine[at]?.part;
      return { ...item, no: part?.no ?? null, title: part ? titleOf(part) : '' };
    }),
  );
  const lines = applied
    .filter(({ outcome }) => outcome === 'recorded')
    .map(({ entityId, partId }) => ({ entityId, partId, duty: 'report' as const, cycle: '' }));
  // Nothing is answered by it, so no card closes; least of all the one that offers what is owed again.
  decided.recorded = [];
  const taken = applied.flatMap(({ outcome, also = [] }, at): TakenBack[] => {
    const own = mine[at];
    return own && outcome === 'recorded'
      ? [{ ...own.item, label: itemLabel(own.part.no, titleOf(own.part)), also }]
      : [];
  });
  decided.closes.push(...(await takenBackCards(context, taken, talk.locale)));
  const [line] = lines;
  if (line)
    for (const { message } of decided.messages)
      message.buttons.push({
        label: buttons.fillAll,
        act: lines.length === 1 ? { kind: 'fill', ...line } : { kind: 'fill-all', lines },
      });
  return decided;
}

/** One message registered several: which one was wrong is asked. */
export async function askWhichToWithdraw(context: RowContext, items: WithdrawAct['items']): Promise<Decision> {
  const parts = await partsOfPersonIn(context.deps.prisma, context.person.id, items, context.row.planAt);
  const choices = items.flatMap((item) => {
    const part = findPart(parts, item);
    return part
      ? [{ part, label: choiceLabel(part.no, titleOf(part)), act: { kind: 'withdraw' as const, items: [item] } }]
      : [];
  });
  const planId = choices[0]?.part.planId ?? context.planId;
  const talk = await context.talk(planId);
  const { answers } = catalogueFor(talk.locale);
  const question = answers.whichWithdraw(talk.policy.values.replyUndoMinutes);
  return decision('answered', planId, {
    messages: [
      {
        message: whichMessage(
          question,
          choices.map(({ label, act }) => ({ label, act })),
          talk,
        ),
      },
    ],
  });
}
