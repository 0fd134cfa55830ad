import { REPLACED, RESENT } from '../../../prisma/queries/drop-unsent.ts';

/** Rungs, rules and reasons of slots in English; the codes are those of rule-words.ts. */
export const EN_RUNGS: Record<string, string> = {
  issue: 'issued',
  d7: '7 working days before',
  d3: '3 working days before',
  d1: '1 working day before',
  d0: 'on the due day',
  o1: 'overdue, working day 1',
  o3: 'overdue, working day 3',
  o5: 'overdue, working day 5',
  o10: 'overdue, working day 10 (draft circular)',
  w1: 'Monday 1 after',
  w2: 'Monday 2 after',
  w3: 'Monday 3 after',
  w4: 'Monday 4 after',
  office: "the office's telephone list",
};

export const EN_RULES: Record<string, string> = {
  issue: 'task issued',
  'issued-late': 'issued late, sent once',
  'due-day': 'on the due day',
  nudge: 'reminded by hand',
  'office-list': "on the office's telephone list",
  makeup: 'make-up working day',
  'rest-day': 'moved past a day of rest',
  'not-subordinate': 'not subordinate, the office gets in touch',
  'digest.first': 'daily digest',
  'digest.second': 'afternoon digest (due today)',
  'window.open': 'within the send window',
  'window.closed': 'moved to the next send window',
  'window.rest-day': 'moved past a day of rest',
  'escalation.friday-afternoon': 'no escalation on a Friday afternoon',
  'escalation.eve-of-holiday': 'no escalation on the last working day before a long holiday',
};

export const EN_COUNTED: [RegExp, (n: string) => string][] = [
  [/^before-(\d+)$/, (n) => `${n} working days before`],
  [/^overdue-(\d+)$/, (n) => `overdue, working day ${n}`],
  [/^monday-(\d+)$/, (n) => `Monday ${n} after`],
  [/^holiday\.first-day-(\d\d:\d\d)$/, (time) => `first day after a long holiday, from ${time}`],
];

export const EN_REASONS: Record<string, string> = {
  'no-contact': 'no liaison',
  unreachable: 'no account can be reached',
  ambiguous: 'not known whether it arrived',
  rate: 'rate limit of the platform, sent later',
  [REPLACED]: 'done before it was sent',
  'no-such-rank': 'the unit has no contact of this rank',
  'no-rank': 'nobody in charge of the unit is registered or bound; skipped',
  'office-list': "on the office's telephone list",
  'budget.day': "the day's digests are used up, sent later",
  'budget.week': "the week's digests are used up, sent later",
  'circular-draft': 'a circular is drafted and waits for the office',
  [RESENT]: 'sent again by the office',
  'not sent in time': 'not sent in time',
  // Recorded in words by merge-schedule.ts.
  启用前已过: 'past before it was in use',
  '下达较晚,原提醒时点已过': 'issued late, its time had passed',
  时限已调整: 'the due date was moved',
  已报送: 'reported',
};
