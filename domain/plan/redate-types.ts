import type { Precision } from '../calendar/local-date.ts';
import type { LocalDate, PhaseKind, PrintedDate } from './types.ts';

/** 顺延 shift · 以启动日重排 rearrange · 在途接管 takeover · 补录归档 archive (policy "Re-dating"). */
export const REDATE_MODES = ['shift', 'rearrange', 'takeover', 'archive'] as const;
export type RedateMode = (typeof REDATE_MODES)[number];

/** A plan whose dates aren't past runs `as-printed`; nothing is chosen for it. */
export type DateMode = RedateMode | 'as-printed';

/** A date with its print beside it. The print never changes; `effective` is always a full day. */
export interface RedatedDate {
  printed: { text: PrintedDate; precision: Precision } | null;
  effective: LocalDate;
  /** Nothing printed says so: shown as assumed. */
  assumed: boolean;
  /** Would have fallen before the start, and was put there. */
  clipped: boolean;
  /** Settled by a year whose holidays aren't published. */
  provisional: boolean;
}

export interface RedatedSpan {
  start: RedatedDate;
  end: RedatedDate;
}

export interface RedatedPhase extends RedatedSpan {
  kind: PhaseKind;
  name: string;
  duties: string[];
  proposed: boolean;
}

export interface RedatedTask {
  /** Place in `facts.tasks`. */
  at: number;
  start: RedatedDate;
  /** Completion is owed by it: as printed for the task, else the end of the implementation phase. */
  due: RedatedDate;
  dueFrom: 'task' | 'phase';
}

export interface RedatedTarget {
  /** Place in `facts.targets`. */
  at: number;
  by: RedatedDate | null;
  /** A baseline that names a year moves with the plan, and its figure is to be asked anew. */
  baseline: { printed: string; effective: string; emptied: boolean } | null;
}

/** 期后事项: what the plan asks for after its own end. */
export interface PostPeriodMatter {
  what: string;
  start: LocalDate;
  end: LocalDate;
}

export type RedateQuestionCode =
  | 'dates.none'
  | 'issue-year'
  | 'phases.proposed'
  | 'baseline'
  | 'task.due-past'
  | 'takeover.over';

/** Something that was assumed and is to be asked, with the answer taken meanwhile. */
export interface RedateQuestion {
  code: RedateQuestionCode;
  /** Place in the facts: `targets[0].baseline`. */
  path: string;
  zh: string;
  en: string;
  proposal: string | null;
}

export interface RedatedPlan {
  mode: DateMode;
  reason: string | null;
  /** Whole years by which year-bound things moved. */
  yearsMoved: number;
  period: RedatedSpan;
  phases: RedatedPhase[];
  tasks: RedatedTask[];
  targets: RedatedTarget[];
  postPeriod: PostPeriodMatter[];
  questions: RedateQuestion[];
  /** Slots before this day are recorded 启用前已过 and never sent. */
  activeFrom: LocalDate;
  /** False for an archive: nothing is ever sent. */
  timers: boolean;
  /** Some date rests on a year whose holidays aren't published. */
  provisional: boolean;
}
