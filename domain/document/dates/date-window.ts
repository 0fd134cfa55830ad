import type { PrintedDate } from '../../plan/types.ts';
import { chineseNumber } from '../outline/number-mark.ts';

export type DateGroups = Record<string, string | undefined>;

/** What a found print says before its open ends are considered. */
export interface DateWindow {
  start: PrintedDate;
  end: PrintedDate;
  /** No year is printed: it was taken from the context. */
  yearless: boolean;
  /** Two ends are printed. */
  ranged: boolean;
}

const CENTURY = { first: 80, last: 1900, next: 2000 };

const numberOf = (text: string): number => {
  if (/^\d/.test(text)) return Number(text);
  return text === '元' ? 1 : chineseNumber(text.replace('廿', '二十'));
};

const digitsOf = (text: string): string =>
  [...text.replace(/[零OОο]/g, '〇')]
    .map((one) => (/\d/.test(one) ? one : String('〇一二三四五六七八九'.indexOf(one))))
    .join('');

function yearNumber(text: string | undefined, current: number | null): number | null {
  if (text === undefined) return null;
  if (/^[明来次翌]$/.test(text)) return current === null ? null : current + 1;
  if (/^[今本当同该]$/.test(text)) return current;
  const value = Number(digitsOf(text));
  if (value > 99) return value;
  return value + (value >= CENTURY.first ? CENTURY.last : CENTURY.next);
}

const two = (value: number): string => String(value).padStart(2, '0');
const printed = (y: number, m?: number, d?: number): PrintedDate =>
  `${y}${m === undefined ? '' : `-${two(m)}`}${m === undefined || d === undefined ? '' : `-${two(d)}`}`;

interface Atom {
  year: number | null;
  start: (year: number) => PrintedDate;
  end: (year: number) => PrintedDate;
  month?: number;
}

const quarterOf = (text: string | undefined): number => (text === undefined ? 0 : numberOf(text));

function atomOf(groups: DateGroups, tag: string, current: number | null): Atom | null {
  const get = (name: string): string | undefined => groups[`${name}${tag}`];
  const of = (y: string | undefined, m1: number, m2: number): Atom => ({
    year: yearNumber(y, current),
    start: (value) => printed(value, m1),
    end: (value) => printed(value, m2),
    month: m1,
  });
  const part = groups[`part${tag}`]?.trim() ?? '';
  const month = get('m1') ?? get('m4') ?? get('m6');
  if (month !== undefined) {
    const m = numberOf(month);
    const day = get('d1') ?? get('d4');
    const d = day === undefined ? undefined : numberOf(day);
    const at = (y: number): PrintedDate => printed(y, m, d);
    return { year: yearNumber(get('y1') ?? get('y4') ?? get('y6'), current), month: m, start: at, end: at };
  }
  const quarter = quarterOf(get('q2'));
  if (quarter > 0) return of(get('y2'), quarter * 3 - 2, quarter * 3);
  const half = get('h3');
  if (half !== undefined) return half === '上' ? of(get('y3'), 1, 6) : of(get('y3'), 7, 12);
  if (get('e7') !== undefined) return of(undefined, 12, 12);
  const alone = get('y5');
  if (alone === undefined) return null;
  if (part === '底' || part === '末') return of(alone, 12, 12);
  if (part === '初') return of(alone, 1, 1);
  return { year: yearNumber(alone, current), start: printed, end: printed };
}

/** Months, days or quarters of which one year is printed, or none. */
function shortRange(groups: DateGroups, current: number | null): DateWindow | null {
  const { yy1, yy2, rm1, rm2, dm, dd1, dd2, pm, sm1, sm2, sd1, sd2, q1, q2, lm1, lm2 } = groups;
  if (yy1 !== undefined && yy2 !== undefined) return { start: yy1, end: yy2, yearless: false, ranged: true };
  const stated = groups['ry'] ?? groups['dy'] ?? groups['py'] ?? groups['sy'] ?? groups['qy'] ?? groups['ly'];
  const y = yearNumber(stated, current) ?? current;
  if (y === null) return null;
  const made = (start: PrintedDate, end: PrintedDate): DateWindow => ({
    start,
    end,
    yearless: stated === undefined,
    ranged: true,
  });
  const [first, last] = [rm1 ?? sm1 ?? lm1, rm2 ?? sm2 ?? lm2];
  if (first !== undefined && last !== undefined) {
    const [m1, m2] = [numberOf(first), numberOf(last)];
    const [d1, d2] = [sd1, sd2].map((day) => (day === undefined ? undefined : numberOf(day)));
    // 11月至2月 crosses the year without a word.
    return made(printed(y, m1, d1), printed(m2 < m1 ? y + 1 : y, m2, d2));
  }
  if (q1 !== undefined && q2 !== undefined)
    return made(printed(y, quarterOf(q1) * 3 - 2), printed(y, quarterOf(q2) * 3));
  if (pm !== undefined) return made(printed(y, numberOf(pm)), printed(y, numberOf(pm)));
  if (dm === undefined || dd1 === undefined || dd2 === undefined) return null;
  const m = numberOf(dm);
  return made(printed(y, m, numberOf(dd1)), printed(y, m, numberOf(dd2)));
}

/** The window that a match of `DATE_FORM` prints; null without any year. `current`: meant where none is printed. */
export function windowOf(groups: DateGroups, current: number | null): DateWindow | null {
  const short = shortRange(groups, current);
  if (short) return short;
  const first = atomOf(groups, 'a', current);
  if (!first) return null;
  const y1 = first.year ?? current;
  if (y1 === null) return null;
  const second = atomOf(groups, 'b', y1);
  const yearless = first.year === null;
  if (!second) return { start: first.start(y1), end: first.end(y1), yearless, ranged: false };
  const wraps =
    second.year === null && second.month !== undefined && first.month !== undefined && second.month < first.month;
  return { start: first.start(y1), end: second.end(second.year ?? (wraps ? y1 + 1 : y1)), yearless, ranged: true };
}
