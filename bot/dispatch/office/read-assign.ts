import { commandLabel } from '../../../domain/chat/command.ts';
import type { DeskAct } from '../../../domain/chat/desk-act.ts';
import { namedUnits } from '../../../domain/chat/named-units.ts';
import { cutWords } from '../../../domain/supervision/cut-words.ts';
import { today } from '../../desk/views/today.ts';
import type { Decision, RowContext } from '../types.ts';
import { assignNamed } from './assign-act.ts';
import { callDesk, refuseAsDesk, saidNo } from './desk-call.ts';
import { deskAsks, deskSays, deskWords } from './desk-message.ts';
import { noPlanFor, plansFor, type PlanRef } from './plans-for.ts';
import { choiceOf, targetIn } from './read-task-command.ts';

type Read = { act: DeskAct } | { decided: Decision };

/** 指定 第九项 市公安局、市应急局: without a task those that have no unit are offered, without a unit it is asked for. */
export async function readAssign(context: RowContext, words: string): Promise<Read> {
  const plans = await plansFor(context, 'assign', ['running']);
  const [home] = plans;
  if (!home) return { decided: await noPlanFor(context, 'assign') };
  const desk = deskWords(await context.talk(home.id));
  const { target, within } = await targetIn(context, plans, words);
  if (target.named === null) return { decided: await offer(context, within) };
  const [task, ...others] = target.tasks;
  if (!task) {
    const planId = within[0]?.id ?? home.id;
    const details = { task: cutWords(target.named, 80) };
    return {
      decided: await refuseAsDesk(context, planId, 'assign', 'TASK_UNKNOWN', details, desk.noSuchTask(target.named)),
    };
  }
  const units = await context.deps.prisma.unit.findMany({ where: { planId: task.planId } });
  const first = target.unit?.named ?? '';
  // 市公安局牵头: what stands behind a name without a break belongs to it.
  const between = first === '' || words.includes(`${first}${target.left}`) ? '' : '、';
  const named = namedUnits(`${first}${between}${target.left}`, units);
  const read = await assignNamed(context, task, { ...named, exact: named.exact && target.exact });
  if ('decided' in read || others.length === 0) return read;
  const choices = target.tasks.map((one) => ({ label: choiceOf(one, within), act: { ...read.act, taskId: one.id } }));
  return { decided: await deskAsks(context, task.planId, desk.whichTask(commandLabel('assign')), choices) };
}

/** No task was named: those that wait for a unit. */
async function offer(context: RowContext, plans: PlanRef[]): Promise<Decision> {
  const choices: { label: string; act: DeskAct }[] = [];
  for (const { id } of plans) {
    const seen = await callDesk(context, (desk, actor) => today(desk, actor, { planId: id }));
    if ('refused' in seen) return saidNo(context, id, seen.refused);
    for (const { kind, taskId } of seen.done.decisions) {
      const task = seen.done.board.find((line) => line.taskId === taskId);
      if (kind !== 'unassigned' || taskId === null || !task) continue;
      choices.push({
        label: choiceOf({ planId: id, no: task.no, title: task.title }, plans),
        act: { do: 'assign', taskId, units: [], reason: null },
      });
    }
  }
  const planId = plans[0]?.id ?? context.planId;
  const words = deskWords(await context.talk(planId));
  const label = commandLabel('assign');
  if (choices.length === 0) return deskSays(context, planId, 'note', [words.nothingFor(label)]);
  return deskAsks(context, planId, words.whichTask(label), choices);
}
