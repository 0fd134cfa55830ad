import { instantAt } from '../calendar/local-time.ts';
import type { Policy } from '../plan/policy.ts';
import type { RedatedPlan, RedatedTask } from '../plan/redate-types.ts';
import type { Instant, LocalDate, PlanTask, UnitRelation } from '../plan/types.ts';
import { expandUnits, type UnitRow } from './expand-units.ts';
import type { PartSeed } from './new-part.ts';
import { newSupervisedState, RULE_VERSION } from './new-state.ts';
import type { PhaseWindow, PlanState, SupervisedState } from './types.ts';

export interface PlanSeed {
  planId: string;
  entityId: string;
  clockId: string;
  offsetMs: number;
  title: string;
  dates: RedatedPlan;
  policy: Policy;
}

/** A plan's state before its workflow's first turn. */
export function initialPlanState(seed: PlanSeed): PlanState {
  const { dates, policy } = seed;
  const firstPhase =
    dates.mode === 'takeover' ? dates.phases.findIndex(({ end }) => end.effective >= dates.activeFrom) : 0;
  return {
    schemaVersion: 1,
    kind: 'plan',
    entityId: seed.entityId,
    planId: seed.planId,
    clockId: seed.clockId,
    offsetMs: seed.offsetMs,
    generation: 1,
    version: 0,
    eventSeq: 0,
    status: 'running',
    title: seed.title,
    phases: phaseWindows(dates),
    current: -1,
    firstPhase: Math.max(0, firstPhase),
    epoch: 0,
    undoWindowMs: policy.values.undoWindowMinutes * 60_000,
    advancing: null,
    told: true,
    pendingEvents: [],
    seenItems: [],
    calendarVersion: 0,
    ruleVersion: RULE_VERSION,
  };
}

export const phaseWindows = (dates: RedatedPlan): PhaseWindow[] =>
  dates.phases.map(({ kind, name, start, end }) => ({
    kind,
    epoch: 0,
    name,
    start: start.effective,
    end: end.effective,
  }));

export interface TaskSeed {
  planId: string;
  entityId: string;
  clockId: string;
  offsetMs: number;
  task: PlanTask;
  dates: RedatedTask | undefined;
  /** Of a sub-item, which the plan's dates don't know. */
  dueOn?: LocalDate | null;
  phase: PhaseWindow;
  units: UnitRow[];
  officeUnit: UnitRow;
  startedAt: Instant;
  policy: Policy;
}

/** A task's state at the start of its plan, its units expanded into frozen parts. */
export function initialTaskState(seed: TaskSeed): SupervisedState {
  const { task, policy } = seed;
  return newSupervisedState({
    kind: 'task',
    entityId: seed.entityId,
    planId: seed.planId,
    clockId: seed.clockId,
    offsetMs: seed.offsetMs,
    no: task.no,
    title: task.title,
    dueOn: seed.dueOn ?? seed.dates?.due.effective ?? null,
    keyTask: task.key ?? false,
    optional: task.obligation === 'optional',
    phase: seed.phase,
    parts: expandUnits(task, seed.units, seed.officeUnit),
    startedAt: seed.startedAt,
    policyVersion: policy.version,
  });
}

export interface PhaseSeed {
  planId: string;
  entityId: string;
  clockId: string;
  offsetMs: number;
  phase: PhaseWindow;
  duties: string[];
  officeUnit: UnitRow;
  startedAt: Instant;
  policy: Policy;
}

/** A phase's own one-off duties, each a part of the office, due with the phase. */
export function initialPhaseState(seed: PhaseSeed): SupervisedState {
  const relation: UnitRelation = 'subordinate';
  const parts: PartSeed[] = seed.duties.map((title, index) => ({
    id: `p${index + 1}`,
    unitId: seed.officeUnit.id,
    role: 'lead',
    relation,
    title,
  }));
  return newSupervisedState({
    kind: 'phase',
    entityId: seed.entityId,
    planId: seed.planId,
    clockId: seed.clockId,
    offsetMs: seed.offsetMs,
    no: null,
    title: seed.phase.name,
    dueOn: seed.phase.end,
    keyTask: false,
    optional: false,
    phase: seed.phase,
    parts,
    startedAt: seed.startedAt,
    policyVersion: seed.policy.version,
  });
}

/** When a plan's debts begin: now, but never before the day it was taken over from. */
export function startOf(dates: RedatedPlan, now: Instant, zone: string): Instant {
  const active = instantAt(dates.activeFrom, '00:00', zone);
  return active > now ? active : now;
}
