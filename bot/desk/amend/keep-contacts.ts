import type { Db } from '../../../prisma/client.ts';

/**
 * Sees to it that somebody of each unit is asked about a task that came to it by an amendment, where the unit's
 * contacts are named task by task: who had the task that it came from (`inherits`), else the first of that rank.
 */
export async function keepContacts(
  tx: Db,
  { taskId, unitIds, inherits }: { taskId: string; unitIds: string[]; inherits: string[] },
): Promise<void> {
  const rows = await tx.membership.findMany({
    where: { unitId: { in: unitIds }, active: true },
    orderBy: { id: 'asc' },
    select: { id: true, unitId: true, rank: true, taskIds: true },
  });
  const places = new Map(rows.map((row) => [`${row.unitId} ${row.rank}`, row]));
  for (const { unitId, rank } of places.values()) {
    const group = rows.filter((row) => row.unitId === unitId && row.rank === rank);
    if (group.some(({ taskIds }) => taskIds.length === 0 || taskIds.includes(taskId))) continue;
    const heirs = group.filter(({ taskIds }) => taskIds.some((id) => inherits.includes(id)));
    for (const { id } of heirs.length > 0 ? heirs : group.slice(0, 1))
      await tx.membership.update({ where: { id }, data: { taskIds: { push: taskId } } });
  }
}
