import { randomUUID } from 'node:crypto';

import { itemName, planName } from '../../../domain/chat/item-label.ts';
import type { PlanTask } from '../../../domain/plan/types.ts';
import { supersedeShared } from '../../../prisma/shared-rungs.ts';
import { appendDeskEventIn } from '../../../prisma/events.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../deps.ts';
import { findTask, type FoundTask } from '../find-task.ts';
import { eventActor, refuseRecorded } from '../refuse.ts';

/**
 * Two tasks of two plans are one: their units are asked once a period, by the plan that wants the report first, and
 * what they answer is recorded in both. Each plan keeps its own due day, light and acceptance. Throws RefusedError
 * SHARED_SAME_PLAN, SHARED_CLOCKS, SHARED_NO_UNIT, TASK_CLOSED, TASK_UNKNOWN, NOT_PERMITTED.
 */
export async function linkTasks(
  deps: DeskDeps,
  actor: DeskActor,
  { taskId, otherTaskId }: { taskId: string; otherTaskId: string },
): Promise<DeskResult> {
  const one = await findTask(deps, actor, taskId, 'link-tasks');
  const other = await findTask(deps, actor, otherTaskId, 'link-tasks');
  const refuse = (code: 'SHARED_SAME_PLAN' | 'SHARED_CLOCKS' | 'SHARED_NO_UNIT') =>
    refuseRecorded(deps, actor, one.row.id, 'link-tasks', code);
  if (one.row.id === other.row.id) return refuse('SHARED_SAME_PLAN');
  if (one.row.clockId !== other.row.clockId) return refuse('SHARED_CLOCKS');
  for (const { state, row } of [one, other])
    if (state?.status === 'closed' || state?.status === 'cancelled') {
      const details = { status: state.status === 'closed' ? '办结' : '取消' };
      return refuseRecorded(deps, actor, row.id, 'link-tasks', 'TASK_CLOSED', details);
    }
  const units = unitsOf(other);
  if (!unitsOf(one).some((name) => units.includes(name))) return refuse('SHARED_NO_UNIT');
  const linked = await deps.prisma.$transaction(async (tx) => {
    const known = await tx.sharedTask.findMany({ where: { taskId: { in: [taskId, otherTaskId] } } });
    const groups = [...new Set(known.map(({ groupId }) => groupId))];
    if (known.length === 2 && groups.length === 1) return false;
    const groupId = groups[0] ?? randomUUID();
    await tx.sharedTask.updateMany({ where: { groupId: { in: groups } }, data: { groupId } });
    await tx.sharedTask.createMany({
      data: [one, other]
        .filter(({ task }) => !known.some((row) => row.taskId === task.id))
        .map(({ task, now }) => ({ taskId: task.id, groupId, linkedBy: eventActor(actor), planAt: new Date(now) })),
    });
    for (const { entityId, now } of [one, other]) await supersedeShared(tx, entityId, new Date(now));
    for (const [own, theirs] of [
      [one, other],
      [other, one],
    ] as const)
      await appendDeskEventIn(tx, {
        planId: own.row.id,
        kind: 'taskLinked',
        actor: eventActor(actor),
        via: actor.via,
        planAt: new Date(own.now),
        body: { entityId: own.entityId, otherEntityId: theirs.entityId, other: nameOf(theirs) },
      });
    return true;
  });
  return { summary: linked ? `已关联:${nameOf(other)}` : '此前已关联。' };
}

/** Names of a task's units: those that work on it, or those that its plan prints. */
function unitsOf({ state, units, task }: FoundTask): string[] {
  if (state) return state.parts.flatMap(({ unitId }) => units.find(({ id }) => id === unitId)?.name ?? []);
  const { leadUnits, responsibleUnits } = task.facts as unknown as PlanTask;
  return [...leadUnits, ...responsibleUnits];
}

export const nameOf = ({ row, task }: Pick<FoundTask, 'row' | 'task'>): string =>
  `${planName(row.title, false)}${itemName(task.no, task.title, 24)}`;
