import { DEFAULT_POLICY, type Policy } from '../../domain/plan/policy.ts';
import type { PlanFacts } from '../../domain/plan/types.ts';
import { SEED_PLANS } from '../../seeds/plans/index.ts';
import { scriptedContactsFor } from '../../seeds/test-contacts.ts';
import type { RunningPlan } from './plan-run.ts';

/**
 * Tasks without printed units get owners, as the office would assign them: nobody can answer otherwise. Two
 * where there are more than two units, so that every unit has a task that is not its own.
 */
function withOwners(facts: PlanFacts): PlanFacts {
  const names = facts.units.filter(({ kind }) => kind !== 'group').map(({ name }) => name);
  const unit = (index: number): string => names[index % names.length] as string;
  return {
    ...facts,
    tasks: facts.tasks.map((task, index) =>
      task.leadUnits.length + task.responsibleUnits.length > 0
        ? task
        : { ...task, leadUnits: [unit(index)], responsibleUnits: names.length > 2 ? [unit(index + 1)] : [] },
    ),
  };
}

/**
 * Whoever has had three digests in a week is asked in the next one: over the wire a message that a provider put off
 * into the next week would then move others, and with them the days of their answers. The stories play the budget.
 */
export const UNBUDGETED: Policy = {
  ...DEFAULT_POLICY,
  values: { ...DEFAULT_POLICY.values, digestsPerWeek: 7, digestsPerWeekInAll: 14 },
};

/** A published plan with its invented contacts, dates shifted. Throws where there is none of that id. */
export function ownedPlan(id: string, policy: Policy = DEFAULT_POLICY): RunningPlan {
  const seed = SEED_PLANS.find((one) => one.id === id);
  if (!seed) throw new Error(`there is no plan ${id}`);
  const facts = withOwners(seed.facts);
  return { id, facts, contacts: scriptedContactsFor(facts), mode: 'shift', policy };
}
