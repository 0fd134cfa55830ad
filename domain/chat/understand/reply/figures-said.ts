import type { OpenTask, ReplyFigure } from '../types.ts';
import { hedgedAfter, hedgedBefore } from './hedges.ts';
import { kindOf } from './kinds.ts';
import { numbersIn, type Written } from './numbers.ts';
import { nameScore } from './topics.ts';
import { SCALE_OF, unitAt, unitOf, type UnitRead } from './units.ts';

/** A target, or a figure of the last report that is none. */
export interface Measure {
  name: string;
  /** Prepared, as the clause is. */
  plain: string;
  unit: string;
  base: string;
  scale: number;
  target: number | null;
}

export function measuresOf(task: OpenTask, prepared: (text: string) => string): Measure[] {
  const measures: Measure[] = [];
  const add = (name: string, unit: string, target: number | null): void => {
    if (measures.some((one) => one.name === name)) return;
    const plain = prepared(unit);
    measures.push({ name, plain: prepared(name), unit: plain, ...unitOf(plain.replace(/\(.*\)$/, '')), target });
  };
  for (const { name, unit, value } of task.targets) add(name, unit, value);
  for (const { name, unit } of task.last?.figures ?? []) add(name, unit, null);
  return measures;
}

export interface FigureSaid extends ReplyFigure {
  start: number;
  end: number;
  approx: boolean;
  /** It could belong to several targets of the task. */
  open: boolean;
  measure: Measure | null;
}

/** What isn't a figure of now: what is left, wanted, was, or comes. */
const SKIP_BEFORE =
  /(?:还剩|剩余?|剩下|剩的|还差|还有|尚有|尚欠|尚余|余下?(?!额)|差|欠|缺|缺口(?:约|大约)?|其余|其他|其它|在(?:建|改造|施工|修|办|审|整治|建设|推进|查|编|谈|装|铺)|其中[^\d,]{0,8}|另外?|另有|另还|最后|每|目标|计划|指标|原(?:来|报|定|先)?|上次|上月|上期|上回|去年(?:同期)?(?:是|为)?|同期|离|距|不是|到不了|首批|未毕|没完|含|含改建|第|第[一二三四五六七\d](?:批|期|季度|阶段)|离目标|任务(?:目标|数|量)?(?:是|为)?|应(?:完成|建)|需|写成(?:了)?|报成(?:了)?|误(?:写|报)[为成]?)\s?(?:的)?(?:约|近|大约|大概)?$/;
const SKIP_AFTER =
  /^(?:在[\u4e00-\u9fff]{1,3}(?:$|中)|没排上|在建|待|在审|未|正在|在等|等|还没|尚|的(?:目标|任务)|目标|(?!然后)[^,。§]{0,6}?(?:还在|正在|仍在|还没|尚未|没(?!问题)|未(?!发))|不同意|反对|村民|居民|企业主|老人|没有|老板|里(?:有|的)?\d|还在|在办|正|拒|要等|没人)/;
/** Steps before what is counted. */
const STAGE = /(申报|报名|储备|意向|洽谈|初选|推荐|入围|受理申请|收到)[^\d,]{0,4}$/;
const APART = /不算|不含|不包括|不计|除外|遗留/;
const HAVE = /(?:^|[^已现共拥具累总仍])有$/;
/** Only these may follow a number without a unit. */
const BARE_AFTER = /^(?:$|[了多余来左上以出整吧啦呀咯强不§))]|都不止|多了|够)/;
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

interface Context {
  measures: Measure[];
  bases: ReadonlySet<string>;
  /** Words of the label and of clauses without a number before this one. */
  lead: string;
  /** The measure of the figure before, for 新增…,累计…. */
  carried: Measure | null;
  /** Clause-wide words of what is to come stand before this place (0: none of them). */
  future: number | null;
  /** Correction: a figure that is denied is left out. */
}

export function figuresSaid(text: string, context: Context): { figures: FigureSaid[]; range: boolean } {
  const numbers = numbersIn(text);
  const figures: FigureSaid[] = [];
  let range = false;
  let from = 0;
  let { carried } = context;
  numbers.forEach((written, at) => {
    const counted = /([个家户件项座处台套张人栋门间亩])数量?(?:为|是|达|到|:)?\s?$/.exec(
      text.slice(0, written.start),
    )?.[1];
    const unit =
      unitAt(text, written.end, context.bases) ??
      (counted !== undefined && context.bases.has(counted)
        ? { printed: counted, base: counted, end: written.end, kind: 'exact' as const }
        : null);
    const end = unit?.end ?? written.end;
    const before = text.slice(from, written.start);
    const whole = text.slice(0, written.start);
    const after = text.slice(end);
    const untilNext = text.slice(end, numbers[at + 1]?.start ?? text.length);
    // 由77个增至86个: the first was.
    if (
      /(?:由|从)[^,]{0,12}$/.test(before) &&
      /(?:增|升|扩|推进|提高|发展|减|降|到)/.test(text.slice(end, numbers[at + 1]?.start ?? end))
    )
      return;
    if (isSkipped(written, whole, before, after, unit, context)) return;
    if (written.range) {
      if (unit || /[个家]/.test(after.slice(0, 1)) || BARE_AFTER.test(after)) range = true;
      return;
    }
    const bound = bind(written, unit, before, untilNext, { ...context, carried });
    if (bound === null) return;
    const hedge = text.slice(written.end, end);
    if (unit && /^半(?![年月天个])/.test(after)) bound.value += 0.5;
    figures.push({
      ...bound,
      kind: kindOf(before, bound.measure?.plain ?? '', text, after),
      start: written.start,
      end,
      approx:
        bound.approx || hedgedBefore(before) || hedgedAfter(after) || hedgedAfter(hedge) || /^[余多来几]/.test(hedge),
    });
    from = end;
    carried = bound.measure ?? carried;
  });
  return { figures: withoutOthers(figures), range };
}

