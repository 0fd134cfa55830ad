import type { Instant, LocalDate, PhaseKind, UnitRelation } from '../plan/types.ts';
import type { LastFigure } from './figures.ts';
import type { RolledUp } from './roll-up.ts';
import type { Filing, StandingReport } from './filings.ts';
import type { DecidedExtension, PartRequest, Paused } from './part-request.ts';
import type { RecurringKind } from './recurring-kinds.ts';
import type { DutyKind, Escalation, ReleasedRung, SettledRungs, Slot } from './rung.ts';

export { DUTY_KINDS, OUTCOMES } from './rung.ts';
export type {
  Audience,
  DutyKind,
  Escalation,
  Outcome,
  PartSlot,
  ReleasedRung,
  Rung,
  SettledRungs,
  Slot,
  SlotPart,
} from './rung.ts';

export type PartRole = 'lead' | 'responsible';

/** One duty of one part with its deadline. Closed duties leave the state; Events keep them. */
export interface Duty {
  kind: DutyKind;
  /**
   * `once` for receipt and completion; `2026Q4`, `2026-12`, `inspection` for reports; of recurring duties also
   * `plan-2027`, `annual-2026`, `assess-2026`, `year-2026`, `review-2029`, `funds-2027H1`, `deploy-…`, `meeting-…`,
   * `half-2027H1`, `weekly-2026W48`.
   */
  cycle: string;
  /** Later periods that it stands for too (`absorbPeriods`), oldest first; absent: none. */
  also?: string[];
  /** The part's deadlineSeq for which this deadline was reckoned; absent: 1. Read by `deadlineOf`, as the next two are. */
  seq?: number;
  /** The day as printed or reckoned. */
  dueOn: LocalDate;
  dueAt: Instant;
  /** Red begins here (a due date on a rest day: end of the next working day); absent: at dueAt. */
  redAt?: Instant;
  /** Reminders count back from this working day; absent: dueOn. */
  countFrom?: LocalDate;
  /** When this duty began to exist for its part (nothing before it is owed). */
  openFrom: Instant;
  provisional?: boolean;
  filedAt?: Instant;
  late?: boolean;
}

export type CompletionStatus = 'open' | 'claimed' | 'returned' | 'accepted';

/** How a duty comes back, asked from this day on. */
export interface Recurs {
  kind: RecurringKind;
  from: LocalDate;
}

/** One unit's share of one task, or of a phase's duty. What `leanState` leaves out of records is optional. */
export interface Part {
  id: string;
  unitId: string;
  role: PartRole;
  relation: UnitRelation;
  /** First responsible unit that leads by convention (no lead unit printed). */
  assumedLead?: boolean;
  /** Title of a phase's own duty; a task's parts carry none. */
  title?: string;
  /** A printed duty that comes back: it owes a report a period, and no completion. Absent: it doesn't. */
  recurs?: Recurs;
  /** Rises at every change of a deadline; unsent prompts of older ones are withdrawn. */
  deadlineSeq: number;
  duties: Duty[];
  receiptAt: Instant | null;
  /** 0–100, or null where nothing was said in figures. */
  progress: number | null;
  /** Last confirmed words, at most 60 characters (`lastWordsOf`); the row in the inbox has all. */
  lastWords: string | null;
  lastReportAt: Instant | null;
  lastItemId: string | null;
  expectedOn?: LocalDate | null;
  blocker?: string | null;
  /** Since when there has been one without a break; absent in older states. */
  blockerSince?: Instant;
  unquantifiedRun?: number;
  noChangeRun?: number;
  completion: CompletionStatus;
  claimedBy?: string | null;
  completionAt?: Instant | null;
  returnedWith?: string | null;
  /** Was red and has filed since: yellow until one on-pace confirmed report. */
  recovering?: boolean;
  /** Item that last changed this part, so that an older row never overwrites a newer one. */
  lastReceivedAt?: Instant | null;
  nudges?: number;
  nudgeAllowedFrom?: Instant | null;
  /** What its unit asked for and is not settled yet; absent: nothing. */
  request?: PartRequest;
  /** Own due day after an extension or a pause; absent: the task's. */
  dueOn?: LocalDate;
  /** Extensions granted, and asked for; absent: none. */
  extensions?: number;
  extensionAsks?: number;
  /** The last decision on an extension, as long as it may be undone. */
  decided?: DecidedExtension;
  /** How often the office returned its completion; absent: never. */
  returns?: number;
  /** Last confirmed roll-up of the others, where this part compiles; absent: none. */
  rolledUp?: RolledUp;
  /** 职责有异议 that the office hasn't decided; absent: none. `by`: name of who said it. */
  dispute?: { at: Instant; by: string; reason: string };
  /** Former part (of another unit) that this one took over; absent: it was its unit's from the start. */
  movedFrom?: string;
  /** Answers that may still be taken back, newest last; absent: none. */
  filings?: Filing[];
  /** The report that stands, for corrections; absent: none since this was kept. */
  standing?: StandingReport;
  /** Last totals by what they count; absent: none. */
  figures?: LastFigure[];
  /** Its newest answer was taken back and none has come since; absent: no. */
  takenBackAt?: Instant;
}

