import type { Policy } from '../../domain/plan/policy.ts';
import type { RedatedPlan } from '../../domain/plan/redate-types.ts';
import type { Instant, PlanFacts } from '../../domain/plan/types.ts';
import type { Act } from '../../domain/rights.ts';
import type { Plan } from '../../prisma/generated/client.ts';
import type { DeskActor, DeskDeps } from './deps.ts';
import { refuseRecorded, requireRight } from './refuse.ts';

export interface FoundPlan {
  row: Plan;
  facts: PlanFacts;
  policy: Policy;
  dates: RedatedPlan | null;
  /** The plan's clock. */
  now: Instant;
}

/** The plan that an act is about, once the actor may do it. Refusals are recorded: PLAN_UNKNOWN, NOT_PERMITTED. */
export async function findPlan(deps: DeskDeps, actor: DeskActor, planId: string, act: Act): Promise<FoundPlan> {
  const row = await deps.prisma.plan.findUnique({ where: { id: planId } });
  if (!row) return refuseRecorded(deps, actor, planId, act, 'PLAN_UNKNOWN', { plan: planId });
  await requireRight(deps, actor, act, planId, await ownUnits(deps, actor, planId));
  return foundPlan(deps, row);
}

export const foundPlan = async ({ clock }: DeskDeps, row: Plan): Promise<FoundPlan> => ({
  row,
  facts: row.facts as unknown as PlanFacts,
  policy: row.policy as unknown as Policy,
  dates: row.dates as unknown as RedatedPlan | null,
  now: (await clock.now(row.clockId)).toISOString(),
});

/** A member of a unit reads the plan as far as that unit is in it. */
async function ownUnits({ prisma }: DeskDeps, actor: DeskActor, planId: string): Promise<string[]> {
  if (actor.memberships.length === 0) return [];
  const rows = await prisma.unit.findMany({
    where: { planId, id: { in: actor.memberships.map(({ unitId }) => unitId) } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
