import { commandLabel } from '../../../domain/chat/command.ts';
import { readPlan, readTarget } from '../../../domain/chat/command-target.ts';
import type { DeskAct } from '../../../domain/chat/desk-act.ts';
import { itemName, shorten } from '../../../domain/chat/item-label.ts';
import type { Act } from '../../../domain/rights.ts';
import { cutWords } from '../../../domain/supervision/cut-words.ts';
import { today } from '../../desk/views/today.ts';
import { isOpenPart } from '../../directory/person-parts.ts';
import type { Decision, RowContext } from '../types.ts';
import { callDesk, refuseAsDesk, saidNo } from './desk-call.ts';
import { deskAsks, deskSays, deskWords } from './desk-message.ts';
import { colourOf, findTaskAct, type PartCommand } from './find-task-act.ts';
import { noPlanFor, plansFor, type PlanRef } from './plans-for.ts';

type Read = { act: DeskAct } | { decided: Decision };

/** 催办, 验收, 退回 with what follows: the act that is meant, or the question that is left. */
export async function readPartCommand(context: RowContext, command: PartCommand, words: string): Promise<Read> {
  const right = RIGHT[command];
  const plans = await plansFor(context, right, ['running']);
  const [first] = plans;
  if (!first) return { decided: await noPlanFor(context, right) };
  const { target, within } = await targetIn(context, plans, words);
  const desk = deskWords(await context.talk(first.id));
  const unitIds = target.unit?.units.map(({ id }) => id) ?? null;
  if (target.named === null) return { decided: await offer(context, command, within, unitIds) };
  if (target.tasks.length === 0)
    return {
      decided: await refuseAsDesk(
        context,
        within[0]?.id ?? first.id,
        command,
        'TASK_UNKNOWN',
        { task: cutWords(target.named, 80) },
        desk.noSuchTask(target.named),
      ),
    };
  const isReason = target.left !== '' && takesWords(command, target.left);
  // Words that are no reason may have been a unit: a name that isn't one is said, not passed over.
  if (!isReason && target.left !== '' && target.unit === null)
    return {
      decided: await refuseAsDesk(context, target.tasks[0]?.planId ?? first.id, command, 'UNIT_UNKNOWN', {
        unit: shorten(target.left, 40),
      }),
    };
  const reason = isReason ? (scanNamed(command, words, target) ?? target.left) : null;
  const [only, ...others] = target.tasks;
  if (only && others.length === 0) {
    const exact = target.exact && (isReason || target.left === '');
    return findTaskAct(context, { command, taskId: only.id, unitIds, reason, exact });
  }
  const choices = target.tasks.map((task) => ({
    label: choiceOf(task, within),
    act: { do: 'pick' as const, command, taskId: task.id, unitIds: null, reason },
  }));
  return { decided: await deskAsks(context, only?.planId ?? first.id, desk.whichTask(commandLabel(command)), choices) };
}

const RIGHT: Record<PartCommand, Act> = {
  nudge: 'nudge',
  accept: 'accept',
  return: 'return',
  'decide-dispute': 'decide-dispute',
  escalate: 'escalate',
  'hold-back': 'escalate',
  extension: 'decide-extension',
  notice: 'notice',
  circular: 'notice',
  scan: 'scan-signed',
};

/** Whether a command goes on with words of its own: a reason, a verdict, a colour, what a scan is called. */
const takesWords = (command: PartCommand, left: string): boolean =>
  command === 'return' ||
  command === 'decide-dispute' ||
  command === 'hold-back' ||
  command === 'extension' ||
  command === 'scan' ||
  (command === 'notice' && colourOf(left) !== null);

/** A scan whose name begins with the unit's: 市科技局审签单.pdf names both. */
const scanNamed = (
  command: PartCommand,
  words: string,
  { unit, left }: { unit: { named: string } | null; left: string },
): string | null =>
  command === 'scan' && unit && words.includes(`${unit.named}${left}`) ? `${unit.named}${left}` : null;

