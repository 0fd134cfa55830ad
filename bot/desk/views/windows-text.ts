import type { Calendar } from '../../../domain/calendar/types.ts';
import { isFirstWorkdayAfterHoliday } from '../../../domain/calendar/holidays.ts';
import type { Policy } from '../../../domain/plan/policy.ts';
import type { LocalDate } from '../../../domain/plan/types.ts';

/** 09:00–11:30 14:30–17:00; the first working day after a long holiday begins later. */
export function windowsText(calendar: Calendar, { values }: Policy, date: LocalDate): string {
  const { windows, afterHolidayFrom, longHolidayDays } = values;
  const late = isFirstWorkdayAfterHoliday(calendar, date, longHolidayDays);
  return windows
    .filter(({ to }) => !late || to > afterHolidayFrom)
    .map(({ from, to }) => `${late && from < afterHolidayFrom ? afterHolidayFrom : from}–${to}`)
    .join(' ');
}
