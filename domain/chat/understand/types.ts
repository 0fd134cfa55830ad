import type { LocalDate } from '../../plan/types.ts';

/** One open task of the person who writes, as the digest they answer lists it. */
export interface OpenTask {
  /** As the plan prints it: 第10项, (三), 3.1; null where it has none. */
  no: string | null;
  title: string;
  unit: string;
  due: LocalDate | null;
  targets: { name: string; unit: string; value: number }[];
  last: { percent: number | null; figures: { name: string; value: number; unit: string }[] } | null;
}

export interface ReplyCase {
  /** ISO with offset: the writer's local time. */
  at: string;
  /** In the order of the digest. */
  open: OpenTask[];
  text: string;
}

/** A place in ReplyCase.text, UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

export type ReplyStatus = 'not-started' | 'in-progress' | 'blocked' | 'done';
export type ReplyRequest = 'extension' | 'help' | 'handover' | 'leave' | 'correction' | 'dispute';
export type ReplyQuestion = 'which-task' | 'vague' | 'which-value' | 'which-date' | 'conflict';

export interface ReplyFigure {
  /** The target's or last figure's name; null: it could not be told which. */
  name: string | null;
  /** In the scale of `unit` as printed: 1.2万件 is 1.2 万件. */
  value: number;
  unit: string;
  kind: 'increase' | 'total' | null;
}

export type ReplyField = 'status' | 'percent' | 'figures' | 'date' | 'request' | 'requestDate' | 'blocker' | 'noChange';

/** A stated value that its words hardly bear out. */
export interface ReplyDoubt {
  field: 'status' | 'blocker' | 'request' | 'date';
  /** Runs of characters that weigh most against it, the heaviest first. */
  against: string[];
}

export interface ReplyItem {
  /** Index into ReplyCase.open. */
  task: number;
  status: ReplyStatus | null;
  percent: number | null;
  figures: ReplyFigure[];
  /** When the writer expects to finish or to deliver what is owed. */
  date: LocalDate | null;
  request: ReplyRequest | null;
  /** The asked-for new date, or the day of return. */
  requestDate: LocalDate | null;
  /** As written. */
  blocker: string | null;
  noChange: boolean;
  /** False: something of it is hedged, approximate or ambiguous, so that it is asked about. */
  sure: boolean;
  /** The words each stated field was read from. */
  from: Partial<Record<ReplyField, Span>>;
  /** The share of the text that speaks of this task. */
  words: string;
  /** What was read by rule though the words as a whole speak against it; such an item is not sure. */
  doubts?: ReplyDoubt[];
}

export interface ReplyReading {
  /** In the order of `open`. */
  items: ReplyItem[];
  question: ReplyQuestion | null;
}

/** An item of which nothing was read. */
export const NOTHING_READ: ReplyItem = {
  task: 0,
  status: null,
  percent: null,
  figures: [],
  date: null,
  request: null,
  requestDate: null,
  blocker: null,
  noChange: false,
  sure: false,
  from: {},
  words: '',
};
