import { decideTask } from './decide-task.ts';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { findRunningTask } from './find-task.ts';

/** Chooses an optional task (选做): from now on it is owed and has a light. */
export async function optIn(deps: DeskDeps, actor: DeskActor, { taskId }: { taskId: string }): Promise<DeskResult> {
  return decideTask(deps, actor, await findRunningTask(deps, actor, taskId, 'opt-in'), { kind: 'opt-in' });
}
