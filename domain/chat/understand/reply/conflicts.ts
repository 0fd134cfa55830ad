import type { Draft } from './draft.ts';
import type { FigureSaid } from './figures-said.ts';
import { nameScore } from './topics.ts';
import { STILL } from './words.ts';
import { unitOf } from './units.ts';

const scaled = (value: number, unit: string): number => value * unitOf(unit).scale;
const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));

function lastOf(draft: Draft, name: string | null): number | null {
  const last = draft.task.last?.figures.find((one) => one.name === name);
  return last ? scaled(last.value, last.unit) : null;
}

export const sameAsLast = (draft: Draft, figures: FigureSaid[]): boolean =>
  figures.every((one) => {
    const last = lastOf(draft, one.name);
    return last !== null && near(last, scaled(one.value, one.unit));
  });

/** What goes down as the work goes on. */
const LESS_IS_BETTER =
  /(?:漏损|漏失|死亡|病死|发病|感染|患病|事故|发案|投诉|信访|超标|不合格|不良|空置|闲置|撂荒|失业|辍学|流失|逾期|退件|差错|违约|负债|返贫|失信|排放|能耗|水耗|电耗|库存|积压|拥堵|污染)[^,。;]{0,6}$|(?:PM2\.5|浓度|时长|时限|用时|耗时)$/;

interface Found {
  percent: number | null;
  figures: FigureSaid[];
  noChange: boolean;
  corrects: boolean;
  claims: boolean;
}

/** 已动工95栋,已完工88栋: two values of one target and nothing that tells them apart. */
export const twice = (figures: FigureSaid[], plain: string): boolean =>
  figures
    .filter((one) => !isOfPeriod(one, plain) && one.foreign !== true && one.alien !== true)
    .some(
      (one) =>
        one.kind === null &&
        one.name !== null &&
        figures.some(
          (other) =>
            other.kind === null && other.name === one.name && other.value !== one.value && !isOfPeriod(other, plain),
        ),
    );

/** Against itself, or against the last report. */
export function conflicts(
  draft: Draft,
  plain: string,
  { percent, figures, noChange, corrects, claims }: Found,
): boolean {
  const last = draft.task.last?.percent ?? null;
  if (percent !== null) {
    if (percent > 100 || (claims && percent < 100) || (draft.notStarted.length > 0 && percent > 0)) return true;
    if (last !== null && percent < last && !corrects) return true;
    if (noChange && last !== null && percent !== last && !ofAPart(draft, plain)) return true;
  }
  const totals = figures.filter(
    (one) =>
      one.kind !== 'increase' &&
      one.name !== null &&
      !(one.kind === null && (one.foreign === true || one.alien === true)),
  );
  for (const one of totals) {
    const value = scaled(one.value, one.unit);
    if (one.unit === '%' && one.value > 100) return true;
    const before = lastOf(draft, one.name);
    if (corrects) continue;
    const repeated = totals.some((other) => other !== one && other.name === one.name && other.kind === 'total');
    if (
      before !== null &&
      value < before &&
      !LESS_IS_BETTER.test(one.name ?? '') &&
      !near(value, before) &&
      !(one.kind === null && (repeated || isOfPeriod(one, plain)))
    )
      return true;
    if (noChange && before !== null && !near(value, before) && !elsewhere(draft, one, plain)) return true;
    // 新增18个,累计15个
    if (
      one.kind === 'total' &&
      figures.some(
        (other) => other.kind === 'increase' && other.name === one.name && scaled(other.value, other.unit) > value,
      )
    )
      return true;
    const later = totals.find((other) => other.start > one.start && other.name === one.name && other.kind === 'total');
    if (later && scaled(later.value, later.unit) < value) return true;
  }
  return false;
}

/** 这周铺了1.5公里 counts a period, not all. */
export const isOfPeriod = (figure: FigureSaid, plain: string): boolean =>
  PERIOD.test(
    plain
      .slice(Math.max(0, figure.start - 40), figure.start)
      .split(/[。;\n]|累计|累积|合计|总计|共|目前|现在|达到|总数/)
      .at(-1) ?? '',
  );

const PERIOD =
  /(?:这|本|上)个?(?:周|星期|礼拜|月|季度|旬|期|次|批)|(?<!截至|截止|到|至|[年-])\d{1,2}月份?(?![\d底末初前中上下])|今[天日]|昨[天日]|当月|当天|期间|首日/;

/** 改厕无变化,整体进度七成: of one target only. */
const ofAPart = (draft: Draft, plain: string): boolean =>
  draft.noChange.length > 0 &&
  draft.noChange.every(({ start, end }) =>
    draft.measures.some((measure) => nameScore(plain.slice(start, end), measure.plain) > 0),
  );

/** 无变化 was said of another part of the task than this figure's. */
function elsewhere(draft: Draft, figure: FigureSaid, plain: string): boolean {
  const named = (words: string) => draft.measures.filter((measure) => nameScore(words, measure.plain) > 0);
  return (
    draft.noChange.length > 0 &&
    draft.noChange.every(({ start, end }) => {
      const own = named(plain.slice(start, end));
      // 协议还是上次那个数,没有变化: the clause before says of what.
      const [, before = ''] = /([^,。;\n]*)[,\s]*$/.exec(plain.slice(0, start)) ?? [];
      const about = own.length > 0 ? own : STILL.test(before) ? named(before) : [];
      return about.length > 0 && !about.some(({ name }) => name === figure.name);
    })
  );
}
