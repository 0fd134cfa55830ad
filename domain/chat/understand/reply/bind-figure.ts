import { kindOf } from './kinds.ts';
import type { Measure } from './measures.ts';
import type { Written } from './numbers.ts';
import type { Context } from './skipped-figure.ts';
import { nameScore } from './topics.ts';
import { SCALE_OF, unitOf, type UnitRead } from './units.ts';

/** Only these may follow a number without a unit. */
export const BARE_AFTER = /^(?:$|[了多余来左上以出整吧啦呀咯强不§))]|都不止|多了|够)/;
const TIMES = new Set(['次', '期', '轮', '批', '项', '天', '年', '月', '份', '口', '头', '分', '起']);
/** Counters by which a task without targets may be told. */
const NEVER = new Set([
  '次',
  '期',
  '轮',
  '批',
  '项',
  '天',
  '年',
  '月',
  '小时',
  '部',
  '头',
  '口',
  '份',
  '段',
  '片',
  '块',
  '级',
  '元',
]);

export interface Bound {
  name: string | null;
  value: number;
  unit: string;
  approx: boolean;
  /** It could belong to several targets. */
  open: boolean;
  measure: Measure | null;
}

/** The target that a number belongs to, with value and unit as they are kept; null: no figure of this task. */
export function bind(
  written: Written,
  unit: UnitRead | null,
  before: string,
  after: string,
  context: Context,
): Bound | null {
  const { measures, lead, carried } = context;
  if (measures.length === 0) {
    if (unit === null || NEVER.has(unit.base) || unit.kind !== 'other') return null;
    if (written.script === 'chinese' && written.raw.length === 1) return null;
    return { name: null, ...printed(written, unit, null), approx: false, open: false, measure: null };
  }
  const fits = measures.filter((measure) => measure.base !== '%' && fitsUnit(measure, unit));
  const single = written.script === 'chinese' && written.raw.length === 1;
  if (unit === null && !bareIsFigure(written, before, after, context)) return null;
  if (fits.length === 0) return other(written, unit, before + after, context);
  if (single && written.raw === '一' && !/[又再增新累共多达]|建成|完成|了$/.test(before)) return null;
  const [measure, tied] = choose(fits, before, after, lead, carried);
  return {
    name: tied ? null : measure.name,
    ...printed(written, unit, measure),
    approx: unit !== null && unit.kind === 'other',
    open: tied,
    measure: tied ? null : measure,
  };
}

function fitsUnit(measure: Measure, unit: UnitRead | null): boolean {
  if (unit === null) return true;
  if (unit.base === measure.base) return true;
  // 18场 of a target in 场次, but not 320人 of one in 人次 twice over.
  return (
    unit.kind === 'other' &&
    !TIMES.has(unit.base) &&
    measure.base.startsWith(unit.base) &&
    measure.base.length > unit.base.length
  );
}

function bareIsFigure(written: Written, before: string, after: string, { measures, lead, carried }: Context): boolean {
  if (!BARE_AFTER.test(after.trimStart())) return false;
  if (written.script === 'chinese' && written.raw.length === 1) return written.raw === '仨' && measures.length > 0;
  if (written.script === 'chinese' && /^[十百千万亿]$/.test(written.raw)) return false;
  if (measures.some((measure) => nameScore(before, measure.plain) >= 0.4)) return true;
  if (kindOf(before, '', '') !== null)
    return (
      measures.length === 1 || carried !== null || measures.some((measure) => nameScore(lead, measure.plain) >= 0.4)
    );
  if (/(?:现在|目前|已|才|只到?|共|到|是|有|为|[:了])$/.test(before) || before.trim() === '')
    return measures.length === 1 || measures.some((measure) => nameScore(lead, measure.plain) >= 0.4);
  return measures.length === 1 && written.value >= 10;
}

/** The target whose words stand nearest; `true`: two are as near. */
function choose(
  fits: Measure[],
  before: string,
  after: string,
  lead: string,
  carried: Measure | null,
): [Measure, boolean] {
  const [only] = fits as [Measure];
  if (fits.length === 1) return [only, false];
  // 验收户数新增7户、累计37户: nothing but the figure before says of what.
  const isNamed = fits.some((one) => nameScore(before, one.plain) > 0 || nameScore(after, one.plain) > 0);
  if (!isNamed && carried && fits.includes(carried) && !/[\u4e00-\u9fff]{4}/.test(before)) return [carried, false];
  const scored = fits.map(
    (measure) =>
      nameScore(before, measure.plain) * 3 + nameScore(after, measure.plain) + nameScore(lead, measure.plain),
  );
  const best = Math.max(...scored);
  const winners = fits.filter((_, at) => scored[at] === best);
  if (winners.length === 1 && best > 0) return [winners[0] ?? only, false];
  if (carried && winners.includes(carried)) return [carried, false];
  // 服务企业46家 and 企业46家: the words that nobody else has.
  const own = winners.filter(
    (measure) =>
      [...new Set(measure.plain)].filter(
        (sign) => before.includes(sign) && !fits.some((rival) => rival !== measure && rival.plain.includes(sign)),
      ).length >= 2,
  );
  if (own.length === 1 && own[0]) return [own[0], false];
  return [only, true];
}

/** A counter that no target has: kept as printed where the words name the target, else no figure of this task. */
function other(written: Written, unit: UnitRead | null, around: string, { measures }: Context): Bound | null {
  if (unit === null || TIMES.has(unit.base)) return null;
  const [only] = measures;
  const named = measures.filter((measure) => measure.base !== '%' && nameScore(around, measure.plain) >= 1);
  const measure = named.length === 1 ? named[0] : undefined;
  if (!only) return null;
  if (!measure)
    return isResult(written, unit)
      ? { name: null, ...printed(written, unit, null), approx: true, open: false, measure: null }
      : null;
  return { name: measure.name, ...printed(written, unit, null), approx: true, open: false, measure };
}

/** A measured result of the task (投入资金380万元, 走访居民1360户): meetings, courses and papers are none. */
const isResult = ({ script, raw }: Written, { base, kind }: UnitRead): boolean =>
  kind === 'other' && (base === '元' || !NEVER.has(base)) && !(script === 'chinese' && raw.length === 1);

const MONEY = new Set(['元', '美元', '块']);
const exact = (value: number): number => Number(value.toPrecision(12));

/** Value and unit as they are printed: 1.2万件 keeps its scale, 一万二千件 is 12000件, 六千万 of a sum is 6000万元. */
function printed(written: Written, unit: UnitRead | null, measure: Measure | null): { value: number; unit: string } {
  const long = measure !== null && measure.unit.includes('(') && (unit === null || unit.base === measure.base);
  const base = long
    ? unitOf(measure.unit).base
    : unit === null || unit.kind === 'alias'
      ? (measure?.base ?? unit?.base ?? '')
      : unit.base;
  const { value, scale } = written;
  if (written.script === 'arabic') {
    if (scale === '') return unit === null && measure ? { value, unit: measure.unit } : { value, unit: base };
    return { value: exact(value / SCALE_OF[scale]), unit: `${scale}${base}` };
  }
  const folds =
    scale !== '' &&
    (MONEY.has(base) || (measure !== null && measure.scale === SCALE_OF[scale] && written.raw.endsWith(scale)));
  if (folds) return { value: exact(value / SCALE_OF[scale]), unit: `${scale}${base}` };
  return { value, unit: base };
}
