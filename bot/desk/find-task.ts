import type { Act } from '../../domain/rights.ts';
import type { SupervisedState } from '../../domain/supervision/types.ts';
import type { Task, Unit } from '../../prisma/generated/client.ts';
import { taskWorkflowId } from '../../workflows/ids.ts';
import type { DeskActor, DeskDeps } from './deps.ts';
import { foundPlan, type FoundPlan } from './find-plan.ts';
import { refuseRecorded, requireRight } from './refuse.ts';

export interface FoundTask extends FoundPlan {
  task: Task;
  entityId: string;
  /** null: its plan hasn't started. */
  state: SupervisedState | null;
  units: Unit[];
}

/** The task that an act is about, once the actor may do it. Refusals are recorded: TASK_UNKNOWN, NOT_PERMITTED. */
export async function findTask(deps: DeskDeps, actor: DeskActor, taskId: string, act: Act): Promise<FoundTask> {
  const task = await deps.prisma.task.findUnique({
    where: { id: taskId },
    include: { plan: { include: { units: { orderBy: { ordinal: 'asc' } } } } },
  });
  if (!task) return refuseRecorded(deps, actor, null, act, 'TASK_UNKNOWN', { task: taskId.slice(0, 80) });
  const entityId = taskWorkflowId(taskId);
  const checkpoint = await deps.prisma.checkpoint.findUnique({ where: { entityId }, select: { state: true } });
  const state = (checkpoint?.state ?? null) as unknown as SupervisedState | null;
  const { plan, ...row } = task;
  await requireRight(deps, actor, act, plan.id, state ? unitsIn(state, act) : []);
  return { ...(await foundPlan(deps, plan)), task: row, entityId, state, units: plan.units };
}

/** A unit whose part was taken away still reads what it said; it does nothing any more. */
const unitsIn = ({ parts, formerParts = [] }: SupervisedState, act: Act): string[] =>
  [...parts, ...(act === 'read-story' ? formerParts : [])].map(({ unitId }) => unitId);

/** The same for an act that needs a running task: PLAN_NOT_READY where its plan hasn't started. */
export async function findRunningTask(
  deps: DeskDeps,
  actor: DeskActor,
  taskId: string,
  act: Act,
): Promise<FoundTask & { state: SupervisedState }> {
  const found = await findTask(deps, actor, taskId, act);
  if (found.state === null)
    return refuseRecorded(deps, actor, found.row.id, act, 'PLAN_NOT_READY', { status: '未启动' });
  return { ...found, state: found.state };
}
