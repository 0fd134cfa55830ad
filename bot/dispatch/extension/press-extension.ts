import { answerMessage } from '../../../domain/chat/answer-message.ts';
import { catalogueFor } from '../../../domain/chat/catalogue/index.ts';
import type { ButtonAct } from '../../../domain/chat/message.ts';
import { findPart, isOpenPart, isWithdrawn, partsOfPersonIn } from '../../directory/person-parts.ts';
import type { PressedButton } from '../apply-button.ts';
import { keepWithdrawn } from '../keep-withdrawn.ts';
import { refuseRow } from '../refuse-row.ts';
import { decision, type Decision, type RowContext } from '../types.ts';
import { askMoreTime } from './ask-more.ts';

/** 〔申请延期〕: asks for the new date and the reason, unless no extension is possible. */
export async function pressExtension(
  context: RowContext,
  { delivery }: PressedButton,
  act: Extract<ButtonAct, { kind: 'extension' }>,
): Promise<Decision> {
  const talk = await context.talk(delivery.planId);
  const part = findPart(await partsOfPersonIn(context.deps.prisma, context.person.id, [act], context.row.planAt), act);
  // What was taken away has no date that could move; that more time was wanted is kept all the same.
  if (part && isWithdrawn(part)) {
    const kept = await keepWithdrawn(context, context.row, [{ part, words: '申请延期' }]);
    return kept.outcome === 'kept' ? { ...kept, outcome: 'recorded' } : kept;
  }
  if (part && isOpenPart(part)) return askMoreTime(context, context.row, part, context.row.text ?? '');
  const { handedOver } = catalogueFor(talk.locale).answers;
  return refuseRow(context, { code: 'NOT_YOURS', sentence: handedOver, planId: delivery.planId, about: { act } });
}

/** 〔取消〕: nothing was filed, and words stand for themselves again. */
export async function dropExtension(context: RowContext, { deliveryId, delivery }: PressedButton): Promise<Decision> {
  const talk = await context.talk(delivery.planId);
  const { extensionDropped } = catalogueFor(talk.locale).answers;
  return decision('answered', delivery.planId, {
    messages: [{ message: answerMessage('note', [extensionDropped], talk) }],
    closes: [{ deliveryId, closedWith: extensionDropped }],
  });
}
