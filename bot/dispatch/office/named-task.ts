import type { RowContext } from '../types.ts';
import { deskWords } from './desk-message.ts';
import { taskEntityId } from '../../../domain/task-entity.ts';

/** How sentences call a task and one of its units; empty where it has none such. */
export async function namedTask(
  context: RowContext,
  { taskId, partId }: { taskId: string; partId: string | null },
): Promise<{ planId: string; item: string; unit: string }> {
  const { prisma } = context.deps;
  const task = await prisma.task.findUnique({
    where: { id: taskId },
    include: { plan: { include: { units: { select: { id: true, name: true } } } } },
  });
  const state = await prisma.checkpoint.findUnique({
    where: { entityId: taskEntityId(taskId) },
    select: { state: true },
  });
  const parts = (state?.state as { parts?: { id: string; unitId: string }[] } | undefined)?.parts ?? [];
  const unitId = parts.find(({ id }) => id === partId)?.unitId;
  return {
    planId: task?.planId ?? context.planId,
    item: deskWords(await context.talk(task?.planId ?? context.planId)).item(task?.no ?? null, task?.title ?? ''),
    unit: task?.plan.units.find(({ id }) => id === unitId)?.name ?? '',
  };
}
