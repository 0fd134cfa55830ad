import type { SignOffKind } from '../supervision/part-request.ts';

/** A span of working time on a local clock, `HH:mm`; `to` is not part of it. */
export interface SendWindow {
  from: string;
  to: string;
}

/** Working days after the due day at which a rung of the ladder is reached. */
export interface Ladder {
  liaison: number;
  sectionHead: number;
  supervisor: number;
  circular: number;
}

/** A yearly day, `MM-DD`. */
export type MonthDay = string;

/** What policy.md calls defaults: everything an office may set for a plan. Days are working days where named so. */
export interface PolicyValues {
  zone: string;
  dueTime: string;
  /** `keep` the printed rest day, or 前移 `forward` to the last working day before it. */
  restDayDue: 'keep' | 'forward';
  windows: SendWindow[];
  digestTime: string;
  secondDigestTime: string;
  /** Rest days in a row that make a long holiday. */
  longHolidayDays: number;
  afterHolidayFrom: string;
  noEscalationFridayFrom: string;
  slotsOneOffWorkingDaysBefore: number[];
  slotsPeriodicWorkingDaysBefore: number[];
  slotsOverdueWorkingDays: number[];
  slotsOverdueMondaysMax: number;
  repeatWithinWorkingDays: number;
  receiptWorkingDays: number;
  receiptShortWorkingDays: number;
  receiptShortPhaseBelowWorkingDays: number;
  receiptLadderWorkingDays: { liaison: number; sectionHead: number; office: number };
  ladderWorkingDays: Ladder;
  digestsPerDay: number;
  digestsPerWeek: number;
  urgentExtraPerDay: number;
  digestsPerWeekInAll: number;
  nudgeOncePerWorkingDays: number;
  cycles: {
    /** Day of the quarter's last month. */
    quarterlyDay: number;
    /** Day of each month, for key tasks. */
    keyMonthlyDay: number;
    /** Day of the month after, for figures of targets. */
    targetsDayOfNextMonth: number;
    yearPlan: MonthDay;
    annualSummary: MonthDay;
    selfAssessment: MonthDay;
    funds: MonthDay[];
    countyDeployment: MonthDay[];
    liaisonMeetingsPerYear: number;
    leadingGroupMeetingsPerYear: number;
    /** ISO weekday and time of the week's list to the office. */
    weeklyList: { weekday: number; time: string };
    /** Working day of the month on which the leaders' brief is due. */
    briefWorkingDay: number;
  };
  /** Kinds of printed duties that come back and are asked for; absent in older policies: all. */
  recurringDuties?: readonly string[];
  vagueFollowUps: number;
  noChangeRunsAccepted: number;
  extensionsPerTask: number;
  extensionMinWorkingDaysBefore: number;
  extensionMaxDaysByOffice: number;
  extensionDecideWorkingDays: number;
  /** From so many open requests of one unit at once, whoever decides is told. */
  extensionManyAtOnce: number;
  /** Ids of tasks whose date an outside body set: no extension moves it. */
  datesSetOutside: string[];
  /** What needs the sign-off 审签 of the unit's supervisor. */
  signOffKinds: SignOffKind[];
  coordinationAnswerWorkingDays: number;
  undoWindowMinutes: number;
  replyUndoMinutes: number;
  extensionUndoMinutes: number;
  answeringMinutes: number;
  proposalHoldWorkingDays: number;
  blueWorkingDays: number;
  /** Yellow where actual progress is below this share of the expected one. */
  yellowBelowExpectedShare: number;
  yellowUnquantifiedRuns: number;
  yellowIssueOpenWorkingDays: number;
  /** No yellow for pace before this share of the span. */
  paceFromSpanShare: number;
  /** Largest file that is kept as evidence; absent in older policies: 20. */
  evidenceMaxMegabytes?: number;
}
