import type { Instant } from '../../domain/plan/types.ts';
import type {
  BriefChange,
  BriefCounts,
  BriefSectionKey,
  BriefSource,
  StoredSentence,
} from '../../domain/reports/types.ts';

export type { BriefChange, BriefCounts, BriefSectionKey, BriefSource };

/** As stored (domain/reports), without what only the next brief asks for. */
export type BriefSentence = Omit<StoredSentence, 'about'>;

export interface BriefSection {
  key: BriefSectionKey;
  heading: string;
  sentences: BriefSentence[];
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
export interface BriefActed {
  ok: true;
  summary: string;
  briefId: string;
}
