import { deriveUnits } from '../plan/units.ts';
import { kindOfPhase } from '../plan/phase-kind.ts';
import type { PhaseKind, PlanFacts } from '../plan/types.ts';
import type { DraftPlan } from './types.ts';

const OFFICE = '领导小组办公室';

/** 领导小组办公室(设在市科技局) → 市科技局 */
const HOSTED = /设在([^,。;,;()()]{2,40})/;
const HOSTED_TRADITIONAL = /設在([^,。;,;()()]{2,40})/;

const placeAmong = (at: number, phases: number): PhaseKind =>
  at === 0 ? 'deployment' : at === phases - 1 ? 'inspection' : 'implementation';

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
  const whole: PlanFacts = {
    ...draft,
    phases: draft.phases.map((phase, at, all) => ({
      ...phase,
      kind:
        (phase.kind as PhaseKind | undefined) ?? kindOfPhase(phase.name, at, all.length) ?? placeAmong(at, all.length),
    })),
    office: given.office ?? { name: OFFICE, host: printedHost(draft) },
    units: given.units ?? [],
    contacts: given.contacts ?? [],
  };
  return whole.units.length > 0 ? whole : { ...whole, units: deriveUnits(whole) };
}
