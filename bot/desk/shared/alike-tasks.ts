import type { AlikeTask } from '../../../web/api.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import { findTask } from '../find-task.ts';
import { sharedAmongSeen } from '../views/shared-tasks.ts';

/** Tasks of other plans that this one may be linked with, the likeliest first. Throws RefusedError TASK_UNKNOWN, NOT_PERMITTED. */
export async function alikeTasks(
  deps: DeskDeps,
  actor: DeskActor,
  { taskId }: { taskId: string },
): Promise<AlikeTask[]> {
  await findTask(deps, actor, taskId, 'link-tasks');
  const found = await sharedAmongSeen(deps, actor);
  return found.flatMap(({ one, other, score }) => {
    const theirs = one.taskId === taskId ? other : other.taskId === taskId ? one : null;
    if (!theirs) return [];
    const { no, title } = theirs.task;
    return [{ taskId: theirs.taskId, planTitle: theirs.planTitle, no, title, score }];
  });
}
