import type { Instant, LocalDate, Rank } from '../../domain/plan/types.ts';
import type { CompletionStatus, DutyKind, Outcome, PartRole, Rung } from '../../domain/supervision/types.ts';
import type { EvidenceView } from './evidence.ts';
import type { Light } from './board.ts';

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
  /** 暂缓; null: it goes on. */
  paused: { since: Instant; until: LocalDate; reason: string } | null;
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
    /** Last totals by what they count. */
    figures: { name: string; value: number; unit: string; on: LocalDate }[];
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
    /** 职责有异议 that awaits the office; null: none. */
    dispute: { at: Instant; by: string; reason: string } | null;
    canNudge: boolean;
    /** Rungs for its supervisor that wait for the office's word. */
    held: number;
    /** What its unit asked for and waits for. */
    request?: {
      id: string;
      kind: 'completion' | 'extension';
      signOff: 'waiting' | 'given' | 'not-needed';
      by: string;
      /** Of an extension. */
      newDueOn: LocalDate | null;
      level: 'office' | 'leading-group';
      /** May the viewer sign it? */
      canSign: boolean;
    };
    /** The last decision on an extension can still be taken back. */
    canUndoExtension?: boolean;
  }[];
  /** How the parts add up in the open period; null where there is nothing to add up. */
  rollUp: RollUpView | null;
  /** Of a sub-item (分解任务): the task that it is a piece of; null: the plan's own. */
  parent: { taskId: string; no: string | null; title: string } | null;
  /** What it was broken down into. */
  subItems: {
    rows: SubItemRow[];
    /** 5项分解任务中3项办结; null where there is none. */
    text: string | null;
    /** May the viewer add one now? */
    mayAdd: boolean;
  };
  /** Tasks of other plans that are one with this. */
  shared: SharedTaskView[];
  /** Files on record that the viewer may open, oldest first. */
  evidence: EvidenceView[];
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
    outcome: Outcome | 'held' | 'planned' | 'queued' | 'sending';
    reason: string | null;
    deliveryId: string | null;
    provisional: boolean;
  }[];
}

export interface SharedTaskView {
  taskId: string;
  planTitle: string;
  no: string | null;
  title: string;
  dueOn: LocalDate | null;
}

/** GET /api/tasks/:taskId/alike: the likeliest first, those of one title before all. */
export interface AlikeTask {
  taskId: string;
  planTitle: string;
  no: string | null;
  title: string;
  /** 0–1 */
  score: number;
}

export interface SubItemRow {
  taskId: string;
  no: string | null;
  title: string;
  dueOn: LocalDate | null;
  light: Light;
  /** 正常 临期 滞后 逾期 未启动 已办结 已取消 */
  label: string;
  why: string;
  units: { short: string; role: PartRole }[];
}

export interface RollUpView {
  cycle: string;
  /** 2026年第四季度 */
  label: string;
  /** Short name of the unit that adds up; null: the office. */
  compiler: string | null;
  /** 5家中3家已报,缺市X局、市Y局 */
  status: string;
  missing: string[];
  /** One paragraph a line, each unit in its own words. */
  draft: string;
  /** Parts that the draft is made of. */
  from: string[];
  /** Mean of the units that gave a figure. */
  progress: number | null;
  /** When the draft was made; what comes later isn't in it. */
  asOf: Instant;
  confirmed: { at: Instant; n: number; from: string[]; words: string } | null;
  /** 市X局汇总后补报; empty where nothing came after the confirmed one. */
  after: string;
  mayConfirm: boolean;
}

export interface StoryEntry {
  id: string;
  at: Instant;
  kind: 'event' | 'message' | 'reply';
  /** One sentence in official register. */
  text: string;
  actor: string;
  /** Who, of where, and to whom: 市科技局周某宁 · 办公室陈某,对市科技局. */
  who: string;
  unit: string | null;
  via: string;
  /** A reply's own words, whole. */
  words: string | null;
  /** Chain place of the event, so that a light can be traced to it. */
  eventSeq: number | null;
  inboxId: string | null;
  outcome: string | null;
  /** What the calendar did by itself: left out of the telling, there when all is asked for. */
  routine: boolean;
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
