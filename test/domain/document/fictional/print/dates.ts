import type { Layout } from '../layout.ts';

const DIGITS = { chinese: [...'○一二三四五六七八九'], 'chinese-round': [...'〇一二三四五六七八九'] } as const;

function chinese(number: number, zero: readonly string[]): string {
  const digit = (at: number) => zero[at] ?? '';
  if (number > 100) return [...String(number)].map((figure) => digit(Number(figure))).join('');
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  return `${tens > 1 ? digit(tens) : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digit(ones) : ''}`;
}

/** 1 to 99 as 一, 十二, 三十. */
export const inChinese = (number: number): string => chinese(number, DIGITS.chinese);

/** The day on which a document was signed. */
export function printDay(day: string, style: Layout['dates']): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  if (style === 'digits') return `${year}年${month}月${date}日`;
  if (style === 'spaced') return `${year} 年 ${month} 月 ${date} 日`;
  const zero = DIGITS[style];
  return `${chinese(year, zero)}年${chinese(month, zero)}月${chinese(date, zero)}日`;
}

/** `2025-03` → 2025年3月; with `year` false: 3月. */
export function printDate(date: string, year = true): string {
  const [of = 0, month, day] = date.split('-').map(Number);
  return `${year ? `${of}年` : ''}${month === undefined ? '' : `${month}月`}${day === undefined ? '' : `${day}日`}`;
}

const dotted = (date: string): string => date.split('-').map(Number).join('.');

interface Window {
  start: string | null;
  end: string | null;
}

/** A phase's window as plans print it. `bareYear`: a year that may be left out, since the whole plan is of that year. */
export function printWindow({ start, end }: Window, range: string, form: number, bareYear: string | null): string {
  if (start === null) return end === null ? '' : `${printDate(end)}${end.length === 7 ? '底' : ''}前`;
  if (end === null) return `${printDate(start)}起`;
  const year = start.slice(0, 4);
  const sameYear = year === end.slice(0, 4);
  const months = `${start.slice(5)}..${end.slice(5)}`;
  if (sameYear && months === '01..12') return `${year}年`;
  if (sameYear && form % 2 === 0) {
    if (months === '01..06') return `${year}年上半年`;
    if (months === '07..09') return `${year}年第三季度`;
    if (months === '10..12') return `${year}年第四季度`;
  }
  // 2025.3—2025.9, the way of tables.
  if (form === 3 && start.length === 7 && start !== end)
    return [start, end].map(dotted).join(range === '到' ? '至' : range);
  const withYear = year !== bareYear || !sameYear || start.length === 4;
  if (start === end) return printDate(start, withYear);
  const last = printDate(end, !sameYear || (withYear && form === 1));
  const first = printDate(start, withYear);
  const short = sameYear && start.length === 7 && form === 2 && range === '-';
  return `${short ? first.slice(0, -1) : first}${range}${last}`;
}
