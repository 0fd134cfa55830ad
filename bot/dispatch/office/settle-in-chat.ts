import { answerMessage } from '../../../domain/chat/answer-message.ts';
import { settleItem } from '../../desk/settle-item.ts';
import { decision, type Decision, type RowContext } from '../types.ts';
import { actAtDesk, saidNo } from './desk-call.ts';
import { deskWords } from './desk-message.ts';

/** 已办 of something on the office's list. */
export async function settleInChat(context: RowContext, itemId: string): Promise<Decision> {
  const item = await context.deps.prisma.officeItem.findUnique({ where: { id: itemId }, select: { planId: true } });
  const planId = item?.planId ?? context.planId;
  const asked = await actAtDesk(context, (desk, actor) => settleItem(desk, actor, { itemId }));
  if ('refused' in asked) return saidNo(context, planId, asked.refused);
  const talk = await context.talk(planId);
  return decision('recorded', planId, {
    messages: [{ message: answerMessage('done', [deskWords(talk).told('', asked.done.summary)], talk) }],
  });
}
