import { addDays } from '../calendar/local-date.ts';
import type { Calendar } from '../calendar/types.ts';
import { addWorkingDays, workingDaysBetween } from '../calendar/working-days.ts';
import type { Policy } from '../plan/policy.ts';
import type { LocalDate } from '../plan/types.ts';

/** A day nearer than this is the day of the brief that is being written. */
const NEXT_AFTER_WORKING_DAYS = 5;

/** The day of the brief after the one of `today`: a fixed working day of each month (policy "Cycles"). */
export function nextBriefDay(calendar: Calendar, { values }: Policy, today: LocalDate): LocalDate {
  const inMonth = (first: LocalDate): LocalDate =>
    addWorkingDays(calendar, addDays(first, -1), values.cycles.briefWorkingDay);
  const thisMonth = inMonth(`${today.slice(0, 7)}-01`);
  return workingDaysBetween(calendar, today, thisMonth) > NEXT_AFTER_WORKING_DAYS
    ? thisMonth
    : inMonth(firstOfNextMonth(today));
}

function firstOfNextMonth(date: LocalDate): LocalDate {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${date.slice(0, 5)}${String(month + 1).padStart(2, '0')}-01`;
}
