import type { Plan } from '../../../prisma/generated/client.ts';
import type { Actor } from '../../../domain/supervision/types.ts';
import type { DeskDeps } from '../deps.ts';
import { startTasksAmid } from '../start-tasks-amid.ts';

/** Why a task began amid its plan. */
export interface AddedBy {
  amendmentId: string;
  changeId: string;
  /** Id of the task of which it is a piece. */
  splitFrom: string | null;
  actor: Actor;
  via: string;
}

/** Starts a task that an amendment added, in the phase that runs, owing from now on. */
export async function startAddedTask(
  deps: DeskDeps,
  { id: planId }: Pick<Plan, 'id'>,
  taskId: string,
  { actor, via, ...by }: AddedBy,
): Promise<void> {
  await startTasksAmid(deps, planId, [{ taskId, event: { kind: 'taskAdded', actor, via, body: { ...by } } }]);
}
