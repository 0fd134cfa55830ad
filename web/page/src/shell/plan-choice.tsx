import { createContext, useContext } from 'react';
import type { PlanRow } from '../../../api.ts';
import { useStored } from '../api/stored.ts';

export interface PlanChoice {
  plans: PlanRow[];
  plan: PlanRow | null;
  choose: (planId: string) => void;
}

export const PlanContext = createContext<PlanChoice>({ plans: [], plan: null, choose: () => undefined });

export function usePlan(): PlanChoice {
  return useContext(PlanContext);
}

/** The plan looked at: the one chosen here before, else the demo, else the first that runs. */
export function usePlanChoice(plans: PlanRow[]): PlanChoice {
  const [stored, store] = useStored('plan');
  const running = plans.filter(
    (plan) => plan.status === 'running' || plan.status === 'closed' || plan.status === 'archived',
  );
  const plan = running.find(({ id }) => id === stored) ?? running.find(({ demo }) => demo) ?? running[0] ?? null;
  return { plans: running, plan, choose: store };
}
