import type { Instant, LocalDate } from '../plan/types.ts';
import { newPart, type PartSeed } from './new-part.ts';
import type { PhaseWindow, SupervisedState } from './types.ts';

export interface NewSupervised {
  kind: 'task' | 'phase';
  entityId: string;
  planId: string;
  clockId: string;
  offsetMs: number;
  no: string | null;
  title: string;
  dueOn: LocalDate | null;
  keyTask: boolean;
  optional: boolean;
  phase: PhaseWindow | null;
  parts: PartSeed[];
  startedAt: Instant;
  policyVersion: number;
}

/** Version of the rules in domain/supervision; every Event names it. 2: rungs for the supervisor and the draft circular. */
export const RULE_VERSION = 2;

/** State of a task or phase at generation 1, before its workflow's first turn. */
export function newSupervisedState(seed: NewSupervised): SupervisedState {
  return {
    schemaVersion: 1,
    kind: seed.kind,
    entityId: seed.entityId,
    planId: seed.planId,
    clockId: seed.clockId,
    offsetMs: seed.offsetMs,
    generation: 1,
    version: 0,
    eventSeq: 0,
    status: seed.phase ? 'open' : 'waiting',
    no: seed.no,
    title: seed.title,
    dueOn: seed.dueOn,
    keyTask: seed.keyTask,
    optional: seed.optional,
    phase: seed.phase,
    parts: seed.parts.map(newPart),
    slots: [],
    scheduleUntil: null,
    scheduleSeq: 1,
    scheduledSeq: 0,
    startedAt: seed.startedAt,
    calendarVersion: 0,
    ruleVersion: RULE_VERSION,
    policyVersion: seed.policyVersion,
    seenItems: [],
    pendingEvents: [],
  };
}
