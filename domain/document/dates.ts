import type { PrintedDate } from '../plan/types.ts';
import type { Span } from './types.ts';
import { chineseNumber } from './outline/number-mark.ts';
import { isPrintedDate } from '../calendar/local-date.ts';

/** A date or a window as printed; one side is null where none is printed (`自…起`, `…前`). */
export interface FoundDate {
  /** In the text that was searched. */
  span: Span;
  from: PrintedDate | null;
  to: PrintedDate | null;
  /** No year is printed: it was taken from the context. */
  yearless: boolean;
}

const Y = '(?:\\d{4}|[〇零一二三四五六七八九]{4}|今|本|当|明|次|翌)';
const M = '(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])';
const D = '(?:3[01]|[12]\\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])';
const TO = '(?: ?起)? ?(?:-{1,2}|[—–]{1,2}|~|〜|至|到) ?';

const year = (name: string): string => `(?<${name}>${Y}) ?年度?`;
const ATOM = (tag: string): string =>
  [
    `(?:${year(`y1${tag}`)} ?)?(?<m1${tag}>${M}) ?月(?:份)?(?: ?(?<d1${tag}>${D}) ?[日号])?`,
    `(?:${year(`y2${tag}`)} ?)?第?(?<q2${tag}>[一二三四1-4]) ?季度`,
    `(?:${year(`y3${tag}`)} ?)?(?<h3${tag}>[上下])半年`,
    `(?<y4${tag}>\\d{4})[-./](?<m4${tag}>1[0-2]|0?[1-9])[-./](?<d4${tag}>3[01]|[12]\\d|0?[1-9])(?!\\d)`,
    `(?<y6${tag}>\\d{4})\\.(?<m6${tag}>1[0-2]|0?[1-9])(?![\\d.])`,
    `${year(`y5${tag}`)}`,
  ].join('|');
const PART = ' ?(?:上旬|中旬|下旬|初|底|末)?';
const RANGES = [
  `(?:${year('ry')} ?)?(?<rm1>${M})${TO}(?<rm2>${M}) ?月(?:份)?`,
  `(?:${year('dy')} ?)?(?<dm>${M}) ?月 ?(?<dd1>${D})(?: ?[日号])?${TO}(?<dd2>${D}) ?[日号]`,
  `(?<yy1>\\d{4})(?: ?年)?${TO}(?<yy2>\\d{4}) ?年`,
].join('|');
const DATE = new RegExp(
  `(?<from>自|从|由)?(?<until>到|截至|截止到?|至)?(?:${RANGES}|(?:${ATOM('a')})(?<parta>${PART})(?:${TO}(?:${ATOM('b')})(?<partb>${PART}))?)(?<after> ?(?:之前|以前|前(?!期|后|三|两)|起(?!草|步|点|诉)|开始|以后|之后))?`,
  'g',
);

type Groups = Record<string, string | undefined>;

const numberOf = (text: string): number =>
  /^\d/.test(text) ? Number(text) : chineseNumber(text.replace('廿', '二十'));

const digitsOf = (text: string): string =>
  [...text]
    .map((one) => (/\d/.test(one) ? one : String('〇一二三四五六七八九'.indexOf(one === '零' ? '〇' : one))))
    .join('');

function yearNumber(text: string | undefined, current: number | null): number | null {
  if (text === undefined) return null;
  if (/^[明次翌]$/.test(text)) return current === null ? null : current + 1;
  return /^[今本当]$/.test(text) ? current : Number(digitsOf(text));
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

const QUARTERS: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 1: 1, 2: 2, 3: 3, 4: 4 };

function atomOf(groups: Groups, tag: string, current: number | null): Atom | null {
  const get = (name: string): string | undefined => groups[`${name}${tag}`];
  const month = get('m1') ?? get('m4') ?? get('m6');
  const part = groups[`part${tag}`]?.trim() ?? '';
  if (month !== undefined) {
    const m = numberOf(month);
    const day = get('d1') ?? get('d4');
    const d = day === undefined ? undefined : numberOf(day);
    return {
      year: yearNumber(get('y1') ?? get('y4') ?? get('y6'), current),
      month: m,
      start: (y) => printed(y, m, d),
      end: (y) => printed(y, m, d),
    };
  }
  const quarter = QUARTERS[get('q2') ?? ''];
  if (quarter !== undefined)
    return {
      year: yearNumber(get('y2'), current),
      start: (y) => printed(y, quarter * 3 - 2),
      end: (y) => printed(y, quarter * 3),
    };
  const half = get('h3');
  if (half !== undefined) {
    const first = half === '上' ? 1 : 7;
    return { year: yearNumber(get('y3'), current), start: (y) => printed(y, first), end: (y) => printed(y, first + 5) };
  }
  const alone = get('y5');
  if (alone === undefined) return null;
  const [m1, m2] = part === '底' || part === '末' ? [12, 12] : part === '初' ? [1, 1] : [undefined, undefined];
  return { year: yearNumber(alone, current), start: (y) => printed(y, m1), end: (y) => printed(y, m2) };
}

interface Window {
  start: PrintedDate;
  end: PrintedDate;
  yearless: boolean;
  ranged: boolean;
}

function shortRange(groups: Groups, current: number | null): Window | null {
  const { yy1, yy2, rm1, rm2, ry, dm, dd1, dd2, dy } = groups;
  if (yy1 !== undefined && yy2 !== undefined) return { start: yy1, end: yy2, yearless: false, ranged: true };
  const y = yearNumber(ry ?? dy, current) ?? current;
  if (y === null) return null;
  const yearless = (ry ?? dy) === undefined;
  if (rm1 !== undefined && rm2 !== undefined) {
    const [first, last] = [numberOf(rm1), numberOf(rm2)];
    // 11月至次年2月 without its 次年 crosses the year.
    return { start: printed(y, first), end: printed(last < first ? y + 1 : y, last), yearless, ranged: true };
  }
  if (dm === undefined || dd1 === undefined || dd2 === undefined) return null;
  const m = numberOf(dm);
  return { start: printed(y, m, numberOf(dd1)), end: printed(y, m, numberOf(dd2)), yearless, ranged: true };
}

function windowOf(groups: Groups, current: number | null): Window | null {
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

/**
 * All dates and windows in a simplified text, in order. `current`: the year meant by a date without one; such dates
 * are left out where it is null. What is no real day (2月30日) is left out too.
 */
export function findDates(simplified: string, current: number | null = null): FoundDate[] {
  let context = current;
  return [...simplified.matchAll(DATE)].flatMap((found): FoundDate[] => {
    const groups: Groups = found.groups ?? {};
    const window = windowOf(groups, context);
    if (!window || !isPrintedDate(window.start) || !isPrintedDate(window.end)) return [];
    if (!window.yearless) context = Number(window.end.slice(0, 4));
    const after = groups['after']?.trim() ?? '';
    const before = after.endsWith('前') || (groups['until'] !== undefined && groups['from'] === undefined);
    const onwards = /起|开始|后$/.test(after) || groups['from'] !== undefined;
    const { start, end, yearless, ranged } = window;
    return [
      {
        span: { start: found.index, end: found.index + found[0].length },
        from: ranged || !before ? start : null,
        to: ranged || !onwards ? end : null,
        yearless,
      },
    ];
  });
}
