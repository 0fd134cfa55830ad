import { instantAt } from '../../domain/calendar/local-time.ts';
import type { Policy } from '../../domain/plan/policy.ts';
import type { PlanState } from '../../domain/supervision/types.ts';
import { planWorkflowId } from '../../workflows/ids.ts';
import type { DemoDeps } from './steps.ts';

/** The demo's coordinator moves on at this hour of a phase's last day. */
const ADVANCE_AT = '16:00';

/**
 * Where catching up stops next: the last day of the current phase, on which the demo's coordinator advances,
 * or the end. Advances first if that day has come.
 */
export async function advanceWhenReady(deps: DemoDeps, planId: string, until: Date): Promise<Date> {
  const plan = await deps.prisma.plan.findUniqueOrThrow({ where: { id: planId } });
  const { zone } = (plan.policy as unknown as Policy).values;
  const state = await planState(deps, planId);
  const phase = state.phases[state.current];
  if (!phase || state.advancing) return until;
  const at = new Date(instantAt(phase.end, ADVANCE_AT, zone));
  if (at > until) return until;
  if ((await deps.clock.now(plan.clockId)) < at) return at;
  await deps.advance(planId);
  return new Date(Math.min(until.getTime(), at.getTime() + state.undoWindowMs + 60_000));
}

async function planState({ prisma }: DemoDeps, planId: string): Promise<PlanState> {
  const { state } = await prisma.checkpoint.findUniqueOrThrow({ where: { entityId: planWorkflowId(planId) } });
  return state as unknown as PlanState;
}
