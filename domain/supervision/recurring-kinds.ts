import type { PlanRecurring } from '../plan/types.ts';

/** How a printed duty that comes back is dated (policy "Cycles"). */
export const RECURRING_KINDS = [
  'year-plan',
  'annual-summary',
  'self-assessment',
  'funds',
  'county-deployment',
  'meeting',
  'week',
  'month',
  'quarter',
  'half-year',
  'year',
  'three-years',
] as const;
export type RecurringKind = (typeof RECURRING_KINDS)[number];

/** Why a printed duty makes no duty of its own. */
export type NotRecurring = 'progress-report' | 'figure' | 'no-cycle';

const NAMED: readonly [RegExp, RecurringKind][] = [
  [/年度(?:工作|推进|推進|实施|實施)?(?:计划|計劃|方案)/, 'year-plan'],
  [/自评|自評|自查/, 'self-assessment'],
  [/(?:年度|年终|全年).{0,6}(?:总结|總結)|^(?:总结|總結)/, 'annual-summary'],
  [/(?:资金|資金|经费|經費)/, 'funds'],
  [/研究部署/, 'county-deployment'],
];

/** 召開會議, 召开全体会议, 联络员例会: to be arranged, half-yearly where no closer cycle is printed. */
const MEETING = /(?:会议|會議|例会|例會|交流会)$/;

/** What tasks report by their own cycle already; nobody is asked twice. */
const PROGRESS = /(?:报送|報送|报告|上报|调度|調度|通报|动态).{0,10}(?:进展|進展|动态|情况|情況)|动态报送|^调度/;

/** 不少于1萬人次: a target's figure, which its task reports. */
const FIGURE = /\d|不少于|不低于|以上/;

const BY_CYCLE: Record<string, RecurringKind> = {
  week: 'week',
  month: 'month',
  'half month': 'month',
  '2 months': 'month',
  quarter: 'quarter',
  'half year': 'half-year',
  year: 'year',
  '3 years': 'three-years',
};

/** Which rule dates a printed duty, or why none does. Pure words: nothing is guessed beyond what is printed. */
export function recurringKind({ what, every }: Pick<PlanRecurring, 'what' | 'every'>): RecurringKind | NotRecurring {
  const named = NAMED.find(([pattern]) => pattern.test(what))?.[1];
  if (named) return named;
  if (PROGRESS.test(what)) return 'progress-report';
  if (FIGURE.test(what)) return 'figure';
  if (MEETING.test(what) && (every === 'periodic' || every === 'half year' || every === 'year')) return 'meeting';
  return BY_CYCLE[every] ?? 'no-cycle';
}

export const isRecurringKind = (kind: RecurringKind | NotRecurring): kind is RecurringKind =>
  (RECURRING_KINDS as readonly string[]).includes(kind);
