import { DEFAULT_POLICY_REASONS } from './policy-reasons.ts';
import type { PolicyValues } from './policy-values.ts';

export type { Ladder, MonthDay, PolicyValues, SendWindow } from './policy-values.ts';

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
    recurringDuties: [
      'year-plan',
      'annual-summary',
      'self-assessment',
      'funds',
      'county-deployment',
      'week',
      'month',
      'quarter',
      'half-year',
      'year',
      'three-years',
    ],
    vagueFollowUps: 1,
    noChangeRunsAccepted: 2,
    extensionsPerTask: 1,
    extensionMinWorkingDaysBefore: 3,
    extensionMaxDaysByOffice: 30,
    extensionDecideWorkingDays: 2,
    extensionManyAtOnce: 3,
    datesSetOutside: [],
    signOffKinds: ['completion', 'extension'],
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
    evidenceMaxMegabytes: 20,
  },
  reasons: DEFAULT_POLICY_REASONS,
};
