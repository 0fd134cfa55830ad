import { askAgainAlone } from '../../../prisma/queries/ask-again-alone.ts';
import { appendDeskEventIn } from '../../../prisma/events.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../deps.ts';
import { findTask } from '../find-task.ts';
import { eventActor, refuseRecorded } from '../refuse.ts';
import { supersedeShared } from '../../../prisma/shared-rungs.ts';
import { taskEntityId } from '../../../domain/task-entity.ts';

/**
 * A task stands for itself again: what others asked for in its place, it asks for itself, the last rung of each open
 * period at once. What was recorded in both stays. Throws RefusedError SHARED_NOT_LINKED, TASK_UNKNOWN, NOT_PERMITTED.
 */
export async function unlinkTask(
  deps: DeskDeps,
  actor: DeskActor,
  { taskId }: { taskId: string },
): Promise<DeskResult> {
  const found = await findTask(deps, actor, taskId, 'link-tasks');
  const { row, now, entityId } = found;
  const link = await deps.prisma.sharedTask.findUnique({ where: { taskId } });
  if (!link) return refuseRecorded(deps, actor, row.id, 'link-tasks', 'SHARED_NOT_LINKED');
  const left = await deps.prisma.sharedTask.findMany({
    where: { groupId: link.groupId, taskId: { not: taskId } },
    include: { task: { select: { planId: true } } },
  });
  const isAlone = left.length === 1;
  await deps.prisma.$transaction(async (tx) => {
    await tx.sharedTask.deleteMany({
      where: { taskId: { in: [taskId, ...(isAlone ? left.map((one) => one.taskId) : [])] } },
    });
    const others = left.map((one) => [taskEntityId(one.taskId), one.task.planId] as const);
    // What this one asked for the others they ask themselves, or the first of those that are still linked.
    for (const [own] of [[entityId], ...others] as const) {
      await askAgainAlone(tx, { entityId: own, open: await openReports(tx, own) });
      await supersedeShared(tx, own, new Date(now));
    }
    for (const [own, planId] of [[entityId, row.id] as const, ...(isAlone ? others : [])]) {
      await appendDeskEventIn(tx, {
        planId,
        kind: 'taskUnlinked',
        actor: eventActor(actor),
        via: actor.via,
        planAt: new Date(now),
        body: { entityId: own },
      });
    }
  });
  await deps.entities.kickSender(row.clockId, await deps.clock.offsetMs(row.clockId));
  return { summary: '已取消关联,各方案分别提示、分别登记' };
}

async function openReports(
  tx: Parameters<typeof askAgainAlone>[0],
  entityId: string,
): Promise<{ partId: string; cycle: string }[]> {
  const row = await tx.checkpoint.findUnique({ where: { entityId }, select: { state: true } });
  const { parts = [] } = (row?.state ?? {}) as {
    parts?: { id: string; completion: string; duties: { kind: string; cycle: string; filedAt?: string }[] }[];
  };
  return parts
    .filter(({ completion }) => completion !== 'accepted')
    .flatMap(({ id, duties }) =>
      duties
        .filter(({ kind, filedAt }) => kind === 'report' && filedAt === undefined)
        .map(({ cycle }) => ({ partId: id, cycle })),
    );
}
