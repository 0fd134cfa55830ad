import { daysBetween, isLocalDate, lastDayOfMonth, yearOf } from '../../../calendar/local-date.ts';
import type { LocalDate } from '../../../plan/types.ts';

/** `none`: the words name no day after all. */
export type Resolved = { date: LocalDate | null; fuzzy?: boolean; period?: boolean; past?: boolean } | 'none';

export const pad = (value: number): string => String(value).padStart(2, '0');
export const ymd = (year: number, month: number, day: number): LocalDate | null => {
  const date = `${year}-${pad(month)}-${pad(day)}`;
  return isLocalDate(date) ? date : null;
};
export const monthOf = (date: LocalDate): string => date.slice(0, 7);
export function addMonths(month: string, months: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${Math.floor(at / 12)}-${pad((at % 12) + 1)}`;
}

/** The same day so many months later, or that month's last. */
export function plusMonths(date: LocalDate, months: number): LocalDate {
  const month = addMonths(monthOf(date), months);
  const last = lastDayOfMonth(month);
  const same = `${month}-${date.slice(8)}`;
  return same < last ? same : last;
}

/** Longest that a date without its year may be ahead into the next one. */
export const AHEAD_DAYS = 230;

/** The year of a month that stands without one: this year's unless it is long past. */
export function yearFor(month: number, today: LocalDate): number {
  const year = yearOf(today);
  if (lastDayOfMonth(`${year}-${pad(month)}`) >= today) return year;
  const next = `${year + 1}-${pad(month)}-01`;
  return daysBetween(today, next) <= AHEAD_DAYS ? year + 1 : year;
}

export function yearSaid(said: string | undefined, month: number, today: LocalDate): number {
  if (!said) return yearFor(month, today);
  if (/今年|本年|当年/.test(said)) return yearOf(today);
  if (/明年|来年|次年/.test(said)) return yearOf(today) + 1;
  if (/去年/.test(said)) return yearOf(today) - 1;
  const digits = /\d+/.exec(said)?.[0] ?? '';
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

/** 上旬 is the 10th, 中旬 the 20th, 下旬 the last day; 初 no day that can be told. */
export function partOfMonth(month: string, part: string): Resolved {
  if (/底|末/.test(part)) return { date: lastDayOfMonth(month) };
  if (part === '内') return { date: lastDayOfMonth(month) };
  if (part === '上旬') return { date: `${month}-10`, fuzzy: true };
  if (part === '中旬') return { date: `${month}-20`, fuzzy: true };
  if (part === '下旬') return { date: lastDayOfMonth(month), fuzzy: true };
  if (part === '中') return { date: `${month}-15`, fuzzy: true };
  return { date: `${month}-10`, fuzzy: true };
}
