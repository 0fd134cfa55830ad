import { addDays, daysBetween, weekdayOf, yearOf } from '../../../calendar/local-date.ts';
import { hasYear } from '../../../calendar/calendar-index.ts';
import type { Calendar } from '../../../calendar/types.ts';
import { isWorkday, lastWorkdayOnOrBefore, nextWorkdayOnOrAfter } from '../../../calendar/working-days.ts';
import type { LocalDate } from '../../../plan/types.ts';

export type Holiday = '元旦' | '春节' | '清明' | '五一' | '端午' | '中秋' | '国庆';

export const HOLIDAY_WORDS: Record<string, Holiday> = {
  元旦: '元旦', 新年: '元旦', 春节: '春节', 过年: '春节', 清明: '清明', 五一: '五一', 劳动节: '五一', 端午: '端午', 中秋: '中秋', 国庆: '国庆', 十一: '国庆',
}; // prettier-ignore

/** Months in which a holiday's days off begin. */
const WINDOW: Record<Holiday, [from: string, to: string]> = {
  元旦: ['12-29', '01-03'],
  春节: ['01-18', '02-24'],
  清明: ['04-02', '04-07'],
  五一: ['04-29', '05-03'],
  端午: ['05-26', '06-27'],
  中秋: ['09-07', '10-09'],
  国庆: ['09-28', '10-03'],
};
const ORDER: Holiday[] = ['元旦', '春节', '清明', '五一', '端午', '中秋', '国庆'];

/** The holiday's first day off that the calendar lists in that year; null: the calendar doesn't hold it. */
function firstDayOff(calendar: Calendar, holiday: Holiday, year: number): LocalDate | null {
  const listed = calendar.years.find((one) => one.year === year);
  if (!listed) return null;
  const [from, to] = WINDOW[holiday];
  if (holiday === '元旦') return `${year}-01-01`;
  const days = listed.rest.filter((day) => day.slice(5) >= from && day.slice(5) <= to);
  // In a year in which the two fall together they are one.
  const starts = days.filter((day) => !listed.rest.includes(addDays(day, -1)));
  const start = holiday === '中秋' ? (starts.find((day) => day.slice(5) < '09-30') ?? starts[0]) : starts.at(-1);
  return start ?? days[0] ?? null;
}

/** The next time that the holiday comes, counted from `today` (a holiday that is going on counts where `late`). */
export function nextHoliday(calendar: Calendar, holiday: Holiday, today: LocalDate): LocalDate | null {
  for (const year of [yearOf(today), yearOf(today) + 1]) {
    const day = firstDayOff(calendar, holiday, year);
    if (day !== null && day > today) return day;
  }
  return null;
}

/** A bare 节: the next holiday, or null where the one after it could be meant as well. */
export function holidayMeant(calendar: Calendar, today: LocalDate): LocalDate | null {
  const coming = ORDER.map((holiday) => nextHoliday(calendar, holiday, today))
    .filter((day): day is LocalDate => day !== null)
    .sort();
  const [first, second] = coming;
  if (first === undefined) return null;
  const apart = second === undefined ? 366 : daysBetween(first, second);
  return apart >= 45 ? first : null;
}

/** A holiday of at least three days ended within the last ten. */
export function justOver(calendar: Calendar, today: LocalDate): boolean {
  return ORDER.some((holiday) => {
    const day = nextHoliday(calendar, holiday, addDays(today, -10));
    return day !== null && day < today && isHeld(calendar, today) && isWorkday(calendar, today);
  });
}

const isHeld = (calendar: Calendar, day: LocalDate): boolean => hasYear(calendar, yearOf(day));

/** The last day worked before a day off. */
export const workdayBefore = (calendar: Calendar, day: LocalDate): LocalDate | null =>
  hasYear(calendar, yearOf(addDays(day, -10))) ? lastWorkdayOnOrBefore(calendar, addDays(day, -1)) : null;

/** The n-th day worked after a holiday that begins on `day`. */
export function workdayAfter(calendar: Calendar, day: LocalDate, n: number): LocalDate | null {
  if (!hasYear(calendar, yearOf(addDays(day, 30)))) return null;
  let at = day;
  while (!isWorkday(calendar, at)) at = addDays(at, 1);
  for (let left = n - 1; left > 0; left -= 1) at = nextWorkdayOnOrAfter(calendar, addDays(at, 1));
  return at;
}

/** The Friday, or the last day worked, of the week of `day`. */
export function endOfWeek(calendar: Calendar, day: LocalDate): LocalDate {
  const friday = addDays(day, 5 - weekdayOf(day));
  return hasYear(calendar, yearOf(friday)) ? lastWorkdayOnOrBefore(calendar, friday) : friday;
}
