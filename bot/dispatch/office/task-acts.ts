import { answerMessage } from '../../../domain/chat/answer-message.ts';
import { sayRefusal } from '../../../domain/chat/say-refusal.ts';
import type { DeskAct } from '../../../domain/chat/desk-act.ts';
import { acceptTask } from '../../desk/accept.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../../desk/deps.ts';
import { nudge } from '../../desk/nudge.ts';
import { returnCompletion } from '../../desk/return-completion.ts';
import { decision, type Decision, type RowContext } from '../types.ts';
import { askReason } from './ask-reason.ts';
import { actAtDesk, saidNo } from './desk-call.ts';
import { deskWords } from './desk-message.ts';
import { namedTask } from './named-task.ts';

export type TaskAct = Extract<DeskAct, { do: 'nudge' | 'accept' | 'return' }>;

/** 催办, 验收, 退回 of one part, with everything known but perhaps the reason. */
export async function actOnTask(context: RowContext, act: TaskAct): Promise<Decision> {
  const { planId, item, unit } = await namedTask(context, act);
  const talk = await context.talk(planId);
  const words = deskWords(talk);
  if (act.do === 'return' && act.reason === null)
    return askReason(context, planId, words.reasonForReturn(item, unit), act);
  const asked = await actAtDesk(context, (desk, actor) => call(desk, actor, act));
  if ('refused' in asked) {
    if (act.do === 'return' && asked.refused.code === 'REASON_REQUIRED')
      return askReason(context, planId, words.reasonForReturn(item, unit), { ...act, reason: null });
    if (act.do === 'accept' && asked.refused.code === 'SUB_ITEMS_OPEN')
      return askReason(context, planId, sayRefusal(asked.refused, talk.locale), { ...act, reason: null });
    return saidNo(context, planId, asked.refused);
  }
  return decision('recorded', planId, {
    messages: [{ message: answerMessage('done', [words.done(item, unit, summaryOf(asked.done, unit))], talk) }],
  });
}

function call(desk: DeskDeps, actor: DeskActor, act: TaskAct): Promise<DeskResult> {
  const { taskId } = act;
  if (act.do === 'nudge') return nudge(desk, actor, { taskId, partId: act.partId });
  if (act.do === 'accept') {
    const { partId, reason } = act;
    return acceptTask(desk, actor, { taskId, ...(partId ? { partId } : {}), ...(reason ? { reason } : {}) });
  }
  return returnCompletion(desk, actor, { taskId, partId: act.partId, reason: act.reason ?? '' });
}

/** The desk names the unit too; here it stands before the colon already. */
const summaryOf = ({ summary }: DeskResult, unit: string): string =>
  unit === '' ? summary : summary.replace(unit, '');
