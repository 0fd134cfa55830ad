import { answerMessage } from '../../../domain/chat/answer-message.ts';
import type { DeskAct } from '../../../domain/chat/desk-act.ts';
import { dropEscalation, releaseEscalation } from '../../desk/escalations.ts';
import { decision, type Decision, type RowContext } from '../types.ts';
import { askReason } from './ask-reason.ts';
import { actAtDesk, saidNo } from './desk-call.ts';
import { deskWords } from './desk-message.ts';
import { namedTask } from './named-task.ts';

export type EscalationAct = Extract<DeskAct, { do: 'escalate' | 'hold-back' }>;

/** 核定提示 and 不提示 of what is held for a unit's supervisor, with everything known but perhaps the reason. */
export async function actOnEscalation(context: RowContext, act: EscalationAct): Promise<Decision> {
  const { planId, item, unit } = await namedTask(context, act);
  const talk = await context.talk(planId);
  const words = deskWords(talk);
  const { taskId, partId } = act;
  const ask = (): Promise<Decision> =>
    askReason(context, planId, words.reasonForHoldBack(item, unit), { do: 'hold-back', taskId, partId, reason: null });
  if (act.do === 'hold-back' && act.reason === null) return ask();
  const asked = await actAtDesk(context, (desk, actor) =>
    act.do === 'escalate'
      ? releaseEscalation(desk, actor, { taskId, partId })
      : dropEscalation(desk, actor, { taskId, partId, reason: act.reason ?? '' }),
  );
  if ('refused' in asked)
    return asked.refused.code === 'REASON_REQUIRED' ? ask() : saidNo(context, planId, asked.refused);
  return decision('recorded', planId, {
    messages: [{ message: answerMessage('done', [words.told(`${item}:`, asked.done.summary)], talk) }],
  });
}
