import type { RedatedPlan } from '../domain/plan/redate-types.ts';
import type { PlanSpan } from '../domain/supervision/extension-terms.ts';
import type { PlanState } from '../domain/supervision/types.ts';
import { planWorkflowId } from '../workflows/ids.ts';
import type { Db } from './client.ts';

/** A plan's phases and its last day, as its workflow has them; before its start as they were re-dated. */
export async function planSpan(db: Db, planId: string): Promise<PlanSpan> {
  const checkpoint = await db.checkpoint.findUnique({
    where: { entityId: planWorkflowId(planId) },
    select: { state: true },
  });
  const running = (checkpoint?.state as unknown as PlanState | undefined)?.phases.map(({ end }) => ({ end }));
  const phases = running ?? (await redated(db, planId));
  const planEnd = phases.reduce((last, { end }) => (end > last ? end : last), '0000-00-00');
  return { phases, planEnd };
}

async function redated(db: Db, planId: string): Promise<{ end: string }[]> {
  const plan = await db.plan.findUnique({ where: { id: planId }, select: { dates: true } });
  const dates = plan?.dates as unknown as RedatedPlan | null | undefined;
  return dates?.phases.map(({ end }) => ({ end: end.effective })) ?? [];
}
