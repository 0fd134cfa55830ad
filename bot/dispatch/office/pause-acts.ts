import { answerMessage } from '../../../domain/chat/answer-message.ts';
import type { DeskAct } from '../../../domain/chat/desk-act.ts';
import { fullDayText, localDay } from '../../../domain/chat/local-text.ts';
import { dayAndReason } from '../../../domain/chat/understand/verdict.ts';
import { pauseTask } from '../../desk/requests/pause-task.ts';
import { resumeTask } from '../../desk/requests/resume-task.ts';
import { decision, type Decision, type RowContext } from '../types.ts';
import { askReason } from './ask-reason.ts';
import { actAtDesk, saidNo } from './desk-call.ts';
import { deskWords } from './desk-message.ts';
import { namedTask } from './named-task.ts';

export type PauseAct = Extract<DeskAct, { do: 'pause' | 'resume' }>;

/** 暂缓至某日 and 恢复办理 of a task, with everything known but perhaps the day and the reason. */
export async function actOnPause(context: RowContext, act: PauseAct): Promise<Decision> {
  const { planId, item } = await namedTask(context, { ...act, partId: null });
  const talk = await context.talk(planId);
  const words = deskWords(talk);
  const { taskId } = act;
  if (act.do === 'resume') {
    const ask = (): Promise<Decision> =>
      askReason(context, planId, words.reasonForResume(item), { do: 'resume', taskId, reason: null });
    const { reason } = act;
    return reason === null
      ? ask()
      : done(context, { planId, item, ask }, (desk, actor) => resumeTask(desk, actor, { taskId, reason }));
  }
  // The answer to the question brings the day, and often the reason behind it.
  const calendar = await context.calendar();
  const today = localDay(talk.now, talk.zone);
  const said = act.until === null ? dayAndReason(act.reason ?? '', today, calendar) : { ...act, until: act.until };
  const { until, reason } = said;
  if (until === null) return askReason(context, planId, words.whichPauseDay(item), { ...act, reason: null });
  const ask = (): Promise<Decision> =>
    askReason(context, planId, words.reasonForPause(item, fullDayText(until)), { ...act, until, reason: null });
  return reason === null
    ? ask()
    : done(context, { planId, item, ask }, (desk, actor) => pauseTask(desk, actor, { taskId, until, reason }));
}

async function done(
  context: RowContext,
  { planId, item, ask }: { planId: string; item: string; ask: () => Promise<Decision> },
  act: Parameters<typeof actAtDesk<{ summary: string }>>[1],
): Promise<Decision> {
  const asked = await actAtDesk(context, act);
  if ('refused' in asked)
    return asked.refused.code === 'REASON_REQUIRED' ? ask() : saidNo(context, planId, asked.refused);
  const talk = await context.talk(planId);
  return decision('recorded', planId, {
    messages: [{ message: answerMessage('done', [deskWords(talk).told(item, asked.done.summary)], talk) }],
  });
}
