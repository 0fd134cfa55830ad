import { deriveUnits, unitFinder } from '../plan/units.ts';
import type { PlanFacts, PlanUnit } from '../plan/types.ts';

const referred = (facts: PlanFacts): Set<string> =>
  new Set([
    ...facts.tasks.flatMap(({ leadUnits, responsibleUnits, otherUnits }) => [
      ...leadUnits,
      ...responsibleUnits,
      ...otherUnits,
    ]),
    ...facts.contacts.map(({ unit }) => unit),
    ...(facts.office.host === null ? [] : [facts.office.host]),
  ]);

/**
 * Units of the plan as it stands: those of the draft but for names that an edit took away everywhere, then those
 * that edits brought, by a first guess.
 */
export function listUnits(draft: PlanFacts, now: PlanFacts): PlanUnit[] {
  const [before, after] = [referred(draft), referred(now)];
  const named = ({ name, aliases }: PlanUnit, names: Set<string>): boolean =>
    [name, ...aliases].some((one) => names.has(one));
  const kept = draft.units.filter((unit) => named(unit, after) || !named(unit, before));
  const known = unitFinder(kept);
  return [...kept, ...deriveUnits(now).filter(({ name }) => known(name) === undefined)];
}
