import { commandLabel } from '../../../domain/chat/command.ts';
import type { DeskAct } from '../../../domain/chat/desk-act.ts';
import { localDay } from '../../../domain/chat/local-text.ts';
import { dayAndReason } from '../../../domain/chat/understand/verdict.ts';
import { cutWords } from '../../../domain/supervision/cut-words.ts';
import type { Decision, RowContext } from '../types.ts';
import { refuseAsDesk } from './desk-call.ts';
import { deskAsks, deskSays, deskWords } from './desk-message.ts';
import { noPlanFor, plansFor } from './plans-for.ts';
import { choiceOf, targetIn } from './read-task-command.ts';

type Read = { act: DeskAct } | { decided: Decision };

/** 暂缓 第九项 至12月21日 理由, and 恢复办理 第九项 理由: a whole task's, whichever units work on it. */
export async function readPause(context: RowContext, command: 'pause' | 'resume', words: string): Promise<Read> {
  const plans = await plansFor(context, 'pause', ['running']);
  const [home] = plans;
  if (!home) return { decided: await noPlanFor(context, 'pause') };
  const talk = await context.talk(home.id);
  const desk = deskWords(talk);
  const { target, within } = await targetIn(context, plans, words);
  if (target.named === null) return { decided: await deskSays(context, home.id, 'note', [desk.howTo[command]]) };
  const calendar = await context.calendar();
  const actOn = (taskId: string): DeskAct =>
    command === 'resume'
      ? { do: command, taskId, reason: target.left || null }
      : { do: command, taskId, ...dayAndReason(target.left, localDay(talk.now, talk.zone), calendar) };
  const [task, ...others] = target.tasks;
  if (!task) {
    const planId = within[0]?.id ?? home.id;
    const details = { task: cutWords(target.named, 80) };
    return {
      decided: await refuseAsDesk(context, planId, command, 'TASK_UNKNOWN', details, desk.noSuchTask(target.named)),
    };
  }
  if (others.length === 0 && target.exact) return { act: actOn(task.id) };
  const choices = target.tasks.map((one) => ({ label: choiceOf(one, within), act: actOn(one.id) }));
  return { decided: await deskAsks(context, task.planId, desk.whichTask(commandLabel(command)), choices) };
}
