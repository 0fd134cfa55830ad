import type { RedatedPlan } from '../domain/plan/redate-types.ts';
import type { PlanSpan } from '../domain/supervision/extension-terms.ts';
import { leadDueOf } from '../domain/supervision/sub-items.ts';
import type { PlanState, SupervisedState } from '../domain/supervision/types.ts';
import { planWorkflowId, taskWorkflowId } from '../workflows/ids.ts';
import type { Db } from './client.ts';
import { taskIdOf } from '../domain/task-entity.ts';

/**
 * A plan's phases and its last day, as its workflow has them; before its start as they were re-dated. `entityId`:
 * of the task that it is asked for, whose parent bounds it where it is a sub-item.
 */
export async function planSpan(db: Db, planId: string, entityId?: string): Promise<PlanSpan> {
  const checkpoint = await db.checkpoint.findUnique({
    where: { entityId: planWorkflowId(planId) },
    select: { state: true },
  });
  const running = (checkpoint?.state as unknown as PlanState | undefined)?.phases.map(({ end }) => ({ end }));
  const phases = running ?? (await redated(db, planId));
  const planEnd = phases.reduce((last, { end }) => (end > last ? end : last), '0000-00-00');
  const parentDue = entityId === undefined ? null : await parentDueOf(db, entityId);
  return { phases, planEnd, ...(parentDue === null ? {} : { parentDue }) };
}

/** The day by which the task is owed of which this is a piece; null: it is none, or its task has no day. */
async function parentDueOf(db: Db, entityId: string): Promise<string | null> {
  const id = taskIdOf(entityId) ?? '';
  const task = await db.task.findUnique({ where: { id }, select: { parentId: true } });
  if (!task || task.parentId === null) return null;
  const parent = await db.checkpoint.findUnique({
    where: { entityId: taskWorkflowId(task.parentId) },
    select: { state: true },
  });
  return parent ? leadDueOf(parent.state as unknown as SupervisedState) : null;
}

async function redated(db: Db, planId: string): Promise<{ end: string }[]> {
  const plan = await db.plan.findUnique({ where: { id: planId }, select: { dates: true } });
  const dates = plan?.dates as unknown as RedatedPlan | null | undefined;
  return dates?.phases.map(({ end }) => ({ end: end.effective })) ?? [];
}