/** 进度 with a task's number, or a plan's name, or nothing: tasks of every plan that may be read, and one's own. */
export async function readTaskForState(
  context: RowContext,
  plans: PlanRef[],
  words: string,
  what: 'task-state' | 'roll-up' = 'task-state',
): Promise<Read | null> {
  const { prisma } = context.deps;
  const own = (await context.parts()).filter(isOpenPart);
  const ownPlans = await prisma.plan.findMany({
    where: { id: { in: own.map(({ planId }) => planId) } },
    select: { id: true, title: true },
  });
  const all = [...new Map([...plans, ...ownPlans].map((plan) => [plan.id, plan])).values()];
  const { target, within } = await targetIn(context, all, words);
  if (target.named === null) return null;
  const [only, ...others] = target.tasks;
  if (only && others.length === 0) return { act: { do: what, taskId: only.id } };
  const planId = only?.planId ?? within[0]?.id ?? context.planId;
  const desk = deskWords(await context.talk(planId));
  if (!only) return { decided: await deskSays(context, planId, 'state', [desk.noSuchTask(target.named)]) };
  const choices = target.tasks.map((task) => ({
    label: choiceOf(task, within),
    act: { do: what, taskId: task.id },
  }));
  return {
    decided: await deskAsks(
      context,
      planId,
      desk.whichTask(commandLabel(what === 'roll-up' ? what : 'state')),
      choices,
    ),
  };
}

export async function targetIn({ deps: { prisma } }: RowContext, plans: PlanRef[], words: string) {
  const named = plans.length > 1 ? readPlan(words, plans) : null;
  const within = named?.plans ?? plans;
  const planId = { in: within.map(({ id }) => id) };
  const [tasks, units] = await Promise.all([
    prisma.task.findMany({
      where: { planId },
      orderBy: [{ planId: 'asc' }, { ordinal: 'asc' }],
      select: { id: true, planId: true, no: true, title: true },
    }),
    prisma.unit.findMany({ where: { planId }, select: { id: true, name: true, short: true, aliases: true } }),
  ]);
  return { within, target: readTarget(named?.left ?? words, tasks, units) };
}

/** The plan too, where the same number stands in several. */
export function choiceOf(
  { planId, no, title }: { planId: string; no: string | null; title: string },
  plans: PlanRef[],
) {
  const plan = plans.length > 1 ? plans.find(({ id }) => id === planId) : undefined;
  return `${plan ? `${shorten(plan.title, 12)} ` : ''}${itemName(no, title, 12)}`;
}

const OFFERED_MAX = 20;

/** Kind of the decision that a command settles. */
const AWAITED: Record<PartCommand, string> = {
  nudge: '',
  accept: 'completion',
  return: 'completion',
  'decide-dispute': 'dispute',
  escalate: 'escalation',
  'hold-back': 'escalation',
  extension: 'extension',
  notice: '',
  circular: '',
  scan: 'sign-off',
};

/** No task was named: what is late can be nudged, what is claimed can be accepted or returned. */
async function offer(
  context: RowContext,
  command: PartCommand,
  plans: PlanRef[],
  unitIds: string[] | null,
): Promise<Decision> {
  const choices: { label: string; act: DeskAct }[] = [];
  for (const { id } of plans) {
    const seen = await callDesk(context, (desk, actor) => today(desk, actor, { planId: id }));
    if ('refused' in seen) return saidNo(context, id, seen.refused);
    for (const { taskId, no, title, cells } of seen.done.board) {
      const awaits = AWAITED[command];
      const claimed = seen.done.decisions.some((one) => one.kind === awaits && one.taskId === taskId);
      const meant = cells.filter(({ unitId }) => unitIds === null || unitIds.includes(unitId));
      const isOffered = awaits === '' ? meant.some(({ light }) => light === 'red') : claimed && meant.length > 0;
      if (isOffered)
        choices.push({
          label: choiceOf({ planId: id, no, title }, plans),
          act: { do: 'pick', command, taskId, unitIds, reason: null },
        });
    }
  }
  const planId = plans[0]?.id ?? context.planId;
  const desk = deskWords(await context.talk(planId));
  const label = commandLabel(command);
  if (choices.length === 0) return deskSays(context, planId, 'note', [desk.nothingFor(label)]);
  return deskAsks(context, planId, desk.whichTask(label), choices.slice(0, OFFERED_MAX));
}
