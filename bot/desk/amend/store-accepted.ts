import { randomUUID } from 'node:crypto';
import type { PlanFacts, PlanTask } from '../../../domain/plan/types.ts';
import type { Db, Prisma } from '../../../prisma/client.ts';
import type { AcceptedVersion } from './accepted-version.ts';

/** Rows of tasks that the plan has no more are kept behind those that it has (500 at most). */
const BEHIND = 1_000;
/** Out of everybody's way while the order is laid anew: a place is unique in its plan. */
const ASIDE = 100_000;

const json = (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue;

/** The plan, its units and its tasks as this version has them. */
export async function storePlanVersion(
  tx: Db,
  planId: string,
  { facts, dates, taskIds }: AcceptedVersion,
): Promise<void> {
  await storeUnits(tx, planId, facts.units);
  await storeTasks(tx, planId, facts.tasks, taskIds);
  await tx.plan.update({
    where: { id: planId },
    data: { title: facts.title, facts: json(facts), dates: json(dates) },
  });
}

/** Lays the amended tasks into their rows, each by its own id; `ids` in the order of the facts. Sub-items, which the plan doesn't print, stay where they are. */
async function storeTasks(tx: Db, planId: string, tasks: PlanTask[], ids: string[]): Promise<void> {
  const rows = await tx.task.findMany({ where: { planId, parentId: null }, orderBy: { ordinal: 'asc' } });
  const gone = rows.filter(({ id }) => !ids.includes(id));
  const order = [...ids.map((id, at) => ({ id, at })), ...gone.map(({ id }, at) => ({ id, at: BEHIND + at }))];
  const inPlace = order.every(({ id, at }) => rows.find((row) => row.id === id)?.ordinal === at);
  if (!inPlace)
    await tx.task.updateMany({ where: { planId, parentId: null }, data: { ordinal: { increment: ASIDE } } });
  for (const { id, at } of order) {
    const task = tasks[ids.indexOf(id)];
    const data = task
      ? { ordinal: at, no: task.no, section: task.section, title: task.title, facts: json(task) }
      : { ordinal: at };
    const row = rows.find((one) => one.id === id);
    if (row === undefined && task)
      await tx.task.create({ data: { id, planId, ...data, facts: json(task), title: task.title } });
    else if (!inPlace || (task && JSON.stringify(row?.facts) !== JSON.stringify(task)))
      await tx.task.update({ where: { id }, data });
  }
}

/** Units that the plan names for the first time, and groups whose members are others. A unit that it names no more keeps its row. */
async function storeUnits(tx: Db, planId: string, units: PlanFacts['units']): Promise<void> {
  const rows = await tx.unit.findMany({ where: { planId } });
  let ordinal = Math.max(-1, ...rows.map((row) => row.ordinal));
  for (const unit of units) {
    const row = rows.find(({ name }) => name === unit.name);
    const members = unit.members ?? [];
    if (!row) {
      const { name, short, aliases, kind, relation } = unit;
      ordinal += 1;
      await tx.unit.create({
        data: { id: randomUUID(), planId, name, short, aliases, kind, relation, members, ordinal },
      });
    } else if (row.members.join('\n') !== members.join('\n'))
      await tx.unit.update({ where: { id: row.id }, data: { members } });
  }
}
