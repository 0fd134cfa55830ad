import { kindOfPhase } from '../plan/phase-kind.ts';
import type { PhaseKind, PlanFacts, PlanPhase, PlanTarget, PlanTask, PlanUnit } from '../plan/types.ts';

const TASK: Omit<PlanTask, 'title'> = {
  no: null,
  section: null,
  leadUnits: [],
  responsibleUnits: [],
  otherUnits: [],
  obligation: null,
};
const PHASE: Pick<PlanPhase, 'start' | 'end' | 'duties'> = { start: null, end: null, duties: [] };
const TARGET: Omit<PlanTarget, 'name' | 'comparator' | 'value'> = {
  max: null,
  unit: null,
  baseline: null,
  per: null,
  by: null,
  scope: null,
};
const UNIT: Pick<PlanUnit, 'aliases' | 'kind' | 'relation'> = {
  aliases: [],
  kind: 'department',
  relation: 'subordinate',
};

const placeAmong = (at: number, phases: number): PhaseKind =>
  at === 0 ? 'deployment' : at === phases - 1 ? 'inspection' : 'implementation';

const phaseOf = (phase: PlanPhase, at: number, { length }: readonly PlanPhase[]): PlanPhase => {
  const kind = (phase.kind as PhaseKind | undefined) ?? kindOfPhase(phase.name, at, length) ?? placeAmong(at, length);
  return { ...PHASE, ...phase, kind };
};

/** What the shape of an import lets out, filled in as the import fills it: what persons enter may be short too. */
export function withDefaults(plan: PlanFacts): PlanFacts {
  return {
    ...plan,
    period: { start: plan.period.start ?? null, end: plan.period.end ?? null },
    phases: plan.phases.map(phaseOf),
    tasks: plan.tasks.map((task) => ({ ...TASK, ...task })),
    targets: plan.targets.map((target) => ({ ...TARGET, ...target })),
    bodies: plan.bodies.map((body) => ({ ...body, duties: (body.duties as string[] | undefined) ?? [] })),
    recurring: plan.recurring.map((one) => ({ ...one, who: one.who ?? null })),
    office: { name: plan.office.name, host: plan.office.host ?? null },
    units: plan.units.map((unit) => ({ ...UNIT, ...unit })),
    contacts: plan.contacts.map((one) => ({ ...one, rank: (one.rank as typeof one.rank | undefined) ?? 'liaison' })),
  };
}
