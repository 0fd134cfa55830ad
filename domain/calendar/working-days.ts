import type { LocalDate } from '../plan/types.ts';
import { workedUntil, yearIndex } from './calendar-index.ts';
import { addDays, dayOfYear, lastDayOfMonth, weekdayOf, yearOf } from './local-date.ts';
import type { Calendar } from './types.ts';

/*
 * Every function here throws CalendarYearMissingError for a day of a year that the calendar doesn't hold.
 */

/** `makeup` 调休 is a worked weekend day; `holiday` a day off by notice or statute, on whatever weekday. */
export interface DayKind {
  kind: 'workday' | 'makeup' | 'weekend' | 'holiday';
  provisional: boolean;
}

export const isWorkday = (calendar: Calendar, date: LocalDate): boolean =>
  yearIndex(calendar, yearOf(date)).works[dayOfYear(date)] === true;

/** True where the State Council's notice for that year isn't loaded, so that the answer may still change. */
export const isProvisional = (calendar: Calendar, date: LocalDate): boolean =>
  !yearIndex(calendar, yearOf(date)).source.published;

export function dayKind(calendar: Calendar, date: LocalDate): DayKind {
  const { rest, work, source } = yearIndex(calendar, yearOf(date));
  const provisional = !source.published;
  const weekend = weekdayOf(date) > 5;
  if (work.has(date)) return { kind: weekend ? 'makeup' : 'workday', provisional };
  if (rest.has(date)) return { kind: 'holiday', provisional };
  return { kind: weekend ? 'weekend' : 'workday', provisional };
}

/** The day itself if it is worked, else the next one that is. */
export function nextWorkdayOnOrAfter(calendar: Calendar, date: LocalDate): LocalDate {
  let day = date;
  while (!isWorkday(calendar, day)) day = addDays(day, 1);
  return day;
}

/** The day itself if it is worked, else the last one before it that is. */
export function lastWorkdayOnOrBefore(calendar: Calendar, date: LocalDate): LocalDate {
  let day = date;
  while (!isWorkday(calendar, day)) day = addDays(day, -1);
  return day;
}

/** The n-th working day after `date` (before it, where n is negative); 0 is the day itself, worked or not. */
export function addWorkingDays(calendar: Calendar, date: LocalDate, n: number): LocalDate {
  const step = n < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(n); left > 0;) {
    day = addDays(day, step);
    if (isWorkday(calendar, day)) left -= 1;
  }
  return day;
}

/** Working days after `from` up to and including `to`, as in 剩3个工作日; negative where `to` is earlier. */
export function workingDaysBetween(calendar: Calendar, from: LocalDate, to: LocalDate): number {
  // 0 - n, since -0 is not 0 to a strict comparison.
  if (to < from) return 0 - workingDaysBetween(calendar, to, from);
  let count = workedUntil(calendar, to) - workedUntil(calendar, from);
  for (let year = yearOf(from); year < yearOf(to); year += 1)
    count += workedUntil(calendar, `${String(year).padStart(4, '0')}-12-31`);
  return count;
}

/** `month` is `YYYY-MM`. */
export const lastWorkdayOfMonth = (calendar: Calendar, month: string): LocalDate =>
  lastWorkdayOnOrBefore(calendar, lastDayOfMonth(month));
