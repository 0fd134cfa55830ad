import { DateTime } from 'luxon';
import type { LocalDate } from '../plan/types.ts';

/** 25 Nov, with the year where it isn't the reader's. */
export function englishDay(date: LocalDate, today: LocalDate): string {
  const day = DateTime.fromISO(date, { zone: 'utc', locale: 'en' });
  return day.toFormat(day.year === Number(today.slice(0, 4)) ? 'd LLL' : 'd LLL yyyy');
}

/** 25 Nov (Wed) */
export const englishDayWithWeekday = (date: LocalDate, today: LocalDate): string =>
  `${englishDay(date, today)} (${DateTime.fromISO(date, { zone: 'utc', locale: 'en' }).toFormat('ccc')})`;

/** Q4 2026 · Dec 2026 · first half of 2027 · 2026 · week 48 of 2026 · inspection; empty for what has no period. */
export function englishCycle(cycle: string): string {
  const quarter = /^(\d{4})Q([1-4])$/.exec(cycle);
  if (quarter) return `Q${quarter[2]} ${quarter[1]}`;
  if (/^\d{4}-\d{2}$/.test(cycle)) return DateTime.fromISO(`${cycle}-01`, { locale: 'en' }).toFormat('LLL yyyy');
  const [, year, half, week] = /^[a-z]+-(\d{4})(?:H([12])|W(\d{2}))?$/.exec(cycle) ?? [];
  if (year === undefined) return cycle === 'inspection' ? 'inspection' : '';
  if (week !== undefined) return `week ${Number(week)} of ${year}`;
  return half === undefined ? year : `${half === '1' ? 'first' : 'second'} half of ${year}`;
}

const DUTIES: Record<string, string> = { receipt: 'receipt', report: 'progress report', completion: 'completion' };

/** progress report for Q4 2026 · progress report for Dec 2026 (5 periods) · inspection evidence · receipt. */
export function englishDuty(duty: string, cycle: string, also: readonly string[] = []): string {
  const word = DUTIES[duty] ?? duty;
  const period = duty === 'report' ? englishCycle(cycle) : '';
  const named = period === '' ? word : cycle === 'inspection' ? 'evidence for the inspection' : `${word} for ${period}`;
  return also.length > 0 ? `${named} (${also.length + 1} periods)` : named;
}
