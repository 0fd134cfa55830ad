import { DateTime } from 'luxon';
import type { LocalDate } from '../../plan/types.ts';

/** Words by which a date is one of finishing or delivering. */
const EXPECTED = /前|内|底|末|完成|办结|报|提交|出台|印发|验收|到位|交付|预计|拟|计划|力争|争取|确保|反馈/;
/** What has been, what others set, and what only begins then. */
const OTHER =
  /已|了(?!解)|截至|截止|自|起|开始|启动|开工|召开|举办|举行|进场|原定|原计划|应于|要求|规定|时限|通知|上次|去年|上周|上月|昨/;
const HEDGED =
  /左右|前后|大约|约|可能|估计|上旬|中旬|下旬|或|[日号底末\d](至|到|~|—)|[日号]-|不能|无法|难以|未|没|如果|若|争取不|不/;

export interface Found {
  /** null: no such day, or one that can't be told. */
  date: LocalDate | null;
}

/** When the writer expects to finish or to deliver; null without such a date or with any doubt. */
export function expectedDateIn(clauses: string[], receivedOn: LocalDate): LocalDate | null {
  const dates = new Set<LocalDate | null>();
  for (const clause of clauses) {
    if (OTHER.test(clause) || !EXPECTED.test(clause)) continue;
    const found = datesIn(clause, DateTime.fromISO(receivedOn, { zone: 'utc' }));
    if (found.length === 0) continue;
    for (const { date } of found) dates.add(HEDGED.test(clause) ? null : date);
  }
  const [only] = dates;
  return dates.size === 1 && only !== undefined ? only : null;
}

/** Every day that a text names, each once; null among them where one can't be told. */
export const daysNamed = (text: string, receivedOn: LocalDate): (LocalDate | null)[] => [
  ...new Set(datesIn(text, DateTime.fromISO(receivedOn, { zone: 'utc' })).map(({ date }) => date)),
];

/** Everything in a clause that names a day, relative to the day on which it was written. */
export function datesIn(clause: string, day: DateTime): Found[] {
  const found: Found[] = [];
  let rest = clause;
  for (const [pattern, resolve] of FORMS) {
    rest = rest.replace(pattern, (...args: unknown[]) => {
      const groups = args.slice(1, -2).map((group) => (typeof group === 'string' ? group : undefined));
      const made = resolve(groups, day);
      found.push({ date: made?.isValid && made >= day ? made.toFormat('yyyy-MM-dd') : null });
      return '|';
    });
  }
  return found;
}

type Resolve = (groups: (string | undefined)[], day: DateTime) => DateTime | null;

const FORMS: [RegExp, Resolve][] = [
  [/(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})日?/g, ([y, m, d]) => dayOf(Number(y), Number(m), Number(d))],
  [
    /(今年|明年|\d{4}年)?(\d{1,2})月(\d{1,2})[日号]/g,
    ([y, m, d], day) => inYear(y, day, (year) => dayOf(year, Number(m), Number(d))),
  ],
  [
    /(今年|明年|\d{4}年)?(\d{1,2})月份?[底末]/g,
    ([y, m], day) => inYear(y, day, (year) => dayOf(year, Number(m), 1)?.endOf('month').startOf('day') ?? null),
  ],
  [
    /(?<![上半])(本|这个?|当|下个?)?月底/g,
    ([which], day) =>
      day
        .plus({ months: which?.startsWith('下') ? 1 : 0 })
        .endOf('month')
        .startOf('day'),
  ],
  [
    /(明年|今年|本)?年[底末]|(明|今)年底/g,
    ([which, short], day) => dayOf(day.year + (which === '明年' || short === '明' ? 1 : 0), 12, 31),
  ],
  [
    /(上|下下?个?|本|这个?)?(?:周|星期|礼拜)([一二三四五六日天])/g,
    ([which, weekday], day) => onWeekday(which, weekday ?? '', day),
  ],
  [/(大)?(今|明|后)[天日]/g, ([big, which], day) => (big ? null : day.plus({ days: '今明后'.indexOf(which ?? '') }))],
];

const dayOf = (year: number, month: number, day: number): DateTime =>
  DateTime.fromObject({ year, month, day }, { zone: 'utc' });

/** Longest that a date without its year may be ahead into the next one. */
const NEXT_YEAR_WITHIN_DAYS = 183;

function inYear(written: string | undefined, day: DateTime, make: (year: number) => DateTime | null): DateTime | null {
  if (written === '今年') return make(day.year);
  if (written === '明年') return make(day.year + 1);
  if (written) return make(Number(written.slice(0, 4)));
  const here = make(day.year);
  if (!here?.isValid || here >= day) return here;
  const next = make(day.year + 1);
  return next?.isValid && next.diff(day, 'days').days <= NEXT_YEAR_WITHIN_DAYS ? next : null;
}

function onWeekday(which: string | undefined, weekday: string, day: DateTime): DateTime | null {
  const index = '一二三四五六日天'.indexOf(weekday);
  const monday = day.startOf('week').plus({ days: Math.min(index, 6) });
  if (which === undefined || which === '本' || which.startsWith('这')) return monday;
  if (which === '上') return null;
  return monday.plus({ weeks: which.startsWith('下下') ? 2 : 1 });
}
