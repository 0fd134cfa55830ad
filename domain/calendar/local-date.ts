import type { LocalDate, PrintedDate } from '../plan/types.ts';

/**
 * Arithmetic on local calendar days without any zone: a day is counted from the epoch as if it were UTC,
 * so neither the machine's zone nor summer time can move it.
 */
const DAY_MS = 86_400_000;

export type Precision = 'year' | 'month' | 'day';

const dayNumber = (date: LocalDate): number =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY_MS;

const fromDayNumber = (day: number): LocalDate => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Calendar days later, or earlier where `days` is negative. */
export const addDays = (date: LocalDate, days: number): LocalDate => fromDayNumber(dayNumber(date) + days);

/** Calendar days from `from` to `to`; negative where `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from);

/** 1 Monday … 7 Sunday, as ISO counts. */
export const weekdayOf = (date: LocalDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;

export const yearOf = (date: PrintedDate): number => Number(date.slice(0, 4));

export const firstDayOfYear = (year: number): LocalDate => `${String(year).padStart(4, '0')}-01-01`;

/** Day of the year, 0 for 1 January. */
export const dayOfYear = (date: LocalDate): number => daysBetween(firstDayOfYear(yearOf(date)), date);

export const lastDayOfMonth = (month: string): LocalDate =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10);

/** Whole years later; 29 February becomes the 28th where there is none. */
export function addYears(date: LocalDate, years: number): LocalDate {
  const month = `${String(yearOf(date) + years).padStart(4, '0')}-${date.slice(5, 7)}`;
  const last = lastDayOfMonth(month);
  const same = `${month}-${date.slice(8, 10)}`;
  return same < last ? same : last;
}

export const precisionOf = (printed: PrintedDate): Precision =>
  printed.length === 4 ? 'year' : printed.length === 7 ? 'month' : 'day';

/** A real day, month or year written `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
export function isPrintedDate(text: string): boolean {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text)) return false;
  if (text.length === 4) return true;
  const month = Number(text.slice(5, 7));
  if (month < 1 || month > 12) return false;
  return text.length === 7 || (text.slice(8, 10) >= '01' && text <= lastDayOfMonth(text.slice(0, 7)));
}

export const isLocalDate = (text: string): boolean => text.length === 10 && isPrintedDate(text);

/** First calendar day that a printed date can mean. */
export const firstDayOf = (printed: PrintedDate): LocalDate =>
  printed.length === 4 ? `${printed}-01-01` : printed.length === 7 ? `${printed}-01` : printed;

/** Last calendar day that a printed date can mean. */
export const lastDayOf = (printed: PrintedDate): LocalDate =>
  printed.length === 4 ? `${printed}-12-31` : printed.length === 7 ? lastDayOfMonth(printed) : printed;
