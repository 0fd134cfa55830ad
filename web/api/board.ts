import type { Instant, LocalDate, PhaseKind, UnitKind } from '../../domain/plan/types.ts';
import type { PartRole } from '../../domain/supervision/types.ts';
import type { PlanRow } from './plans.ts';

export type Light = 'grey' | 'blue' | 'yellow' | 'red' | 'green';

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
  /** Of a sub-item (分解任务): the task that it is a piece of, which stands before it; null: the plan's own. */
  parentId: string | null;
  /** How its sub-items stand; absent: it has none. */
  subItems?: { total: number; done: number };
}

export interface Decision {
  id: string;
  kind:
    | 'completion'
    | 'sign-off'
    | 'extension'
    | 'unassigned'
    | 'undeliverable'
    | 'office-call'
    | 'escalation'
    | 'no-rank'
    | 'stand-in'
    | 'circular'
    | 'notice'
    | 'unconfirmed'
    | 'dispute'
    | 'coordination'
    | 'directive'
    | 'roll-up'
    | 'change-contact'
    | 'binding'
    | 'evidence';
  label: string;
  text: string;
  taskId: string | null;
  partId: string | null;
  unitId: string | null;
  /** Of a held rung for a supervisor. */
  escalationId?: string;
  /** Of a draft supervision notice or circular. */
  noticeId?: string;
  /** Of files without a task. */
  files?: { id: string; name: string }[];
  since: Instant;
  actions: DecisionAction[];
  /** Of an extension: the request that is decided on, as it was seen, and the day that is asked for. */
  request?: { id: string; newDueOn: LocalDate; dueOn: LocalDate; level: 'office' | 'leading-group' };
}

export type DecisionAction =
  | 'accept'
  | 'return'
  | 'grant'
  | 'other-date'
  | 'refuse'
  | 'scan'
  | 'assign'
  | 'reassign'
  | 'keep-duty'
  | 'escalate'
  | 'hold-back'
  | 'release-notice'
  | 'drop-notice'
  | 'bind'
  | 'file-evidence'
  | 'done'
  | 'open';

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
