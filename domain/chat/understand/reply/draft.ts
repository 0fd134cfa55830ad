import type { LocalDate } from '../../../plan/types.ts';
import type { OpenTask, ReplyRequest, Span } from '../types.ts';
import type { FigureSaid } from './figures-said.ts';
import type { Measure } from './measures.ts';

/** What the clauses of one task say, gathered before it is judged as a whole. */
export interface Draft {
  task: OpenTask;
  measures: Measure[];
  spans: Span[];
  /** Where it is named by its number. */
  labels: Span[];
  /** Trouble was told of all tasks, or of the others. */
  sweepingTrouble: boolean;
  percents: { value: number; span: Span; approx: boolean; about: string | null; whole: boolean }[];
  figures: FigureSaid[];
  /** A value was named that can't be told (十七八个, two records). */
  openValue: boolean;
  /** Clauses of which no value is to be taken. */
  openSpans: Span[];
  dates: { date: LocalDate | null; span: Span; unsure: boolean; finishes: boolean; delivers: boolean }[];
  claims: Span[];
  almost: Span[];
  notDone: Span[];
  notStarted: Span[];
  partlyNotStarted: boolean;
  held: {
    span: Span;
    sentence: number;
    stops: boolean;
    waits: boolean;
    cause: boolean;
    stopOnly: boolean;
    stands: boolean;
  }[];
  ongoing: boolean;
  vague: Span[];
  noChange: Span[];
  softNoChange: Span[];
  requests: { request: ReplyRequest; span: Span }[];
  requestDates: { date: LocalDate | null; span: Span; unsure: boolean }[];
  /** 不确定哪天能报. */
  openDate: boolean;
  /** Under which heading of a form the clauses stand. */
  heading: 'problem' | 'plan' | 'cause' | 'state' | null;
  /** 还是75个. */
  still: Span | null;
  /** The clause before told of more (又办了一期班) without a figure that counts. */
  more: boolean;
  /** The clause before counted a total of something that is no figure (累计办了4期、). */
  totalled: boolean;
  /** The clause before told several values 分别: its kind goes for those that 、 joins. */
  each: boolean;
  hedged: boolean;
  /** A clause that gave a value holds words that no rule knows. */
  unexplained: boolean;
  /** Words that report something, whatever it is. */
  report: Span[];
  /** The clause before told of what is to come; it named a part (其中) of what is counted. */
  ahead: boolean;
  among: boolean;
  /** Words of completion of all that aren't a plain claim. */
  nearClaim: boolean;
  /** The text names it, by number or by its words. */
  named: boolean;
  /** Clauses of which nothing was read. */
  leftover: Span[];
  lead: string;
  carried: Measure | null;
}

export const draftOf = (task: OpenTask, measures: Measure[]): Draft => ({
  task,
  measures,
  spans: [],
  labels: [],
  sweepingTrouble: false,
  percents: [],
  figures: [],
  openValue: false,
  openSpans: [],
  dates: [],
  claims: [],
  almost: [],
  notDone: [],
  notStarted: [],
  partlyNotStarted: false,
  held: [],
  ongoing: false,
  vague: [],
  noChange: [],
  softNoChange: [],
  requests: [],
  requestDates: [],
  openDate: false,
  heading: null,
  still: null,
  more: false,
  totalled: false,
  each: false,
  hedged: false,
  unexplained: false,
  report: [],
  ahead: false,
  among: false,
  nearClaim: false,
  named: false,
  leftover: [],
  lead: '',
  carried: null,
});
