import { createHash } from 'node:crypto';
import type { RedatedPlan } from '../domain/plan/redate-types.ts';
import type { Instant } from '../domain/plan/types.ts';
import { buildDossier, type Dossier, type DossierInput } from '../domain/supervision/dossier.ts';
import { phaseWindows } from '../domain/supervision/initial-states.ts';
import { liaisonsOf, unboundUnits } from './bound-units.ts';
import type { Db } from './client.ts';
import { ownPhase, planStates, type PlanStates } from './plan-states.ts';

export interface LoadedDossier extends Dossier {
  /** SHA-256 of what a person is shown. */
  hash: string;
  input: DossierInput;
  states: PlanStates;
}

/** A plan's dossier from its checkpoints: the same for the dry run and for the workflow that asks again. */
export async function loadDossier(db: Db, planId: string, now: Instant): Promise<LoadedDossier> {
  const [plan, states, units, liaisons] = await Promise.all([
    db.plan.findUniqueOrThrow({ where: { id: planId }, select: { dates: true } }),
    planStates(db, planId),
    db.unit.findMany({ where: { planId }, orderBy: { ordinal: 'asc' }, select: { id: true, short: true } }),
    liaisonsOf(db, planId),
  ]);
  const windows =
    states.plan?.phases ?? (plan.dates === null ? [] : phaseWindows(plan.dates as unknown as RedatedPlan));
  const current = states.plan?.current ?? -1;
  const window = windows[current];
  const next = windows[current < 0 ? (states.plan?.firstPhase ?? 0) : current + 1];
  const owing = new Set(
    states.tasks.filter(({ status }) => status === 'open').flatMap((task) => task.parts.map(({ unitId }) => unitId)),
  );
  const input: DossierInput = {
    phase: window && states.plan ? { ...window, epoch: states.plan.epoch } : null,
    next: next ? { kind: next.kind, name: next.name, start: next.start, end: next.end } : null,
    tasks: states.tasks,
    own: ownPhase(states),
    unboundUnits: unboundUnits(units, owing, liaisons).map(({ short }) => short),
  };
  const dossier = buildDossier(input, now);
  return { ...dossier, input, states, hash: createHash('sha256').update(dossier.canonical).digest('hex') };
}
