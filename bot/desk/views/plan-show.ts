import type { RedatedPlan } from '../../../domain/plan/redate-types.ts';
import type { PlanFacts } from '../../../domain/plan/types.ts';
import { liaisonsOf } from '../../../prisma/bound-units.ts';
import type { PlanRow } from '../../../web/api.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import { findPlan } from '../find-plan.ts';
import { planRow } from './plan-row.ts';

export interface PlanShown extends PlanRow {
  facts: PlanFacts;
  /** Every date printed and effective, once they were chosen. */
  dates: RedatedPlan | null;
}

/** One plan with what was imported. Throws RefusedError PLAN_UNKNOWN, NOT_PERMITTED. */
export async function planShow(deps: DeskDeps, actor: DeskActor, { planId }: { planId: string }): Promise<PlanShown> {
  const { row, facts, dates } = await findPlan(deps, actor, planId, 'read-board');
  const [units, tasks, liaisons] = await Promise.all([
    deps.prisma.unit.findMany({ where: { planId }, select: { id: true } }),
    deps.prisma.task.count({ where: { planId } }),
    liaisonsOf(deps.prisma, planId),
  ]);
  return { ...planRow({ row, units, tasks, liaisons }), facts, dates };
}
