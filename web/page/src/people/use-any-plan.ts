import type { PlanRow } from '../../../api.ts';
import { usePlans } from '../api/queries.ts';
import { usePlan } from '../shell/plan-choice.tsx';

/** The plan that the address names, else the one looked at, else the first; also one that has not been started. */
export function useAnyPlan(planId: string | null): { all: PlanRow[]; plan: PlanRow | null } {
  const running = usePlan();
  const all = usePlans().data ?? [];
  return { all, plan: all.find(({ id }) => id === planId) ?? running.plan ?? all[0] ?? null };
}
