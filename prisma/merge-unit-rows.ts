import type { Db } from './client.ts';
import type { Unit } from './generated/client.ts';

/**
 * One unit's names mean another from now on, groups name the other, and its contacts become the other's: for the tasks
 * that are moving, and still in its own for what is past.
 */
export async function mergeUnitRows(db: Db, gone: Unit, into: Unit, taskIds: string[]): Promise<void> {
  const names = [gone.name, gone.short, ...gone.aliases].filter((name) => name !== into.name && name !== into.short);
  await db.unit.update({
    where: { id: into.id },
    data: { aliases: [...new Set([...into.aliases, ...names])] },
  });
  await db.unit.update({ where: { id: gone.id }, data: { mergedInto: into.id } });
  const groups = await db.unit.findMany({ where: { planId: gone.planId, members: { has: gone.name } } });
  for (const { id, members } of groups) {
    const renamed = members.map((member) => (member === gone.name ? into.name : member));
    await db.unit.update({ where: { id }, data: { members: [...new Set(renamed)] } });
  }
  const contacts = await db.membership.findMany({ where: { unitId: gone.id, active: true } });
  for (const { personId, rank, taskIds: own } of contacts) {
    const moved = own.length === 0 ? taskIds : own.filter((id) => taskIds.includes(id));
    if (moved.length === 0) continue;
    const had = await db.membership.findUnique({
      where: { personId_unitId_rank: { personId, unitId: into.id, rank } },
    });
    const all = had?.active && had.taskIds.length === 0;
    await db.membership.upsert({
      where: { personId_unitId_rank: { personId, unitId: into.id, rank } },
      create: { id: `${personId}-${into.id}-${rank}`, personId, unitId: into.id, rank, taskIds: moved },
      update: { active: true, taskIds: all ? [] : [...new Set([...(had?.active ? had.taskIds : []), ...moved])] },
    });
  }
}
