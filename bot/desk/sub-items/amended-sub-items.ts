import type { AmendmentEffects } from '../../../domain/supervision/amendment-effects.ts';
import { subItemEffects } from '../../../domain/supervision/sub-item-effects.ts';
import type { PlanTask } from '../../../domain/plan/types.ts';
import type { Db, Prisma } from '../../../prisma/client.ts';
import { taskWorkflowId } from '../../../workflows/ids.ts';

/** Lays what a change means for sub-items into their rows, within the acceptance, and into what the workflows are told. */
export async function amendSubItems(tx: Db, planId: string, effects: AmendmentEffects): Promise<AmendmentEffects> {
  if (effects.tasks.length === 0) return effects;
  const rows = await tx.task.findMany({ where: { planId }, orderBy: { ordinal: 'asc' } });
  const subRows = rows.flatMap((row) => (row.parentId === null ? [] : [{ ...row, parentId: row.parentId }]));
  if (subRows.length === 0) return effects;
  const over = await tx.checkpoint.findMany({
    where: { entityId: { in: subRows.map(({ id }) => taskWorkflowId(id)) }, status: { in: ['closed', 'cancelled'] } },
    select: { entityId: true },
  });
  const closed = new Set(over.map(({ entityId }) => entityId));
  const subItems = subRows.map((row) => ({ ...row, isOpen: !closed.has(taskWorkflowId(row.id)) }));
  const made = subItemEffects(effects.tasks, subItems, rows);
  for (const { id, row } of made) {
    if (Object.keys(row).length === 0) continue;
    const facts = subRows.find((one) => one.id === id)?.facts as unknown as PlanTask;
    const renumbered =
      row.no === undefined ? {} : { facts: { ...facts, no: row.no } as unknown as Prisma.InputJsonValue };
    await tx.task.update({ where: { id }, data: { ...row, ...renumbered } });
  }
  return { ...effects, tasks: [...effects.tasks, ...made.map(({ id, amended }) => ({ id, amended }))] };
}
