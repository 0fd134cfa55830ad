import type { CalendarYear } from '../../domain/calendar/types.ts';

/** A year with where it comes from, as the operator sees it. */
export interface SeedCalendarYear extends CalendarYear {
  source: string;
}

const datesOf = (year: number, days: string): string[] =>
  days === '' ? [] : days.split(' ').map((day) => `${year}-${day}`);

/** A year whose notice is out. Days are `MM-DD`, separated by blanks. */
export const published = (year: number, rest: string, work: string): SeedCalendarYear => ({
  year,
  published: true,
  rest: datesOf(year, rest),
  work: datesOf(year, work),
  source: `国务院办公厅关于${year}年部分节假日安排的通知`,
});

/** A year whose notice is not out: statutory days by the 2025 rule, no make-up days. */
export const provisional = (year: number, rest: string): SeedCalendarYear => ({
  year,
  published: false,
  rest: datesOf(year, rest),
  work: [],
  source: `${year}年放假安排尚未公布,暂按法定节假日推算`,
});
