import { addDays, addYears, daysBetween, lastDayOf, precisionOf, yearOf } from '../calendar/local-date.ts';
import type { Calendar } from '../calendar/types.ts';
import { assumedDate, byDays, byYears, movedPeriod, type Move, type MoveContext } from './move.ts';
import type { PlanSpan } from './plan-span.ts';
import type { DateMode, RedatedSpan } from './redate-types.ts';
import { daysToStart, shiftYears } from './shift-years.ts';
import type { LocalDate, PlanFacts } from './types.ts';

interface PeriodInput {
  facts: PlanFacts;
  span: PlanSpan;
  mode: DateMode;
  calendar: Calendar;
  today: LocalDate;
  /** The working day on which the plan begins to run. */
  startOn: LocalDate;
}

/** A horizon in the year of issue itself leaves this much at least, as a year plan does. */
const LEAST_DAYS = 90;

const staysPrinted = (mode: DateMode): boolean => mode === 'takeover' || mode === 'archive';

function moveOf({ span, mode, calendar, today, startOn }: PeriodInput): Move {
  if (span.kind === 'none' || span.kind === 'horizon') return byYears(0);
  if (mode === 'rearrange') return byDays(daysToStart(span, startOn));
  return byYears(mode === 'shift' ? shiftYears(span, calendar, today) : 0);
}

/** Only a horizon is printed: from the start to 31 December, as many years on as from issue to horizon. */
function horizonPeriod(input: PeriodInput, span: Extract<PlanSpan, { kind: 'horizon' }>): RedatedSpan {
  const { facts, mode, calendar, startOn } = input;
  const printed = { text: span.end, precision: precisionOf(span.end) };
  const shaped = (start: LocalDate, end: LocalDate): RedatedSpan => ({
    start: assumedDate(calendar, start),
    end: { ...assumedDate(calendar, end), printed, assumed: span.issueYearAssumed },
  });
  if (staysPrinted(mode)) return shaped(facts.issuedOn ?? `${span.issueYear}-01-01`, lastDayOf(span.end));
  if (mode === 'as-printed') return shaped(startOn, lastDayOf(span.end));
  const end = `${yearOf(startOn) + Math.max(0, span.horizon - span.issueYear)}-12-31`;
  return shaped(startOn, daysBetween(startOn, end) >= LEAST_DAYS ? end : addYears(end, 1));
}

/** Nothing is printed at all: a rolling year from the start, assumed. */
const rollingYear = (calendar: Calendar, startOn: LocalDate): RedatedSpan => ({
  start: assumedDate(calendar, startOn),
  end: assumedDate(calendar, addDays(addYears(startOn, 1), -1)),
});

/** The plan's own span, and the way in which everything printed inside it moves. */
export function redatePeriod(input: PeriodInput): { period: RedatedSpan; context: MoveContext } {
  const { span, mode, calendar, startOn } = input;
  const floor = staysPrinted(mode) ? null : startOn;
  const context: MoveContext = { calendar, move: moveOf(input), floor };
  if (span.kind === 'none') return { period: rollingYear(calendar, startOn), context };
  if (span.kind === 'horizon') {
    const period = horizonPeriod(input, span);
    return { period, context: { ...context, move: byYears(yearOf(period.end.effective) - span.horizon) } };
  }
  return { period: movedPeriod(context, span.start, span.end), context };
}
