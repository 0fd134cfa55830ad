import { DEFAULT_POLICY_REASONS } from './policy-reasons.ts';

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
  vagueFollowUps: number;
  noChangeRunsAccepted: number;
  extensionsPerTask: number;
  extensionMinWorkingDaysBefore: number;
  extensionMaxDaysByOffice: number;
  extensionDecideWorkingDays: number;
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
}

/** One plan's settings: one JSON with its version, each value with its reason (Chinese, shown beside it). */
export interface Policy {
  version: number;
  values: PolicyValues;
  reasons: Record<keyof PolicyValues, string>;
}

export const DEFAULT_ZONE = 'Asia/Shanghai';

/** The defaults of policy.md. Passed into pure functions as an argument, never read by them from here. */
export const DEFAULT_POLICY: Policy = {
  version: 1,
  values: {
    zone: DEFAULT_ZONE,
    dueTime: '17:30',
    restDayDue: 'keep',
    windows: [
      { from: '09:00', to: '11:30' },
      { from: '14:30', to: '17:00' },
    ],
    digestTime: '09:15',
    secondDigestTime: '15:00',
    longHolidayDays: 3,
    afterHolidayFrom: '10:00',
    noEscalationFridayFrom: '12:00',
    slotsOneOffWorkingDaysBefore: [7, 3, 1, 0],
    slotsPeriodicWorkingDaysBefore: [3, 0],
    slotsOverdueWorkingDays: [1, 3],
    slotsOverdueMondaysMax: 4,
    repeatWithinWorkingDays: 2,
    receiptWorkingDays: 3,
    receiptShortWorkingDays: 2,
    receiptShortPhaseBelowWorkingDays: 10,
    receiptLadderWorkingDays: { liaison: 1, sectionHead: 3, office: 5 },
    ladderWorkingDays: { liaison: 1, sectionHead: 3, supervisor: 5, circular: 10 },
    digestsPerDay: 1,
    digestsPerWeek: 3,
    urgentExtraPerDay: 1,
    digestsPerWeekInAll: 5,
    nudgeOncePerWorkingDays: 3,
    cycles: {
      quarterlyDay: 25,
      keyMonthlyDay: 25,
      targetsDayOfNextMonth: 10,
      yearPlan: '01-31',
      annualSummary: '12-20',
      selfAssessment: '01-15',
      funds: ['01-15', '07-15'],
      countyDeployment: ['06-30', '12-20'],
      liaisonMeetingsPerYear: 2,
      leadingGroupMeetingsPerYear: 2,
      weeklyList: { weekday: 5, time: '15:00' },
      briefWorkingDay: 3,
    },
    vagueFollowUps: 1,
    noChangeRunsAccepted: 2,
    extensionsPerTask: 1,
    extensionMinWorkingDaysBefore: 3,
    extensionMaxDaysByOffice: 30,
    extensionDecideWorkingDays: 2,
    coordinationAnswerWorkingDays: 3,
    undoWindowMinutes: 30,
    replyUndoMinutes: 10,
    extensionUndoMinutes: 10,
    answeringMinutes: 15,
    proposalHoldWorkingDays: 2,
    blueWorkingDays: 7,
    yellowBelowExpectedShare: 0.9,
    yellowUnquantifiedRuns: 2,
    yellowIssueOpenWorkingDays: 10,
    paceFromSpanShare: 0.2,
  },
  reasons: DEFAULT_POLICY_REASONS,
};
