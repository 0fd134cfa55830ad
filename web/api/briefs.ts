import type { Instant } from '../../domain/plan/types.ts';

/** 总体 · 变化 · 逾期滞后 · 请研究 · 下步 · 上期事项办理情况, in the order in which they are read. */
export type BriefSectionKey = 'overall' | 'changes' | 'late' | 'decide' | 'next' | 'previous';

export type BriefSource =
  /** An event on a chain: `task/…`, `phase/…`, `plan/…`, `desk/…`. */
  | { entityId: string; seq: number }
  /** A typed reply that its author hasn't confirmed yet, so that no event has it. */
  | { inboxId: string }
  /** A sentence of an earlier brief. */
  | { briefNo: number; sentenceId: string }
  /** Written by a person of the office. */
  | { byHand: { id: string; name: string } };

export interface BriefSentence {
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
}

export interface BriefSection {
  key: BriefSectionKey;
  heading: string;
  sentences: BriefSentence[];
}

export interface BriefCounts {
  total: number;
  onTrack: number;
  dueSoon: number;
  behind: number;
  overdue: number;
  notStarted: number;
  done: number;
}

export interface BriefRow {
  id: string;
  planId: string;
  no: number;
  /** 试点工作简报 第7期 */
  title: string;
  status: 'draft' | 'released';
  /** Null with the first: since the plan was started. */
  since: Instant | null;
  /** The plan's clock. */
  cutoff: Instant;
  counts: BriefCounts;
  createdBy: string;
  editedBy: string | null;
  releasedBy: string | null;
  releasedAt: Instant | null;
}

/** GET /api/plans/:planId/briefs : newest first. */
export interface BriefList {
  planId: string;
  briefs: BriefRow[];
  /** What this viewer may do here. */
  can: { draft: boolean; release: boolean; direct: boolean };
}

/** GET /api/briefs/:briefId */
export interface BriefView extends BriefRow {
  planTitle: string;
  office: string;
  /** 10月28日第6期简报以来,数据截至11月20日17:30。 */
  spanText: string;
  sections: BriefSection[];
  /** sha256 of what is shown; POST release takes it, so that nobody releases what they didn't read. */
  hash: string;
  /** The whole brief with its sources as footnotes. */
  markdown: string;
  can: { edit: boolean; release: boolean; direct: boolean };
  /** Who gets it (a draft) or got it (released). `status` of the delivery: queued, sent …; null in a draft. */
  recipients: { name: string; channel: string; status: string | null }[];
}

/** GET /api/briefs/:briefId/sources?sentence=<id> ; without `sentence`: of every sentence. */
export interface BriefSources {
  sentences: { id: string; text: string; sources: OpenedSource[] }[];
}

/** A source as a reader sees it. */
export interface OpenedSource {
  /** event: what was done · reply: what somebody said · brief: an earlier brief · hand: written by the office. */
  kind: 'event' | 'reply' | 'brief' | 'hand';
  at: Instant | null;
  /** 11月20日10:12 */
  when: string;
  /** One sentence: what the record says. */
  text: string;
  /** The person's own words, whole. */
  words: string | null;
  who: string;
  unit: string | null;
  via: string | null;
  taskId: string | null;
  /** Place in the chain, and its hash. */
  entityId: string | null;
  seq: number | null;
  hash: string | null;
  inboxId: string | null;
}

/**
 * Acts (POST, JSON; header `x-duban: 1`), each answering Acted:
 *   /api/plans/:planId/briefs {}                     drafts one; an unreleased draft is drafted again; sentences
 *                                                    by hand stay, and edits of what reads as before → Acted & {briefId}
 *   /api/briefs/:briefId/edit {changes: BriefChange[]}
 *   /api/briefs/:briefId/release {hash}              〔核发〕 → Acted & {briefId}
 *   /api/briefs/:briefId/directive {words, sentenceId?}   〔作出批示〕 → Acted & {itemId}
 * Refusals: BRIEF_UNKNOWN 404, BRIEF_RELEASED 409, BRIEF_CHANGED 409, BRIEF_EMPTY 409, NOT_PERMITTED 403, INPUT_INVALID 400,
 * PLAN_NOT_READY 409.
 */
export type BriefChange =
  | { kind: 'reword'; id: string; text: string }
  | { kind: 'drop'; id: string }
  | { kind: 'restore'; id: string }
  | { kind: 'add'; section: BriefSectionKey; text: string };
