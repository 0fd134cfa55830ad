import type { Instant, LocalDate } from '../plan/types.ts';
import type { Light } from '../supervision/lights.ts';
import type { DutyKind } from '../supervision/types.ts';

/** 三色督办单: blue due soon, yellow behind, red overdue; circular 通报. */
export const NOTICE_KINDS = ['blue', 'yellow', 'red', 'circular'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export const NOTICE_NAMES: Record<NoticeKind, string> = {
  blue: '蓝色督办单',
  yellow: '黄色督办单',
  red: '红色督办单',
  circular: '通报',
};

export type NoticeStatus = 'draft' | 'released' | 'dropped';

/** What a notice speaks of, as it stood when it was drafted: enough for its document. */
export interface NoticeBody {
  schemaVersion: 1;
  planTitle: string;
  /** Printed number and section; null where the plan prints none. */
  no: string | null;
  section: string | null;
  title: string;
  unit: string;
  role: 'lead' | 'responsible';
  duty: DutyKind;
  cycle: string;
  dueOn: LocalDate;
  dueAt: Instant;
  /** Working days since red began; 0: not red. */
  daysLate: number;
  /** Working days to the due day; 0: today or past. */
  daysLeft: number;
  light: Light;
  why: string;
  progress: number | null;
  lastWords: string | null;
  lastReportAt: Instant | null;
  expectedOn: LocalDate | null;
  blocker: string | null;
  returnedWith: string | null;
  /** Plan's clock. */
  asOf: Instant;
  /** About this duty, oldest first: what was sent and to which rank, and what of the ladder was not. */
  prompts: NoticePrompt[];
  /** What the unit has answered about the task since the duty began, oldest first. */
  answers: NoticeAnswer[];
}

export interface NoticePrompt {
  at: Instant;
  rung: string;
  audience: string;
  status: string;
  reason: string | null;
}

export interface NoticeAnswer {
  at: Instant;
  by: string;
  /** Kind of the Event. */
  kind: string;
  words: string | null;
}
