import { may } from '../../../domain/rights.ts';
import { liaisonsOf } from '../../../prisma/bound-units.ts';
import type { PlanRow } from '../../../web/api.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import { planRow } from './plan-row.ts';

/** The plans that the actor may know of, in the order in which they were loaded. */
export async function planList(
  { prisma }: DeskDeps,
  actor: DeskActor,
  _input: Record<string, never> = {},
): Promise<PlanRow[]> {
  const rows = await prisma.plan.findMany({
    orderBy: { ordinal: 'asc' },
    include: {
      units: { orderBy: { ordinal: 'asc' }, select: { id: true } },
      _count: { select: { tasks: { where: { parentId: null } } } },
    },
  });
  const own = new Set(actor.memberships.map(({ unitId }) => unitId));
  const seen = rows.filter(
    ({ id, units }) => may('list-plans', actor.grants, { planId: id }) || units.some((unit) => own.has(unit.id)),
  );
  return Promise.all(
    seen.map(async (row) =>
      planRow({ row, units: row.units, tasks: row._count.tasks, liaisons: await liaisonsOf(prisma, row.id) }),
    ),
  );
}
