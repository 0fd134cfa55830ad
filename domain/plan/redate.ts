import { yearOf } from '../calendar/local-date.ts';
import type { Calendar } from '../calendar/types.ts';
import { nextWorkdayOnOrAfter } from '../calendar/working-days.ts';
import { planSpan, spanIsPast } from './plan-span.ts';
import { postPeriodMatters } from './post-period.ts';
import { redatePhases, redateTargets, redateTasks } from './redate-parts.ts';
import { redatePeriod } from './redate-period.ts';
import { redateQuestions } from './redate-questions.ts';
import type { DateMode, RedatedPlan } from './redate-types.ts';
import { shiftStartsLate } from './shift-years.ts';
import type { LocalDate, PlanFacts } from './types.ts';

export interface RedateOptions {
  today: LocalDate;
  calendar: Calendar;
  /** Day on which the plan begins to run; a rest day means the next working day. Default: today. */
  startOn?: LocalDate;
  reason?: string;
  /** For a plan that prints no date of issue but a horizon (003: 2017, the report's year). */
  assumedIssueYear?: number;
}

/** A start before today would make slots that are past at once. */
export class RedateStartPastError extends Error {
  readonly code = 'REDATE_START_PAST';

  constructor(startOn: LocalDate, today: LocalDate) {
    super(`启动日${startOn}早于今天${today}`);
    this.name = 'RedateStartPastError';
  }
}

/** Has the plan's time gone by, or does it print none: must somebody choose a mode before it starts? */
export const plansDatesArePast = (facts: PlanFacts, today: LocalDate): boolean =>
  spanIsPast(planSpan(facts, null), today);

/** What is proposed: as printed while current; else shift, or rearrange where a shift would wait over 60 days. */
export function defaultMode(
  facts: PlanFacts,
  { today, calendar }: Pick<RedateOptions, 'today' | 'calendar'>,
): DateMode {
  const span = planSpan(facts, null);
  if (!spanIsPast(span, today)) return 'as-printed';
  return shiftStartsLate(span, calendar, today) ? 'rearrange' : 'shift';
}

/**
 * Every date of a plan, printed beside effective (policy "Re-dating"). Document number, issue date and
 * cited documents never move. Throws RedateStartPastError, CalendarYearMissingError.
 */
export function redate(facts: PlanFacts, mode: DateMode, options: RedateOptions): RedatedPlan {
  const { today, calendar, reason = null } = options;
  if (options.startOn !== undefined && options.startOn < today) throw new RedateStartPastError(options.startOn, today);
  const startOn = nextWorkdayOnOrAfter(calendar, options.startOn ?? today);
  const span = planSpan(facts, options.assumedIssueYear ?? null);
  const { period, context } = redatePeriod({ facts, span, mode, calendar, today, startOn });
  const yearsMoved = span.kind === 'none' ? 0 : yearOf(period.end.effective) - yearOf(span.end);
  const phases = redatePhases(facts, span, period, context);
  const tasks = redateTasks(facts, period, phases, context);
  const targets = redateTargets(facts, yearsMoved, context);
  const dates = [period, ...phases].flatMap(({ start, end }) => [start, end]).concat(tasks.map((task) => task.due));
  const plan = {
    mode,
    reason,
    yearsMoved,
    period,
    phases,
    tasks,
    targets,
    postPeriod: postPeriodMatters(facts, calendar, period.end.effective),
    activeFrom: startOn,
    timers: mode !== 'archive',
    provisional: dates.some((date) => date.provisional),
  };
  return { ...plan, questions: redateQuestions(facts, span, plan, today) };
}
