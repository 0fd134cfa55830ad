import type { Instant, LocalDate, PhaseKind, Rank, UnitKind } from '../domain/plan/types.ts';
import type { CompletionStatus, DutyKind, Outcome, PartRole, Rung } from '../domain/supervision/types.ts';

/** Shapes of the HTTP API's answers, shared by server and page. All under /api, JSON, session cookie. */

export type Light = 'grey' | 'blue' | 'yellow' | 'red' | 'green';

/** GET /api/me */
export interface Me {
  person: { id: string; name: string };
  roles: { planId: string | null; role: string }[];
  /** Demo only: the view taken by 我是. */
  actingAs: { id: string; name: string; role: 'coordinator' | 'liaison' | 'leader' } | null;
}

/** GET /api/plans */
export interface PlanRow {
  id: string;
  title: string;
  place: string | null;
  docNumber: string | null;
  demo: boolean;
  /** draft 待排日期 · ready 待启动 · running 运行中 · archived 归档 · closed 已结束 */
  status: 'draft' | 'ready' | 'running' | 'archived' | 'closed';
  tasks: number;
  units: number;
  unitsBound: number;
  phases: {
    kind: PhaseKind;
    name: string;
    printed: string;
    start: LocalDate | null;
    end: LocalDate | null;
    proposed: boolean;
  }[];
}

/** GET /api/plans/:planId/redate?mode=&startOn= : a preview, nothing is changed. POST the same to choose. */
export interface RedatePreview {
  mode: 'shift' | 'rearrange' | 'takeover' | 'archive';
  defaultMode: 'shift' | 'rearrange' | 'takeover' | 'archive';
  /** 顺延17年 and the like. */
  summary: string;
  rows: { what: string; printed: string; effective: string; moved: boolean }[];
  questions: { code: string; text: string; proposed: string }[];
  /** Messages by working day over the first week. */
  firstWeek: { day: LocalDate; prompts: number; persons: number }[];
  unboundUnits: string[];
}

export interface Cell {
  unitId: string;
  partId: string;
  role: PartRole;
  light: Light;
  /** Why, in one sentence. */
  why: string;
  unconfirmed: boolean;
  /** The liaison who would be prompted for this part: the page opens this inbox. Absent: the unit's first liaison. */
  contactId?: string | null;
}

export interface BoardRow {
  taskId: string;
  no: string | null;
  section: string | null;
  title: string;
  dueOn: LocalDate | null;
  light: Light;
  why: string;
  /** 正常 临期 滞后 逾期 未启动 已办结 */
  label: string;
  cells: Cell[];
}

export interface Decision {
  id: string;
  kind:
    | 'completion'
    | 'unassigned'
    | 'undeliverable'
    | 'office-call'
    | 'unconfirmed'
    | 'dispute'
    | 'coordination'
    | 'change-contact';
  label: string;
  text: string;
  taskId: string | null;
  partId: string | null;
  unitId: string | null;
  since: Instant;
  actions: ('accept' | 'return' | 'assign' | 'bind' | 'done' | 'open')[];
}

/** GET /api/plans/:planId/today */
export interface Today {
  plan: PlanRow;
  office: string;
  /** The plan's clock. */
  now: Instant;
  localNow: string;
  day: { text: string; kind: 'workday' | 'makeup' | 'weekend' | 'holiday'; provisional: boolean; windows: string };
  demo: { caughtUpTo: LocalDate | null; catchingUp: boolean; canStep: boolean } | null;
  timersWaiting: number;
  temporalUi: string | null;
  counts: { overdue: number; behind: number; dueSoon: number; decisions: number };
  phases: PhaseStripItem[];
  advancing: { to: PhaseKind; until: Instant; by: string } | null;
  units: { id: string; name: string; short: string; kind: UnitKind }[];
  board: BoardRow[];
  decisions: Decision[];
}

export interface PhaseStripItem {
  kind: PhaseKind;
  name: string;
  start: LocalDate;
  end: LocalDate;
  status: 'done' | 'current' | 'next';
  /** 16/16 签收 · 第146天 */
  note: string;
  /** 0–1 of its working days gone. */
  elapsed: number;
  proposed: boolean;
}

/** GET /api/tasks/:taskId */
export interface TaskStory {
  taskId: string;
  planId: string;
  no: string | null;
  section: string | null;
  title: string;
  dueOn: LocalDate | null;
  printedDue: string | null;
  status: string;
  light: Light;
  why: string;
  parts: {
    partId: string;
    unitId: string;
    unit: string;
    role: PartRole;
    assumedLead: boolean;
    light: Light;
    why: string;
    progress: number | null;
    lastWords: string | null;
    receiptAt: Instant | null;
    completion: CompletionStatus;
    duties: {
      kind: DutyKind;
      cycle: string;
      label: string;
      dueOn: LocalDate;
      filedAt: Instant | null;
      late: boolean;
    }[];
    contacts: { name: string; rank: Rank; channel: string | null }[];
    canNudge: boolean;
  }[];
  /** Oldest first. */
  story: StoryEntry[];
  /** Every slot, past and coming, with its rule and outcome. */
  slots: {
    at: Instant;
    unit: string;
    duty: DutyKind;
    cycle: string;
    rung: Rung;
    rungLabel: string;
    rule: string;
    ruleLabel: string;
    outcome: Outcome | 'planned' | 'queued' | 'sending';
    reason: string | null;
    deliveryId: string | null;
    provisional: boolean;
  }[];
}

