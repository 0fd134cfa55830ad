import type { Calendar } from '../../../calendar/types.ts';
import type { LocalDate } from '../../../plan/types.ts';
import { FORMS, type Form } from './date-forms.ts';
import { monthOf } from './month-days.ts';

/** Words that name a day. `date` null: a day is meant that can't be told. */
export interface DateNamed {
  start: number;
  end: number;
  date: LocalDate | null;
  /** 中旬, 前后: the day is one reading of several. */
  fuzzy: boolean;
  /** It lies before the day of writing (昨天, 9月1日 in October). */
  past: boolean;
  /** A range's or a mere period's last day: 四季度 names no end of itself. */
  period: boolean;
}

/** The text with the days that it names covered by §, unit for unit. */
export const withoutDays = (plain: string, dates: readonly { start: number; end: number }[]): string =>
  dates.reduce((left, { start, end }) => left.slice(0, start) + '§'.repeat(end - start) + left.slice(end), plain);

const COMPILED = FORMS.map(([pattern, resolve]): [RegExp, Form[1]] => [new RegExp(pattern, 'g'), resolve]);
const AROUND = /^(?:的)?(?:左右|前后|上下|附近)/;

/** Every stretch that names a day, in the order of the text, none inside another. */
export function datesNamed(plain: string, today: LocalDate, calendar: Calendar): DateNamed[] {
  const taken: { start: number; end: number; groups: (string | undefined)[]; resolve: Form[1] }[] = [];
  let rest = plain;
  for (const [pattern, resolve] of COMPILED) {
    pattern.lastIndex = 0;
    rest = rest.replace(pattern, (...args: unknown[]) => {
      const at = args.findIndex((arg, index) => index > 0 && typeof arg === 'number');
      const words = args[0] as string;
      if (words === '') return words;
      const groups = args.slice(1, at) as (string | undefined)[];
      // Whether these words are a day at all doesn't depend on what stands before them.
      if (resolve(groups, { today, calendar, month: null }) === 'none') return words;
      const start = args[at] as number;
      taken.push({ start, end: start + words.length, groups, resolve });
      return '§'.repeat(words.length);
    });
  }
  taken.sort((a, b) => a.start - b.start);
  const dates: DateNamed[] = [];
  for (const { start, end, groups, resolve } of taken) {
    const before = dates.at(-1);
    const near = before && start - before.end < 16 && !/[。\n]/.test(plain.slice(before.end, start));
    const resolved = resolve(groups, { today, calendar, month: near && before.date ? monthOf(before.date) : null });
    if (resolved === 'none') continue;
    const around = AROUND.test(plain.slice(end, end + 4));
    dates.push({
      start,
      end,
      date: resolved.date,
      fuzzy: resolved.fuzzy === true || around,
      past:
        resolved.past === true ||
        /^(?:之?前)?(?:就|便|均|都|我局|我们)?已(?!预)/.test(plain.slice(end, end + 6)) ||
        (resolved.date !== null && resolved.date < today),
      period: resolved.period === true,
    });
  }
  // 6月10日或者6月20日
  dates.forEach((date, at) => {
    const before = dates[at - 1];
    if (before && /^(?:或者?|还是|要么|[,、]?或)$/.test(plain.slice(before.end, date.start).trim())) {
      before.date = null;
      date.date = null;
    }
  });
  return dates;
}
