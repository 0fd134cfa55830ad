import type { LocalDate } from '../plan/types.ts';
import { CalendarYearMissingError } from './calendar-error.ts';
import { addDays, dayOfYear, daysBetween, firstDayOfYear, weekdayOf, yearOf } from './local-date.ts';
import type { Calendar, CalendarYear } from './types.ts';

/** One year unrolled: `works[d]` for day d of the year, `worked[d]` the working days from 1 January to d. */
interface YearIndex {
  source: CalendarYear;
  rest: ReadonlySet<LocalDate>;
  work: ReadonlySet<LocalDate>;
  works: boolean[];
  worked: number[];
}

// Calendars are values and never changed in place, so an index lives as long as its calendar.
const indexes = new WeakMap<Calendar, Map<number, YearIndex>>();

function unroll(source: CalendarYear): YearIndex {
  const rest = new Set(source.rest);
  const work = new Set(source.work);
  const first = firstDayOfYear(source.year);
  const works: boolean[] = [];
  const worked: number[] = [];
  let count = 0;
  for (let day = 0; day < daysBetween(first, firstDayOfYear(source.year + 1)); day += 1) {
    const date = addDays(first, day);
    const open = work.has(date) || (weekdayOf(date) <= 5 && !rest.has(date));
    if (open) count += 1;
    works.push(open);
    worked.push(count);
  }
  return { source, rest, work, works, worked };
}

export const hasYear = (calendar: Calendar, year: number): boolean => calendar.years.some((one) => one.year === year);

/** The year's index, unrolled at first use. Throws CalendarYearMissingError. */
export function yearIndex(calendar: Calendar, year: number): YearIndex {
  let byYear = indexes.get(calendar);
  if (!byYear) indexes.set(calendar, (byYear = new Map()));
  let index = byYear.get(year);
  if (!index) {
    const source = calendar.years.find((one) => one.year === year);
    if (!source) throw new CalendarYearMissingError(year);
    byYear.set(year, (index = unroll(source)));
  }
  return index;
}

/** Working days from 1 January of its year to `date`, both included. */
export const workedUntil = (calendar: Calendar, date: LocalDate): number =>
  yearIndex(calendar, yearOf(date)).worked[dayOfYear(date)] ?? 0;
