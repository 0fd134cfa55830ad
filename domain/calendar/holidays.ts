import type { LocalDate } from '../plan/types.ts';
import { hasYear } from './calendar-index.ts';
import { addDays, yearOf } from './local-date.ts';
import type { Calendar } from './types.ts';
import { isWorkday } from './working-days.ts';

/** Days on which nobody works, one after another; `days` of them. */
export interface RestRun {
  from: LocalDate;
  to: LocalDate;
  days: number;
}

// A run may reach past the last year held, where nothing is known: it is then as long as is known.
const rests = (calendar: Calendar, date: LocalDate): boolean =>
  hasYear(calendar, yearOf(date)) && !isWorkday(calendar, date);

function restRun(calendar: Calendar, date: LocalDate, step: 1 | -1): RestRun | null {
  let days = 0;
  while (rests(calendar, addDays(date, step * (days + 1)))) days += 1;
  if (days === 0) return null;
  const near = addDays(date, step);
  const far = addDays(date, step * days);
  return step === 1 ? { from: near, to: far, days } : { from: far, to: near, days };
}

/** The rest days that begin on the day after `date`; null where that day is worked. */
export const restRunAfter = (calendar: Calendar, date: LocalDate): RestRun | null => restRun(calendar, date, 1);

/** The rest days that end on the day before `date`; null where that day is worked. */
export const restRunBefore = (calendar: Calendar, date: LocalDate): RestRun | null => restRun(calendar, date, -1);

/** A working day followed by at least `minDays` rest days. */
export const isLastWorkdayBeforeHoliday = (calendar: Calendar, date: LocalDate, minDays: number): boolean =>
  isWorkday(calendar, date) && (restRunAfter(calendar, date)?.days ?? 0) >= minDays;

/** A working day that follows at least `minDays` rest days. */
export const isFirstWorkdayAfterHoliday = (calendar: Calendar, date: LocalDate, minDays: number): boolean =>
  isWorkday(calendar, date) && (restRunBefore(calendar, date)?.days ?? 0) >= minDays;
