import type { Calendar } from '../calendar/types.ts';
import type { Policy } from '../plan/policy.ts';
import type { Instant } from '../plan/types.ts';
import type { Actor, DutyKind, PlanState, SupervisedState } from '../supervision/types.ts';

/** 总体 · 变化 · 逾期滞后 · 请研究 · 下步 · 上期事项办理情况, in the order in which they are read. */
export const BRIEF_SECTIONS = ['overall', 'changes', 'late', 'decide', 'next', 'previous'] as const;
export type BriefSectionKey = (typeof BRIEF_SECTIONS)[number];

/** One event on a chain. */
export interface EventRef {
  entityId: string;
  seq: number;
}

export type BriefSource =
  /** An event on a chain: `task/…`, `phase/…`, `plan/…`, `desk/…`. */
  | EventRef
  /** A typed reply that its author hasn't confirmed yet, so that no event has it. */
  | { inboxId: string }
  /** A sentence of an earlier brief. */
  | { briefNo: number; sentenceId: string }
  /** Written by a person of the office. */
  | { byHand: { id: string; name: string } };

/** What a sentence speaks of, for the next brief, which says what became of it. */
export interface About {
  entityId: string;
  partId?: string;
  duty?: DutyKind;
  cycle?: string;
  /** Of an item on the office's list. */
  key?: string;
}

export interface StoredSentence {
  /** Unique in the brief, the same when an unreleased draft is drafted again: `changes/task/…`, `hand/1`. */
  id: string;
  text: string;
  /** What stands beside it in 上期事项: the earlier brief's own words. Else null. */
  said: string | null;
  /** The task that it speaks of, for a link; null where it speaks of several or none. */
  taskId: string | null;
  /** At least one. 总体 has one for each task that it counts. */
  sources: BriefSource[];
  /** As drafted, where a person changed the words. Null: unchanged, or written by hand. */
  derivedText: string | null;
  /** Struck by a person: kept in a draft so that it can be restored; never in a released brief. */
  dropped: boolean;
  about: About[];
}

export interface StoredSection {
  key: BriefSectionKey;
  sentences: StoredSentence[];
}

/** Tasks, not cells (policy "Counts"). */
export interface BriefCounts {
  total: number;
  onTrack: number;
  dueSoon: number;
  behind: number;
  overdue: number;
  notStarted: number;
  done: number;
}

/** Brief.body, and what Brief.derived holds of it. */
export interface BriefBody {
  counts: BriefCounts;
  sections: StoredSection[];
}

/** Brief.derived: as drafted, with the last event of each chain that was there. The next brief begins after those. */
export interface DerivedBrief extends BriefBody {
  heads: Record<string, number>;
}

/** One change by a person to an unreleased brief. */
export type BriefChange =
  | { kind: 'reword'; id: string; text: string }
  | { kind: 'drop'; id: string }
  | { kind: 'restore'; id: string }
  | { kind: 'add'; section: BriefSectionKey; text: string };

export interface BriefEvent extends EventRef {
  kind: string;
  /** The plan's clock. */
  at: Instant;
  actor: Actor;
  body: Record<string, unknown>;
}

/** An item on the office's list, open or settled. */
export interface OfficeMatter {
  key: string;
  kind: string;
  entityId: string | null;
  partId: string | null;
  unitId: string | null;
  open: boolean;
  words: string;
}

/** A reminder about an overdue duty that reached somebody. */
export interface SentReminder {
  entityId: string;
  partId: string;
  duty: DutyKind;
  cycle: string;
  at: Instant;
}

/** 批示: what a leader said on an earlier brief. */
export interface GivenDirective {
  key: string;
  briefNo: number;
  person: string;
  words: string;
  open: boolean;
}

export interface PreviousBrief {
  no: number;
  cutoff: Instant;
  body: BriefBody;
  heads: Record<string, number>;
}

/** Everything that a brief is derived from, as of one instant. */
export interface BriefInput {
  planId: string;
  /** The plan's clock. */
  cutoff: Instant;
  calendar: Calendar;
  policy: Policy;
  plan: PlanState | null;
  /** In the order of the plan. */
  tasks: SupervisedState[];
  /** Entity of a sub-item → entity of its task; absent: the plan has none. */
  parents?: ReadonlyMap<string, string>;
  /** The phases' own entities, past ones too. */
  phases: SupervisedState[];
  /** Each chain in its order. */
  events: BriefEvent[];
  previous: PreviousBrief | null;
  matters: OfficeMatter[];
  reminders: SentReminder[];
  /** Typed and not confirmed by its author. */
  unconfirmed: { entityId: string; partId: string; inboxId: string; at: Instant }[];
  directives: GivenDirective[];
  unitName: (unitId: string) => string;
  /** The unit in which the office sits: its own completions are for the leading group to accept (policy "Sign-off"). */
  hostUnitId: string | null;
  /** The drafting itself: what a sentence stands on where nothing else is on record. */
  drafting: EventRef;
}
