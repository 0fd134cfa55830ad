import type { PlanTarget } from '../../plan/types.ts';
import type { Question, Span } from '../types.ts';

/** A fact with its place in the clean text, and the places of its fields where they stand apart. */
export interface Found<Fact> {
  value: Fact;
  at: Span;
  fields?: Partial<Record<keyof Fact & string, Span>>;
  doubts?: Doubt[];
}

/** A question without its address: the place in the plan is known once all facts are in order. */
export interface Doubt extends Pick<Question, 'code' | 'text' | 'reason' | 'proposal' | 'matters'> {
  /** Of the fact; null: the fact as a whole. */
  field: string | null;
}

export type FoundTarget = Found<PlanTarget>;

/** A stretch of the document to look for figures in. All places are of the clean text. */
export interface FigureText {
  /** As printed. */
  text: string;
  /** In Simplified characters, folded to half width: equal length. */
  folded: string;
  /** The plan's own year where it is a plan for one year. */
  year: string | null;
  /** The year in which it was issued, if printed: what lies before is past. */
  issuedYear: number | null;
}
