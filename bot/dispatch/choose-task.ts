import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { itemLabel } from '../../domain/chat/item-label.ts';
import type { ButtonAct } from '../../domain/chat/message.ts';
import { findPart, isWithdrawn, partsOfPersonIn, titleOf } from '../directory/person-parts.ts';
import type { PressedButton } from './apply-button.ts';
import { keepWithdrawn } from './keep-withdrawn.ts';
import { proposeWords } from './propose-words.ts';
import { refuseRow } from './refuse-row.ts';
import type { Decision, RowContext } from './types.ts';

/** The answer to 说的是哪一项: the stored words go on as if they had named the task. */
export async function chooseTask(
  context: RowContext,
  pressed: { deliveryId: string; delivery: Pick<PressedButton['delivery'], 'planId'> },
  act: Extract<ButtonAct, { kind: 'choose-task' }>,
): Promise<Decision> {
  const { prisma } = context.deps;
  const { planId } = pressed.delivery;
  const typed = await prisma.inbox.findUnique({ where: { id: act.inboxId } });
  const talk = await context.talk(planId);
  const { answers } = catalogueFor(talk.locale);
  if (!typed || typed.personId !== context.person.id) return refuseRow(context, { code: 'BUTTON_NOT_YOURS', planId });
  if (await prisma.proposal.findUnique({ where: { inboxId: typed.id }, select: { id: true } })) {
    return refuseRow(context, { code: 'CARD_CLOSED', details: { result: answers.cardDone }, planId, onRecord: false });
  }
  const part = findPart(await partsOfPersonIn(prisma, context.person.id, [act], context.row.planAt), act);
  if (!part) return refuseRow(context, { code: 'NOT_YOURS', sentence: answers.handedOver, planId, about: { act } });
  const target = { part, words: typed.text ?? '' };
  const decided = isWithdrawn(part)
    ? await keepWithdrawn(context, typed, [target])
    : await proposeWords(context, typed, [target]);
  decided.closes.push({
    deliveryId: pressed.deliveryId,
    closedWith: answers.questionAnswered(itemLabel(part.no, titleOf(part))),
  });
  return decided;
}
