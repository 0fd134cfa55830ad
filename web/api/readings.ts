import type { EntryOrder } from '../../domain/document/entry-order.ts';
import type { ReviewAct } from '../../domain/document/review-acts.ts';
import type { Anchors, CleanNote, SourceFormat, Span } from '../../domain/document/types.ts';
import type { ReviewedQuestion, ReviewProblem } from '../../domain/document/review-types.ts';
import type { Instant, PlanFacts } from '../../domain/plan/types.ts';

export interface ReadingRow {
  id: string;
  title: string;
  /** Empty for a pasted text. */
  fileName: string;
  format: SourceFormat;
  /** review 核对中 · imported 已导入 · discarded 已放弃 */
  status: 'review' | 'imported' | 'discarded';
  /** The plan that it became. */
  planId: string | null;
  tasks: number;
  /** Questions still open, those that matter and the others. */
  asked: number;
  /** Open questions that matter, and what an import would refuse. */
  blocking: number;
  readBy: string;
  readAt: Instant;
}

/** GET /api/readings : newest first. */
export interface ReadingList {
  readings: ReadingRow[];
}

/** One place that persons changed: as it was read, and as it stands. */
export interface ReadingEdit {
  path: string;
  /** Null for an entry that wasn't read but added. */
  read: unknown;
  /** Null for an entry that was left out. */
  now: unknown;
  /** The question whose answer it is; null for an edit. */
  questionId: string | null;
  /** Of which act it was a part; null for an answer. */
  act: number | null;
  by: string;
  at: Instant;
}

export interface ReadingQuestion extends Omit<ReviewedQuestion, 'answer'> {
  answer: { kind: 'accept' | 'keep' | 'value'; value: unknown; by: string; at: Instant } | null;
}

/**
 * GET /api/readings/:readingId : text and draft. Places are JSON pointers into `plan`, whose lists keep the reader's
 * numbers (left-out entries stand in `removed`); a unit is named: /units/市科技局/short.
 */
export interface ReadingView extends ReadingRow {
  /** As printed; every anchor counts in UTF-16 units of it. */
  text: string;
  plan: PlanFacts;
  removed: string[];
  /** Numbers of tasks and phases as they stand one after another, left-out ones too. */
  order: Required<EntryOrder>;
  anchors: Anchors;
  /** What stood in the text and isn't the plan's: page markers, menus. */
  notes: CleanNote[];
  edits: ReadingEdit[];
  /** What persons changed, act by act, the newest first. */
  acts: ReviewAct[];
  questions: ReadingQuestion[];
  problems: ReviewProblem[];
  /** Ids of open questions that matter. */
  open: string[];
  /** sha256 of what an import would take; POST import takes it, so that nobody imports what they didn't see. */
  hash: string;
  can: { edit: boolean; import: boolean };
}

/**
 * Acts (POST; header `x-duban: 1`):
 *   /api/readings?name=FILE  (the file's bytes, or text/plain for a pasted text; at most 50 MiB) → Acted & {readingId}
 *   /api/readings/:readingId/edit {changes: ReadingChange[]}, one act. A place may also be `/tasks/-` (the next
 *     entry of a list; `/tasks/-/…` the last one), `/tasks/5/after` (behind which number it stands; null: first),
 *     `/tasks/5/into` (the number it is merged into), `/tasks/5/split` (the titles that it becomes)
 *   /api/readings/:readingId/answer {answers?: NewAnswer[], withdraw?: string[]}
 *   /api/readings/:readingId/import {hash} → Acted & {planId}
 *   /api/readings/:readingId/discard {}
 * Refusals: DOCUMENT_TOO_LARGE 413, DOCUMENT_REFUSED and NOT_A_PLAN 422, READING_UNKNOWN 404, READING_SETTLED,
 * READING_CHANGED and READING_OPEN 409, INPUT_INVALID 400.
 */
export type ReadingChange =
  | { path: string; now: unknown; /** Where an added entry stands in the text. */ anchor?: Span }
  | { undo: string }
  | { undoAct: number };
