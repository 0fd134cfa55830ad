import type { IssuedRung } from '../domain/supervision/decide-issue.ts';
import type { DossierNow } from '../domain/supervision/apply-plan.ts';
import type { Schedule } from '../domain/supervision/schedule.ts';
import type { EntityState, PendingEvent, PhaseWindow, SupervisedState } from '../domain/supervision/types.ts';

/** One flush of an entity: its new events, and its whole state after them. Applied once, in one transaction. */
export interface Projection {
  entityId: string;
  kind: EntityState['kind'];
  planId: string;
  generation: number;
  version: number;
  events: PendingEvent[];
  /** pendingEvents is empty in it. */
  state: EntityState;
  status: string;
  nextAt: string | null;
}

/** The phase that opens, with what its entities need to know. */
export interface OpenPhase {
  planId: string;
  clockId: string;
  offsetMs: number;
  now: string;
  /** null: the plan is over; only the last phase's own duties end. */
  phase: PhaseWindow | null;
  closes: { kind: PhaseWindow['kind']; epoch: number } | null;
}

export interface SendTurn {
  clockId: string;
  offsetMs: number;
  now: string;
}

export interface SendTurnResult {
  deliveries: number;
  prompts: number;
  /** True: the batch was full, ask again at once. */
  more: boolean;
  /** When something queued may be sendable next; null: only a kick will tell. */
  nextAt: string | null;
}

/** All activities. Failures: retried for ever, but for STALE_GENERATION, which ends the older run. */
export interface Activities {
  schedule(input: { state: SupervisedState; now: string }): Promise<Schedule>;
  project(input: { projection: Projection }): Promise<void>;
  /** Rungs that came due, with the projection of the state that no longer holds them: one transaction. */
  issuePrompts(input: {
    projection: Projection;
    issued: IssuedRung[];
    now: string;
    offsetMs: number;
    clockId: string;
  }): Promise<void>;
  /** Of these units, those without a supervisor who could be told of this entity. */
  unitsWithoutRank(input: { entityId: string; unitIds: string[] }): Promise<string[]>;
  openPhase(input: OpenPhase): Promise<void>;
  dossier(input: { planId: string; now: string }): Promise<DossierNow>;
  sendDue(input: SendTurn): Promise<SendTurnResult>;
}
