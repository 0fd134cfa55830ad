import type { Part, SupervisedState } from '../domain/supervision/types.ts';
import type { Db } from './client.ts';
import { taskEntityId, taskIdOf } from '../domain/task-entity.ts';

/** A task of another plan that is one with a given one. */
export interface SharedEntity {
  taskId: string;
  entityId: string;
  planId: string;
  planTitle: string;
  no: string | null;
  title: string;
  /** null: its plan hasn't started. */
  state: SupervisedState | null;
  /** Its part of a unit by the unit's id in the given task's plan; units are one where their names are. */
  partOf(unitId: string): Part | null;
}

/** The tasks of other plans that are linked with this one; none for what is no task. */
export async function sharedEntities(db: Db, entityId: string): Promise<SharedEntity[]> {
  const taskId = taskIdOf(entityId);
  if (taskId === null) return [];
  const own = await db.sharedTask.findUnique({
    where: { taskId },
    include: { task: { select: { planId: true } } },
  });
  if (!own) return [];
  const others = await db.sharedTask.findMany({
    where: { groupId: own.groupId, taskId: { not: own.taskId } },
    include: { task: { include: { plan: { select: { title: true } } } } },
    orderBy: { taskId: 'asc' },
  });
  const [checkpoints, units] = await Promise.all([
    db.checkpoint.findMany({
      where: { entityId: { in: others.map(({ taskId }) => taskEntityId(taskId)) } },
      select: { entityId: true, state: true },
    }),
    db.unit.findMany({
      where: { planId: { in: [own.task.planId, ...others.map(({ task }) => task.planId)] } },
      select: { id: true, planId: true, name: true },
    }),
  ]);
  return others.map(({ taskId, task }) => {
    const checkpoint = checkpoints.find((one) => one.entityId === taskEntityId(taskId));
    const state = (checkpoint?.state ?? null) as unknown as SupervisedState | null;
    return {
      taskId,
      entityId: taskEntityId(taskId),
      planId: task.planId,
      planTitle: task.plan.title,
      no: task.no,
      title: task.title,
      state,
      partOf(unitId) {
        const name = units.find(({ id }) => id === unitId)?.name;
        const theirs = units.find((unit) => unit.planId === task.planId && unit.name === name)?.id;
        return (name !== undefined && state?.parts.find((part) => part.unitId === theirs)) || null;
      },
    };
  });
}
