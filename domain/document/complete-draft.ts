import { deriveUnits } from '../plan/units.ts';
import type { PlanFacts } from '../plan/types.ts';
import type { DraftPlan } from './types.ts';
import { withDefaults } from './with-defaults.ts';

const OFFICE = '领导小组办公室';

/** 领导小组办公室(设在市科技局) → 市科技局 */
const HOSTED = /设在([^,。;,;()()]{2,40})/;
const HOSTED_TRADITIONAL = /設在([^,。;,;()()]{2,40})/;

/** The unit that hosts the leading group's office, where a body's name or duties say so. */
export function printedHost({ bodies }: Pick<PlanFacts, 'bodies'>): string | null {
  for (const { name, duties } of bodies)
    for (const text of [name, ...duties]) {
      const host = (HOSTED.exec(text) ?? HOSTED_TRADITIONAL.exec(text))?.[1];
      if (host !== undefined) return host.trim();
    }
  return null;
}

/** A draft with everything that an import needs and no plan prints: kinds of phases, the office, the list of units. */
export function completeDraft(draft: DraftPlan): PlanFacts {
  const given: Partial<PlanFacts> = draft;
  const whole = withDefaults({
    ...draft,
    office: given.office ?? { name: OFFICE, host: printedHost(draft) },
    units: given.units ?? [],
    contacts: given.contacts ?? [],
  });
  return whole.units.length > 0 ? whole : { ...whole, units: deriveUnits(whole) };
}
