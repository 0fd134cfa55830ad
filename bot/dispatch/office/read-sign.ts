import { commandLabel } from '../../../domain/chat/command.ts';
import type { DeskAct } from '../../../domain/chat/desk-act.ts';
import { fold } from '../../../domain/chat/fold.ts';
import { cutWords } from '../../../domain/supervision/cut-words.ts';
import { taskStory } from '../../desk/views/task-story.ts';
import { isOpenPart } from '../../directory/person-parts.ts';
import type { Decision, RowContext } from '../types.ts';
import { callDesk, refuseAsDesk, saidNo } from './desk-call.ts';
import { deskAsks, deskSays, deskWords } from './desk-message.ts';
import { noPlanFor, plansFor } from './plans-for.ts';
import { choiceOf, targetIn } from './read-task-command.ts';

type Read = { act: DeskAct } | { decided: Decision };

const AGREES = /^(?:审签)?同意/;
const SENDS_BACK = /^(?:不同意|不予审签|退回)[\s,、:;。]*(?:理由[:是为]+)?\s*/;

/** 审签 第九项 同意, or 退回 with a reason, of a unit's supervisor; without a word for it, the task with its buttons. */
export async function readSign(context: RowContext, words: string): Promise<Read> {
  const { prisma } = context.deps;
  const [own, readable] = await Promise.all([context.parts(), plansFor(context, 'read-board', ['running'])]);
  const ownPlans = await prisma.plan.findMany({
    where: { id: { in: own.filter(isOpenPart).map(({ planId }) => planId) } },
    select: { id: true, title: true },
  });
  const plans = [...new Map([...readable, ...ownPlans].map((plan) => [plan.id, plan])).values()];
  const [home] = plans;
  if (!home) return { decided: await noPlanFor(context, 'sign-off') };
  const desk = deskWords(await context.talk(home.id));
  const { target, within } = await targetIn(context, plans, words);
  if (target.named === null) return { decided: await deskSays(context, home.id, 'note', [desk.howTo.sign]) };
  const [task, ...others] = target.tasks;
  if (!task) {
    const details = { task: cutWords(target.named, 80) };
    return {
      decided: await refuseAsDesk(context, home.id, 'sign-off', 'TASK_UNKNOWN', details, desk.noSuchTask(target.named)),
    };
  }
  if (others.length > 0) {
    const choices = target.tasks.map((one) => ({
      label: choiceOf(one, within),
      act: { do: 'task-state' as const, taskId: one.id },
    }));
    return { decided: await deskAsks(context, task.planId, desk.whichTask(commandLabel('sign')), choices) };
  }
  const said = fold(target.left);
  const agree = AGREES.test(said);
  const sentBack = SENDS_BACK.exec(said);
  if ((!agree && !sentBack) || !target.exact) return { act: { do: 'task-state', taskId: task.id } };
  const seen = await callDesk(context, (office, actor) => taskStory(office, actor, { taskId: task.id }));
  if ('refused' in seen) return { decided: await saidNo(context, task.planId, seen.refused) };
  const { parts } = seen.done;
  const mine = parts.filter(({ partId }) => own.some(({ part }) => part.id === partId));
  const part =
    parts.find(({ request }) => request?.canSign === true) ??
    [...mine, ...parts].find(({ request }) => request?.signOff === 'waiting') ??
    mine[0] ??
    parts[0];
  if (!part) return { decided: await refuseAsDesk(context, task.planId, 'sign-off', 'SIGN_NONE') };
  const reason = agree ? null : target.left.slice(sentBack?.[0].length ?? 0).trim() || null;
  const requestId = part.request?.id ?? '';
  return { act: { do: 'sign', taskId: task.id, partId: part.partId, requestId, agree, reason } };
}