export interface FormerPart extends Part {
  withdrawnAt: Instant;
  /** By a decision of the office: to which unit (its name; null: to none) and why. Absent: by an amendment of the plan. */
  left?: { to: string | null; reason: string };
}

export interface PhaseWindow {
  kind: PhaseKind;
  epoch: number;
  name: string;
  start: LocalDate;
  end: LocalDate;
}

export type EntityStatus = 'waiting' | 'open' | 'closed' | 'cancelled';

/** Who did it; `id` is a Person's id, or `system`, `local-coordinator`. */
export interface Actor {
  id: string;
  name: string;
  onBehalfOf?: string;
}

/** Decided in a workflow, not yet on record: becomes one Event. */
export interface PendingEvent {
  seq: number;
  kind: string;
  actor: Actor;
  via: string;
  at: Instant;
  receivedAt?: Instant;
  inboxItemId?: string;
  body: Record<string, unknown>;
  /** Rungs that end with this event without being sent. */
  settled?: SettledRungs[];
  /** Held rungs that the office released with this event: sent from that instant on. */
  released?: ReleasedRung[];
}

/** What task and phase workflows share: parts, slots and one timer. Dates are ISO strings; below 64 KiB. */
export interface SupervisedState {
  schemaVersion: 1;
  kind: 'task' | 'phase';
  entityId: string;
  planId: string;
  clockId: string;
  offsetMs: number;
  generation: number;
  version: number;
  eventSeq: number;
  status: EntityStatus;
  no: string | null;
  title: string;
  /** Printed or derived due day of the task; completion is owed by it. */
  dueOn: LocalDate | null;
  keyTask: boolean;
  /** 选做 not chosen: no light, no chase. */
  optional: boolean;
  phase: PhaseWindow | null;
  parts: Part[];
  /** Withdrawn by an amendment of the plan: nothing is owed; an answer on its way is recorded under them. */
  formerParts?: FormerPart[];
  /** Last confirmed roll-up where the office compiles; absent: none. */
  rolledUp?: RolledUp;
  slots: Slot[];
  /** Absent: none is held. An answer, another deadline or the office's word ends them. */
  escalations?: Escalation[];
  /** Slots beyond this instant are not in the state yet: ask `schedule` again then. */
  scheduleUntil: Instant | null;
  /** Raised by whatever makes the slots stale; `schedule` answers for one value of it. */
  scheduleSeq: number;
  scheduledSeq: number;
  /** Before this instant nothing was owed: past rungs are recorded as skipped (在途接管). */
  startedAt: Instant;
  calendarVersion: number;
  ruleVersion: number;
  policyVersion: number;
  seenItems: string[];
  pendingEvents: PendingEvent[];
  /** 暂缓: nothing fires until it goes on. */
  paused?: Paused;
  /** Periods that fell due before this instant, while it was paused, are not owed. */
  resumedAt?: Instant;
}

/** What the plan workflow holds: the order of phases, and which is current. */
export interface PlanState {
  schemaVersion: 1;
  kind: 'plan';
  entityId: string;
  planId: string;
  clockId: string;
  offsetMs: number;
  generation: number;
  version: number;
  eventSeq: number;
  status: 'running' | 'closed';
  title: string;
  phases: PhaseWindow[];
  /** Index into phases; -1 before the first is opened. */
  current: number;
  /** Where the plan begins: 0, or the phase that runs on the day of an 在途接管. */
  firstPhase: number;
  epoch: number;
  undoWindowMs: number;
  advancing: {
    to: number;
    undoUntil: Instant;
    dossierHash: string;
    override: string | null;
    by: Actor;
  } | null;
  /** Entities of this epoch were told of it; false while that is still to do. */
  told: boolean;
  pendingEvents: PendingEvent[];
  seenItems: string[];
  calendarVersion: number;
  ruleVersion: number;
}

export type EntityState = SupervisedState | PlanState;
