import type { PrintedDate } from '../../plan/types.ts';
import type { Span } from '../types.ts';

/** What makes a window uncertain; the value that stands there is proposed, never taken in silence. */
export type WindowDoubt =
  /** 印发之日起: begins when the plan is issued. */
  | 'from-issue'
  /** No year is printed, and the phase before or the day of issue moved it to the next one. */
  | 'year-moved'
  /** No year is printed; the first in the text was taken. */
  | 'year-guessed'
  /** No year is printed anywhere: there is no date, only a month. */
  | 'no-year'
  /** 全年: the year of the plan. */
  | 'whole-year'
  /** One day that may be that of a meeting in the phase. */
  | 'single-day'
  /** 春节前: a day that the reader doesn't know. */
  | 'festival';

/** A printed phase; ranges of the clean text. */
export interface DraftPhase {
  name: Span;
  start: PrintedDate | null;
  end: PrintedDate | null;
  dates: Span | null;
  /** No year is printed with the window. */
  yearless: boolean;
  doubt: WindowDoubt | null;
  /** What is to be done in it. */
  body: Span;
}
