import type { PlanFacts } from '../plan/types.ts';

/** Half-open range of UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/** What a file was, by its content, never by its name alone. */
export const SOURCE_FORMATS = ['txt', 'docx', 'doc', 'pdf', 'html', 'pasted', 'xlsx', 'csv'] as const;
export type SourceFormat = (typeof SOURCE_FORMATS)[number];

/** A piece of the document in reading order; its ranges point into `SourceDocument.text`. */
export type SourceBlock =
  | {
      kind: 'paragraph';
      span: Span;
      /** By the file's own heading style, 1 the highest; null: none. */ level: number | null;
    }
  | {
      kind: 'table';
      span: Span;
      /** Cells of each row in order; a merged cell stands in each row and column that it covers, with one span. */ rows: Span[][];
    };

/** A file as text, nothing read out of it yet. Every anchor points into `text`. */
export interface SourceDocument {
  format: SourceFormat;
  /** As printed: paragraphs and rows ended by \n, cells of a row parted by \t. */
  text: string;
  blocks: SourceBlock[];
}

/** Something that stood in the document and isn't its text: taken out or mended, with its trace. */
export interface CleanNote {
  code: 'page-marker' | 'doubled-copy' | 'broken-line' | 'menu' | 'question-marks' | 'control-characters' | 'spacing';
  /** In the source's text. */
  at: Span;
  was: string;
  now: string;
}

export const QUESTION_CODES = [
  'no-lead-unit',
  'lead-assumed',
  'no-unit',
  'unit-in-sentence',
  'unit-outside-brackets',
  'unknown-unit',
  'renamed-unit',
  'group-members',
  'all-units-clause',
  'no-phases',
  'phase-without-dates',
  'phase-overlap',
  'phase-order',
  'period-without-start',
  'period-without-end',
  'impossible-number',
  'garbled-text',
  'number-skipped',
  'number-repeated',
  'task-or-not',
  'target-without-figure',
  'ambiguous-figure',
  'ambiguous-date',
  'no-date',
  'no-title',
  'no-issuer',
  'no-office',
  'report-not-plan',
  'fragment',
  'contradiction',
] as const;
export type QuestionCode = (typeof QUESTION_CODES)[number];

/** Something missing, garbled, contradictory or assumed: a person decides. */
export interface Question {
  /** Stable for the same text: code and path. */
  id: string;
  code: QuestionCode;
  /** JSON pointer into the plan (`/tasks/3/leadUnits`); empty for the plan itself. */
  path: string;
  /** One sentence in Chinese that a person can answer. */
  text: string;
  /** What stands there if nobody objects; null: only a person can say. */
  proposal: unknown;
  /** One sentence: why it is asked. */
  reason: string;
  anchor: Span | null;
  /** The plan is not started before this one is answered. */
  matters: boolean;
}

/** The facts as far as they were read: the schema of an import, which the review completes. */
export type DraftPlan = PlanFacts;

/** Where each field stands: JSON pointer into the plan (`/tasks/3/title`) → place in the source's text. */
export type Anchors = Record<string, Span>;

export type Reading =
  | { kind: 'plan'; plan: DraftPlan; anchors: Anchors; questions: Question[]; notes: CleanNote[] }
  | {
      kind: 'not-a-plan';
      code: string;
      /** One sentence in Chinese: what it is instead, and what to do. */ reason: string;
    };
