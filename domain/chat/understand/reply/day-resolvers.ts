import { hasYear } from '../../../calendar/calendar-index.ts';
import { addDays, lastDayOfMonth, weekdayOf, yearOf } from '../../../calendar/local-date.ts';
import type { Calendar } from '../../../calendar/types.ts';
import { addWorkingDays } from '../../../calendar/working-days.ts';
import type { LocalDate } from '../../../plan/types.ts';
import { holidayMeant, HOLIDAY_WORDS, nextHoliday, workdayAfter, workdayBefore } from './holidays-named.ts';
import { addMonths, monthOf, pad, yearSaid, ymd, type Resolved } from './month-days.ts';
import { countOf } from './numbers.ts';

export interface Day {
  today: LocalDate;
  calendar: Calendar;
  /** Month of the mention before, for a bare 25日. */
  month: string | null;
}

export function monthSaid(which: string | undefined, today: LocalDate): string {
  const now = monthOf(today);
  if (which?.startsWith('下下')) return addMonths(now, 2);
  if (which?.startsWith('下') || which === '次') return addMonths(now, 1);
  if (which?.startsWith('上')) return addMonths(now, -1);
  return now;
}

export function dayOfMonth(month: string, day: number | null): LocalDate | null {
  return day === null ? null : ymd(Number(month.slice(0, 4)), Number(month.slice(5, 7)), day);
}

export function weekday(which: string | undefined, name: string, today: LocalDate): { date: LocalDate } {
  const index = /\d/.test(name) ? Number(name) : '一二三四五六日天'.indexOf(name) + 1;
  const wanted = Math.min(index, 7);
  const monday = addDays(today, 1 - weekdayOf(today));
  if (which?.startsWith('上')) return { date: addDays(monday, wanted - 8) };
  if (which?.startsWith('下下')) return { date: addDays(monday, wanted + 13) };
  if (which?.startsWith('下')) return { date: addDays(monday, wanted + 6) };
  const here = addDays(monday, wanted - 1);
  // A bare weekday that is over is the next one.
  return { date: which === undefined && here < today ? addDays(here, 7) : here };
}

export function workingDays(count: number | null, { calendar, today }: Day): Resolved {
  if (
    count === null ||
    !Number.isInteger(count) ||
    count > 250 ||
    !hasYear(calendar, yearOf(addDays(today, count * 2 + 20)))
  )
    return { date: null };
  return { date: addWorkingDays(calendar, today, count) };
}

/** 10月 or 下月, as a month. */
export const monthNamed = (
  year: string | undefined,
  month: string | undefined,
  which: string | undefined,
  today: LocalDate,
): string => {
  const number = countOf(month) ?? 0;
  return which || number < 1 || number > 12
    ? monthSaid(which, today)
    : `${yearSaid(year, number, today)}-${pad(number)}`;
};

/** 11月第二个星期五: the second of that name; 最后一个: the last. */
export function weekdayOfMonth(month: string, nth: string, name: string): Resolved {
  const wanted = Math.min('一二三四五六日天'.indexOf(name) + 1, 7);
  const first = addDays(`${month}-01`, (wanted - weekdayOf(`${month}-01`) + 7) % 7);
  const last = lastDayOfMonth(month);
  const back = addDays(last, -((weekdayOf(last) - wanted + 7) % 7));
  const date = nth === '最后' ? back : addDays(first, 7 * '一二三四'.indexOf(nth.slice(1)));
  return { date: date <= last ? date : null };
}

export function beforeHoliday(word: string | undefined, { calendar, today }: Day): Resolved {
  const day = nextHoliday(calendar, HOLIDAY_WORDS[word ?? ''] ?? '元旦', today);
  return { date: day && workdayBefore(calendar, day) };
}

/** The holiday that 节后 counts from may have begun. */
export function afterHoliday(word: string | undefined, n: number, { calendar, today }: Day): Resolved {
  const known = word === undefined ? null : HOLIDAY_WORDS[word];
  const day = known
    ? nextHoliday(calendar, known, addDays(today, -9))
    : (holidayMeant(calendar, addDays(today, -4)) ?? holidayMeant(calendar, today));
  return { date: day && workdayAfter(calendar, day, n) };
}
