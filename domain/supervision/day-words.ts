import type { LocalDate } from '../plan/types.ts';

/** 2026年12月21日. Bundled into workflows, so without the calendar's library. */
export function dayWords(day: LocalDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
