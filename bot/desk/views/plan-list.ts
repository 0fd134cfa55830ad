import { liaisonsOf } from '../../../prisma/bound-units.ts';
import type { PlanRow } from '../../../web/api.ts';
import { may } from '../../../domain/rights.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import { findPlan } from '../find-plan.ts';
import { planRow } from './plan-row.ts';

/** The plans that the actor may know of, in the order in which they were loaded. */
export async function planList({ prisma }: DeskDeps, actor: DeskActor): Promise<PlanRow[]> {
  const rows = await prisma.plan.findMany({ orderBy: { ordinal: 'asc' }, include: { units: { orderBy: { ordinal: 'asc' }, select: { id: true } }, _count: { select: { tasks: true } } } });
  const own = new Set(actor.memberships.map(({ unitId }) => unitId));
  const seen = rows.filter(({ id, units }) => may('list-plans', actor.grants, { planId: id }) || units.some((unit) => own.has(unit.id)));
  return Promise.all(seen.map(async (row) => planRow({ row, units: row.units, tasks: row._count.tasks, liaisons: await liaisonsOf(prisma, row.id) })));
}

/** One plan as the list shows it. Throws RefusedError PLAN_UNKNOWN, NOT_PERMITTED. */
export async function planShow(deps: DeskDeps, actor: DeskActor, { planId }: { planId: string }): Promise<PlanRow> {
  const { row } = await findPlan(deps, actor, planId, 'list-plans');
  const [units, tasks, liaisons] = await Promise.all([
    deps.prisma.unit.findMany({ where: { planId }, select: { id: true } }),
    deps.prisma.task.count({ where: { planId } }),
    liaisonsOf(deps.prisma, planId),
  ]);
  return planRow({ row, units, tasks, liaisons });
}
