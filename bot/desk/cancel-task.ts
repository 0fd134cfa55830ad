import { itemLabel } from '../../domain/chat/item-label.ts';
import { MIN_REASON } from '../../domain/supervision/office-act.ts';
import { decideTask } from './decide-task.ts';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { findRunningTask } from './find-task.ts';
import { tellParent } from './sub-items/carry-sub-items.ts';
import { eachOpenSubItem } from './sub-items/each-open.ts';

/**
 * Ends a task that is no longer part of the plan, and what it was broken down into; all stay on record. Its
 * sub-items go first: cut off in between, the task is still there to be cancelled again. Throws RefusedError REASON_REQUIRED, TASK_CLOSED.
 */
export async function cancelTask(
  deps: DeskDeps,
  actor: DeskActor,
  { taskId, reason }: { taskId: string; reason: string },
): Promise<DeskResult> {
  const found = await findRunningTask(deps, actor, taskId, 'cancel');
  const { task, state } = found;
  const why = `上级任务${itemLabel(task.no, task.title)}取消:${reason.trim()}`;
  // What the workflow is going to refuse takes nothing with it.
  const goes = reason.trim().length >= MIN_REASON && state.status !== 'closed' && state.status !== 'cancelled';
  const gone = goes
    ? await eachOpenSubItem(deps, actor, found, (sub, by) => decideTask(deps, by, sub, { kind: 'cancel', reason: why }))
    : 0;
  const done = await decideTask(deps, actor, found, { kind: 'cancel', reason });
  await tellParent(deps, actor, found, 'cancelled');
  return gone === 0 ? done : { summary: `${done.summary},其${gone}项分解任务一并取消` };
}
