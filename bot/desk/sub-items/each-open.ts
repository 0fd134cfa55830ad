import type { SupervisedState } from '../../../domain/supervision/types.ts';
import { taskWorkflowId } from '../../../workflows/ids.ts';
import { subItemsOf } from '../../../prisma/sub-items.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import type { FoundTask } from '../find-task.ts';

export type Running = FoundTask & { state: SupervisedState };

/** Does the same to each sub-item that is open, in their order; resolves to how many there were. An act of the actor's gets an id a sub-item. */
export async function eachOpenSubItem(
  deps: DeskDeps,
  actor: DeskActor,
  parent: Running,
  act: (sub: Running, by: DeskActor) => Promise<unknown>,
): Promise<number> {
  let count = 0;
  for (const { row, state } of await subItemsOf(deps.prisma, parent.task.id)) {
    if (state === null || state.status === 'closed' || state.status === 'cancelled') continue;
    const by = actor.actId === undefined ? actor : { ...actor, actId: `${actor.actId}/${row.id}` };
    await act({ ...parent, task: row, entityId: taskWorkflowId(row.id), state }, by);
    count += 1;
  }
  return count;
}
