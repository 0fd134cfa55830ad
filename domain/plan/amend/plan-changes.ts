import type { PlanFacts, PlanTask } from '../types.ts';
import { orderDiffers } from './arrange.ts';
import { phaseChanges } from './phase-changes.ts';
import { fieldChanges, unitListChanges } from './plan-fields.ts';
import { targetChanges } from './target-changes.ts';
import { taskChanges } from './task-changes.ts';
import type { Change, TaskMatch } from './types.ts';
import { listText, quoted, taskText } from './wording.ts';

/**
 * Everything that a new version (aligned, see alignFacts) says otherwise, in the order of the plan. The same
 * two versions and match give the same ids.
 */
export function planChanges(old: PlanFacts, now: PlanFacts, match: TaskMatch): Change[] {
  const kept = match.pairs.flatMap((pair) => taskChanges(taskAt(old, pair.old), taskAt(now, pair.now), pair));
  return [
    ...fieldChanges(old, now),
    ...phaseChanges(old.phases, now.phases),
    ...unitListChanges(old.units, now.units),
    ...kept,
    ...match.removed.map((gone) => removedChange(old, now, match, gone)),
    ...match.added.map((come) => addedChange(old, now, come)),
    ...orderChange(old, now, match),
    ...targetChanges(old.targets, now.targets),
  ];
}

const taskAt = ({ tasks }: PlanFacts, at: number): PlanTask => tasks[at] as PlanTask;

function removedChange(
  old: PlanFacts,
  now: PlanFacts,
  match: TaskMatch,
  { old: at, mergedInto }: TaskMatch['removed'][number],
): Change {
  const task = taskAt(old, at);
  const merged = mergedInto === null ? null : taskAt(now, mergedInto);
  const doubtful = match.pairs.some((pair) => pair.doubtful && mergedInto !== null && pair.now === mergedInto);
  return {
    id: `t${at}.removed`,
    kind: merged ? 'task-merged' : 'task-removed',
    sentence: merged ? `${taskText(task)}并入${taskText(merged)}。` : `新版不再列${taskText(task)}。`,
    was: task.title,
    now: merged?.title ?? null,
    touches: { what: 'task', old: at, now: mergedInto },
    doubtful,
  };
}

function addedChange(old: PlanFacts, now: PlanFacts, { now: at, splitFrom }: TaskMatch['added'][number]): Change {
  const task = taskAt(now, at);
  const whole = splitFrom === null ? null : taskAt(old, splitFrom);
  return {
    id: `n${at}`,
    kind: whole ? 'task-split' : 'task-added',
    sentence: whole
      ? `由${taskText(whole)}分出${quoted(task.title)}。`
      : `新增${taskText(task)},牵头单位:${listText(task.leadUnits)},责任单位:${listText(task.responsibleUnits)}。`,
    was: whole?.title ?? null,
    now: task.title,
    touches: { what: 'task', old: splitFrom, now: at },
    doubtful: false,
  };
}

function orderChange(old: PlanFacts, now: PlanFacts, { pairs }: TaskMatch): Change[] {
  const byOld = pairs.map((pair) => pair.old);
  const byNow = [...pairs].sort((a, b) => a.now - b.now).map((pair) => pair.old);
  if (!orderDiffers(byOld, byNow)) return [];
  const names = ({ tasks }: PlanFacts): string => listText(tasks.map(({ no, title }) => no ?? title));
  return [
    {
      id: 'tasks.order',
      kind: 'task-order',
      sentence: '任务的排列次序有调整。',
      was: names(old),
      now: names(now),
      touches: { what: 'plan' },
      doubtful: false,
    },
  ];
}
