import { addDays, daysBetween, firstDayOf, lastDayOf, yearOf } from '../calendar/local-date.ts';
import type { Calendar } from '../calendar/types.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { byYears, movedEnd } from './move.ts';
import type { PlanSpan } from './plan-span.ts';
import { proposePhases } from './propose-phases.ts';
import type { LocalDate } from './types.ts';

const LEAST_WORKING_DAYS_LEFT = 5;
const LEAST_DAYS_OF_YEAR = 90;
const LATEST_START_DAYS = 60;

type MovableSpan = Extract<PlanSpan, { kind: 'phases' | 'period' | 'year' }>;

const startOf = (span: MovableSpan): LocalDate =>
  firstDayOf(span.kind === 'phases' ? (span.phases[0]?.start ?? span.start) : span.start);

/** The end of the first phase, printed or proposed, after a shift by whole years. */
function firstPhaseEnd(span: MovableSpan, calendar: Calendar, years: number): LocalDate {
  const move = byYears(years);
  if (span.kind === 'phases')
    return movedEnd({ calendar, move, floor: null }, span.phases[0]?.end ?? span.end).effective;
  const [deployment] = proposePhases(calendar, { start: move.first(span.start), end: move.last(span.end) });
  return deployment?.end ?? move.last(span.end);
}

/**
 * Whole years by which 顺延 moves a plan (policy "Shift"): the fewest that leave the first phase at least 5
 * working days from today; a year plan goes to this year if 90 days of it remain, else to the next.
 */
export function shiftYears(span: MovableSpan, calendar: Calendar, today: LocalDate): number {
  const thisYear = yearOf(today);
  if (span.kind === 'year') {
    const left = daysBetween(today, lastDayOf(String(thisYear)));
    return Math.max(0, (left >= LEAST_DAYS_OF_YEAR ? thisYear : thisYear + 1) - span.year);
  }
  const earliest = addWorkingDays(calendar, today, LEAST_WORKING_DAYS_LEFT);
  const firstEnd = span.kind === 'phases' ? (span.phases[0]?.end ?? span.end) : span.start;
  let years = Math.max(0, thisYear - 1 - yearOf(firstEnd));
  while (firstPhaseEnd(span, calendar, years) < earliest) years += 1;
  return years;
}

/** A shift that would let the plan wait for more than 60 days; a year plan waits for its year. */
export function shiftStartsLate(span: PlanSpan, calendar: Calendar, today: LocalDate): boolean {
  if (span.kind !== 'phases' && span.kind !== 'period') return false;
  const start = byYears(shiftYears(span, calendar, today)).first(startOf(span));
  return start > addDays(today, LATEST_START_DAYS);
}

/** Days from a plan's own beginning to the day on which it is to begin. */
export const daysToStart = (span: MovableSpan, startOn: LocalDate): number => daysBetween(startOf(span), startOn);
