import { homePlan, planTalk } from '../plan-talk.ts';
import type { DispatchDeps, InboxRow, PlanTalk, RowContext } from './types.ts';

/** Surroundings of one row for its person; what a plan says of itself is read once a row. */
export async function rowContext(
  deps: DispatchDeps,
  row: InboxRow,
  person: { id: string; name: string },
): Promise<RowContext> {
  const planId = await homePlan(deps.prisma, person.id);
  const talks = new Map<string, Promise<PlanTalk>>();
  return {
    deps,
    row,
    person: { id: person.id, name: person.name },
    planId,
    talk(of = planId) {
      const known = talks.get(of) ?? planTalk(deps.prisma, deps.clock, of, person.id);
      talks.set(of, known);
      return known;
    },
  };
}
