import type { LocalDate } from '../../domain/plan/types.ts';

/** `YYYY-MM`, `offset` months after `startMonth`. */
export function monthAt(startMonth: string, offset: number): string {
  const [year, month] = startMonth.split('-').map(Number);
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(startMonth) || year === undefined || month === undefined) {
    throw new RangeError(`startMonth must be YYYY-MM, got "${startMonth}"`);
  }
  const index = year * 12 + month - 1 + offset;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** A day in that month; a day the month lacks becomes its last one. */
export function dayAt(startMonth: string, offset: number, day: number): LocalDate {
  const month = monthAt(startMonth, offset);
  const lastDay = new Date(`${monthAt(startMonth, offset + 1)}-01T00:00:00Z`);
  lastDay.setUTCDate(0);
  return `${month}-${String(Math.min(day, lastDay.getUTCDate())).padStart(2, '0')}`;
}

/** As an official text prints it: 2026年12月25日, 2026年6月, 2026年. */
export function printed(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month ? `${month}月` : ''}${day ? `${day}日` : ''}`;
}

/** As a person writes it in a reply: 12月8日. */
export function spoken(date: LocalDate): string {
  return printed(date).replace(/^\d+年/, '');
}