function isSkipped(
  written: Written,
  whole: string,
  before: string,
  after: string,
  unit: UnitRead | null,
  { future, measures }: Context,
): boolean {
  if (future !== null && written.start >= future) return true;
  if (APART.test(before) || APART.test(after.slice(0, 14))) return true;
  if (SKIP_BEFORE.test(whole) || SKIP_AFTER.test(after)) return true;
  const stage = STAGE.exec(before)?.[1];
  if (stage !== undefined && !measures.some(({ plain }) => plain.includes(stage))) return true;
  if (HAVE.test(whole) && /^[\u4e00-\u9fff]{2}/.test(after)) return true;
  // A year, a duration, a document's number.
  if (
    /^(?:年|月|个月|周|天|日|小时|分钟|点|号(?!线)|时)/.test(unit ? '' : after.trimStart()) ||
    (unit === null && /^个(?:百分点|月|工作日|小时|星期|礼拜)/.test(after))
  )
    return true;
  if (unit?.base === '个' && /^(?:月|工作日|小时|星期|礼拜)/.test(after)) return true;
  if (unit?.base === '个' && whole.endsWith('这') && /^(?:项目|任务|工作|方面|问题|标段)/.test(after)) return true;
  if (unit?.base === '项' && /^(?:任务|工作|指标|目标)/.test(after)) return true;
  if (unit?.base === '条' && /^(?:线上|措施|意见|建议)/.test(after)) return true;
  return /[A-Za-z]$/.test(before) || (/[-]$/.test(before) && written.script === 'arabic');
}

/** A figure that another counter repeats (2期共320人次) goes by the target's own. */
function withoutOthers(figures: FigureSaid[]): FigureSaid[] {
  return figures.filter(
    (one) =>
      !(
        one.measure &&
        one.unit !== one.measure.unit &&
        !one.unit.endsWith(one.measure.base) &&
        figures.some(
          (other) => other !== one && other.measure === one.measure && other.unit.endsWith(one.measure?.base ?? '§'),
        )
      ),
  );
}

type Bound = Pick<FigureSaid, 'name' | 'value' | 'unit' | 'approx' | 'open' | 'measure'>;

function bind(written: Written, unit: UnitRead | null, before: string, after: string, context: Context): Bound | null {
  const { measures, lead, carried } = context;
  if (measures.length === 0) {
    if (unit === null || NEVER.has(unit.base) || unit.kind !== 'other') return null;
    if (written.script === 'chinese' && written.raw.length === 1) return null;
    return { name: null, ...printed(written, unit, null), approx: false, open: false, measure: null };
  }
  const fits = measures.filter((measure) => measure.base !== '%' && fitsUnit(measure, unit, written));
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

function fitsUnit(measure: Measure, unit: UnitRead | null, written: Written): boolean {
  if (unit === null) return true;
  if (unit.base === measure.base) return true;
  // 18场 of a target in 场次, but not 320人 of one in 人次 twice over.
  void written;
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
  const scored = fits.map(
    (measure) =>
      nameScore(before, measure.plain) * 3 + nameScore(after, measure.plain) + nameScore(lead, measure.plain),
  );
  const best = Math.max(...scored);
  const winners = fits.filter((_, at) => scored[at] === best);
  if (winners.length === 1 && best > 0) return [winners[0] ?? only, false];
  if (carried && winners.includes(carried)) return [carried, false];
  // 服务企业46家 and 企业46家: the words that nobody else has.
  const own = winners.filter((measure) =>
    [...measure.plain].some(
      (sign) => before.includes(sign) && !fits.some((rival) => rival !== measure && rival.plain.includes(sign)),
    ),
  );
  if (own.length === 1 && own[0]) return [own[0], false];
  return [only, true];
}

/** A counter that no target has: kept as printed where the words name the target, else no figure of this task. */
function other(
  written: Written,
  unit: UnitRead | null,
  around: string,
  { measures, lead, carried }: Context,
): Bound | null {
  if (unit === null || TIMES.has(unit.base)) return null;
  const [only] = measures;
  const named = measures.filter((measure) => measure.base !== '%' && nameScore(around, measure.plain) >= 1);
  void lead;
  void carried;
  const measure = named.length === 1 ? named[0] : undefined;
  if (!measure || !only) return null;
  return { name: measure.name, ...printed(written, unit, null), approx: true, open: false, measure };
}

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
