import { decideTask } from './decide-task.ts';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { findRunningTask } from './find-task.ts';

/** Ends a task that is no longer part of the plan; it stays on record. Throws RefusedError REASON_REQUIRED, TASK_CLOSED. */
export async function cancelTask(
  deps: DeskDeps,
  actor: DeskActor,
  { taskId, reason }: { taskId: string; reason: string },
): Promise<DeskResult> {
  return decideTask(deps, actor, await findRunningTask(deps, actor, taskId, 'cancel'), { kind: 'cancel', reason });
}
