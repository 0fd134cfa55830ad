import type { Instant, PlanFacts } from '../plan/types.ts';
import type { EntryOrder } from './entry-order.ts';
import type { Question, Span } from './types.ts';

/** Who changed or answered, and when (the real clock). `n` counts edits and answers of one review together. */
interface Mark {
  n: number;
  by: { id: string; name: string };
  at: Instant;
  /** Taken back; kept on record. */
  undone?: { by: { id: string; name: string }; at: Instant };
}

/** What changes of several places came from, where their places don't tell. */
export type ActKind = 'merge' | 'split';

/**
 * A person's change of one field. An entry of a list (`/tasks/5`) with `now` null is left out of the plan;
 * `/tasks/5/after` says behind which entry it stands (its number; null: first).
 */
export interface ReviewEdit extends Mark {
  path: string;
  was: unknown;
  now: unknown;
  /** `n` of the first edit that was made with it, and is taken back with it. */
  act: number;
  kind?: ActKind;
  /** Where an added entry stands in the text. */
  anchor?: Span;
  /** The entry of which it was split. */
  from?: string;
}

/** accept: as proposed · keep: as it stands · value: what the person says. */
export const ANSWER_KINDS = ['accept', 'keep', 'value'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

export interface ReviewAnswer extends Mark {
  questionId: string;
  kind: AnswerKind;
  /** What it came to; with `keep` null. */
  value: unknown;
  /** The value takes the place that the question is about; else it only settles the question. */
  sets: boolean;
}

export interface ReviewMarks {
  edits: ReviewEdit[];
  answers: ReviewAnswer[];
}

/** open · answered (or its place edited) · moot: what it asks about was left out. */
export type QuestionState = 'open' | 'answered' | 'moot';

export interface ReviewedQuestion extends Question {
  state: QuestionState;
  answer: ReviewAnswer | null;
}

/** What still keeps the plan from being imported, by a rule of the import. Only an edit helps. */
export interface ReviewProblem {
  /** JSON pointer; empty for the plan itself. */
  path: string;
  message: string;
  en: string;
}

export interface Review {
  /** Every entry under the number that the reader gave it, left-out ones too. */
  plan: PlanFacts;
  /** Pointers of the entries that were left out. */
  removed: string[];
  /** Numbers of the entries as they stand one after another, left-out ones too. */
  order: Required<EntryOrder>;
  /** Edits in force, the last of each place. */
  edits: ReviewEdit[];
  questions: ReviewedQuestion[];
  problems: ReviewProblem[];
  /** What an import would take. */
  facts: PlanFacts;
  /** Ids of open questions that matter, in their order. */
  open: string[];
}
