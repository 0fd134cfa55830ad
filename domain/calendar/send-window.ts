import type { Policy } from '../plan/policy.ts';
import type { Instant, LocalDate } from '../plan/types.ts';
import { isFirstWorkdayAfterHoliday } from './holidays.ts';
import { addDays } from './local-date.ts';
import { instantAt, localOf, type LocalTime } from './local-time.ts';
import type { Calendar } from './types.ts';
import { isWorkday, nextWorkdayOnOrAfter } from './working-days.ts';

/** Why a message may go now, or not before then; `holiday.first-day-10:00` carries the policy's hour. */
export type WindowRule = 'window.open' | 'window.closed' | 'window.rest-day' | `holiday.first-day-${LocalTime}`;

export interface WindowAnswer {
  at: Instant;
  rule: WindowRule;
}

interface LocalWindow {
  from: LocalTime;
  to: LocalTime;
}

interface DayWindows {
  windows: LocalWindow[];
  /** The opening was put off by a long holiday. */
  late: boolean;
}

/** The day's windows in local time, none on a rest day; `to` is not part of a window. */
function windowsOn(calendar: Calendar, { values }: Policy, date: LocalDate): DayWindows {
  if (!isWorkday(calendar, date)) return { windows: [], late: false };
  const late = isFirstWorkdayAfterHoliday(calendar, date, values.longHolidayDays);
  if (!late) return { windows: values.windows, late };
  const opening = values.afterHolidayFrom;
  const windows = values.windows
    .filter((window) => window.to > opening)
    .map((window) => ({ from: window.from > opening ? window.from : opening, to: window.to }));
  return { windows, late };
}

/** May a message go out at that instant (policy "Send windows")? Throws CalendarYearMissingError. */
export function isInWindow(calendar: Calendar, policy: Policy, instant: Instant): { open: boolean; rule: WindowRule } {
  const { date, time } = localOf(instant, policy.values.zone);
  const { windows, late } = windowsOn(calendar, policy, date);
  if (windows.some((window) => window.from <= time && time < window.to)) return { open: true, rule: 'window.open' };
  if (windows.length === 0) return { open: false, rule: 'window.rest-day' };
  const held = late && time < policy.values.afterHolidayFrom;
  return { open: false, rule: held ? `holiday.first-day-${policy.values.afterHolidayFrom}` : 'window.closed' };
}

/** The instant itself inside a window, else the next opening. Throws CalendarYearMissingError. */
export function nextWindow(calendar: Calendar, policy: Policy, instant: Instant): WindowAnswer {
  const { open, rule } = isInWindow(calendar, policy, instant);
  if (open) return { at: instant, rule };
  const { zone, afterHolidayFrom } = policy.values;
  const { date, time } = localOf(instant, zone);
  const laterToday = windowsOn(calendar, policy, date).windows.find((window) => window.from > time);
  if (laterToday) return { at: instantAt(date, laterToday.from, zone), rule };
  // A policy may leave a holiday's first day without any window, so the next working day isn't always it.
  for (let day = addDays(date, 1); ; day = addDays(day, 1)) {
    day = nextWorkdayOnOrAfter(calendar, day);
    const { windows, late } = windowsOn(calendar, policy, day);
    const first = windows[0];
    if (first)
      return { at: instantAt(day, first.from, zone), rule: late ? `holiday.first-day-${afterHolidayFrom}` : rule };
  }
}