export interface StoryEntry {
  id: string;
  at: Instant;
  kind: 'event' | 'message' | 'reply';
  /** One sentence in official register. */
  text: string;
  actor: string;
  unit: string | null;
  via: string;
  /** A reply's own words, whole. */
  words: string | null;
  /** Chain place of the event, so that a light can be traced to it. */
  eventSeq: number | null;
  inboxId: string | null;
  outcome: string | null;
}

/** GET /api/plans/:planId/dry-run */
export interface DryRun {
  from: PhaseKind | null;
  to: PhaseKind | null;
  toName: string | null;
  hash: string;
  /** Advancing needs a reason when this is not empty. */
  gaps: { code: string; text: string; count: number }[];
  facts: { label: string; value: string }[];
  unboundUnits: string[];
  firstWeek: { day: LocalDate; prompts: number; persons: number }[];
  undoMinutes: number;
}

/** GET /api/inbox : the signed-in person's (or the one acted as), newest last. `?person=` for coordinators (read only view of the phone frame). */
export interface InboxView {
  person: { id: string; name: string; unit: string; rank: string };
  channel: string;
  entries: InboxEntry[];
  /** Open parts of this person, for forms. */
  open: {
    entityId: string;
    partId: string;
    no: string | null;
    title: string;
    duties: { kind: DutyKind; cycle: string; label: string; dueOn: LocalDate; late: boolean }[];
    progress: number | null;
  }[];
  /** May the viewer answer here (own inbox, or a demo person)? */
  canAnswer: boolean;
}

export interface InboxEntry {
  id: string;
  /** in: a message to this person; out: this person's own reply. */
  side: 'in' | 'out';
  at: Instant;
  heading: string | null;
  lines: string[];
  /** `opens`: the page opens the form (逐项填报, 立即填报) or puts the cursor into the reply box (说明原因) and posts nothing; null: posted. */
  buttons: { id: string; label: string; style: 'primary' | 'danger' | null; opens: 'form' | 'reply' | null }[];
  closedWith: string | null;
  signature: string | null;
  /** Out: what became of it. */
  outcome: string | null;
}

/**
 * Acts (POST, JSON; header `x-duban: 1`):
 *   /api/login {code} · /api/logout · /api/demo/as {role} or {personId}
 *   /api/plans (PlanFacts) · /api/plans/:planId/redate {mode, startOn?, reason?} · /api/plans/:planId/start
 *   /api/plans/:planId/advance {hash, reason?} · /api/plans/:planId/undo
 *   /api/tasks/:taskId/nudge {partId} · /accept {partId?} · /return {partId, reason} · /assign {unit, role} · /opt-in
 *   /api/plans/:planId/contacts {name, unit, rank} · /api/contacts/:personId/code → {code, expiresAt}
 *   /api/decisions/:id/done
 *   /api/inbox/text {text, clientId, person?} · /api/inbox/button {buttonId, clientId, person?}
 *   /api/inbox/form {lines:[{entityId, partId, progress?, words?, expectedOn?, blocker?, done?}], clientId, person?}
 *   /api/demo/step {to: 'workday'|'node'}
 * GET /api/plans/:planId/people : contacts with bindings. GET /api/plans/:planId/events?entity= : chained events.
 * Answer of an act: Acted. A refusal: 4xx with {error:{code,message}}.
 */
export interface Acted {
  ok: true;
  summary: string;
}

export interface ApiError {
  /** `problems` with PLAN_INVALID: one line each, `at` is the place in the plan (`tasks[3].leadUnits[0]`). */
  error: { code: string; message: string; problems?: { at: string; message: string }[] };
}

/** GET /api/plans/:planId/events?entity=<taskId> : one chain, oldest first. */
export interface ChainedEvent {
  entityId: string;
  seq: number;
  kind: string;
  actor: { id: string; name: string; onBehalfOf?: string };
  via: string;
  planAt: Instant;
  recordedAt: Instant;
  inboxItemId: string | null;
  body: Record<string, unknown>;
  hash: string;
  prevHash: string;
}

/** GET /api/plans/:planId/people */
export interface People {
  units: {
    id: string;
    name: string;
    short: string;
    kind: UnitKind;
    relation: string;
    contacts: { personId: string; name: string; rank: Rank; channels: string[] }[];
  }[];
}
