import { DateTime } from 'luxon';
import type { Instant, LocalDate } from '../plan/types.ts';
import type { Locale } from './catalogue/index.ts';
import { englishCycle, englishDay, englishDayWithWeekday } from './english-text.ts';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

/** 11月25日, with the year where it isn't the reader's. */
export function dayText(date: LocalDate, today: LocalDate, locale: Locale = 'zh'): string {
  if (locale === 'en') return englishDay(date, today);
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return `${year === Number(today.slice(0, 4)) ? '' : `${year}年`}${month}月${day}日`;
}

export const fullDayText = (date: LocalDate, locale?: Locale): string => dayText(date, '0000', locale);

/** 11月25日(星期三) */
export function dayWithWeekday(date: LocalDate, today: LocalDate, locale: Locale = 'zh'): string {
  if (locale === 'en') return englishDayWithWeekday(date, today);
  return `${dayText(date, today)}(星期${WEEKDAYS[DateTime.fromISO(date, { zone: 'utc' }).weekday - 1]})`;
}

export const localDay = (at: Instant, zone: string): LocalDate => DateTime.fromISO(at, { zone }).toFormat('yyyy-MM-dd');

export const localTime = (at: Instant, zone: string): string => DateTime.fromISO(at, { zone }).toFormat('HH:mm');

/** 11月20日10:12 */
export const momentText = (at: Instant, zone: string, today: LocalDate, locale?: Locale): string =>
  momentOn(localDay(at, zone), localTime(at, zone), today, locale);

/** The same of a day and an hour. */
export const momentOn = (date: LocalDate, time: string, today: LocalDate, locale?: Locale): string =>
  `${dayText(date, today, locale)}${locale === 'en' ? ' ' : ''}${time}`;

/** 11月25日(星期三)17:30 */
export const momentWithWeekday = (at: Instant, zone: string, today: LocalDate, locale?: Locale): string =>
  `${dayWithWeekday(localDay(at, zone), today, locale)}${locale === 'en' ? ' ' : ''}${localTime(at, zone)}`;

/** 2026年第四季度 · 2026年12月 · 2027年上半年 · 2026年度 · 2026年第48周 · 迎检阶段; empty for what has no period. */
export function cycleText(cycle: string, locale: Locale = 'zh'): string {
  if (locale === 'en') return englishCycle(cycle);
  const quarter = /^(\d{4})Q([1-4])$/.exec(cycle);
  if (quarter) return `${quarter[1]}年第${'一二三四'[Number(quarter[2]) - 1]}季度`;
  const month = /^(\d{4})-(\d{2})$/.exec(cycle);
  if (month) return `${month[1]}年${Number(month[2])}月`;
  const [, year, half, week] = /^[a-z]+-(\d{4})(?:H([12])|W(\d{2}))?$/.exec(cycle) ?? [];
  if (year === undefined) return cycle === 'inspection' ? '迎检阶段' : '';
  if (week !== undefined) return `${year}年第${Number(week)}周`;
  return half === undefined ? `${year}年度` : `${year}年${half === '1' ? '上' : '下'}半年`;
}
