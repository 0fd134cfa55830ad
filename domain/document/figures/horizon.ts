import type { PlanTarget, PrintedDate } from '../../plan/types.ts';

/** The time that a figure is meant for, as far as it has been said. */
export interface Horizon {
  by: PrintedDate | null;
  per: string | null;
  /** Null: by the figure itself. */
  scope: PlanTarget['scope'];
}

export const NO_HORIZON: Horizon = { by: null, per: null, scope: null };

const QUOTE = '[“”"「」『』]?';
const PLAN_NUMBER = '[一二三四五六七八九十]{1,3}';

const PERIOD_YEARS = new RegExp(
  `^(?:(?:从|自)?\\d{4}年?(?:起)?(?:-{1,2}|~|至|到)(?<to>\\d{4})年?(?:期间|间|年度)?|${QUOTE}(?<plan>${PLAN_NUMBER})五${QUOTE}(?:规划)?(?:期间|时期|期内))`,
);
const UNTIL = new RegExp(
  `^(?:力争|争取|确保|预计|计划)?(?:到|至|截至|截止到?|在)?(?:(?<year>\\d{4})年(?:(?<month>\\d{1,2})月(?:\\d{1,2}日)?)?(?<end>底|末|终)?|${QUOTE}(?<plan>${PLAN_NUMBER})五${QUOTE}(?:末期?|期末))(?<before>以?之?前)?`,
);
const PERIOD =
  /^(?:在)?(?:[^,;。:\d每]{0,14}?(?:期间|期内|周期内)|(?:[一二两三四五六十]|\d{1,2})年(?:内|间|来|(?=共|累计|新[增建改]|完成|改造|建[成设]|培[训育养]|引进|实现|打造|治理|筹集|投入))|未来[一二两三四五]年|近[两二三四五]年之?内|第[一二三四五六]年(?:内|末|底前?)?(?=[新建完培改创实打引累达]|计划)|今后[一二两三四五]年|用[一二两三四五]年(?:左右)?(?:的)?时间)/;
const EACH: [RegExp, string][] = [
  [/^(?:每年度?|逐年|平均每年|年均|一年)(?!级|一度)/, 'year'],
  [/^(?:每个?季度?|逐季)/, 'quarter'],
  [/^(?:每个?月|逐月)/, 'month'],
  [/^(?:每半年)/, 'half year'],
];
/** 5月底前: of the plan's own year. */
const MONTH = /^(?:力争|争取|确保|在|到|至)?(?<month>1[0-2]|[1-9])月(?:\d{1,2}日|[上中下]旬)?(?:底|末|初)?(?:之|以)?前/;
const THIS_YEAR =
  /^(?:今年(?:[春夏秋冬]季?|[上下]半年)?(?![一二三四]季)|本年度?|当年|全年|年内|年底前?|年末前?|年度内|到?年底(?:之前|以前)?|今年年?底前?)/;

/** 一季度, 三季度末, 上半年: of the plan's own year. */
const QUARTER =
  /^(?:到|在)?(?:今年|本年)?(?:第?(?<quarter>[一二三四1-4])季度|(?<half>[上下])半年)(?:[底末内](?:之?前)?|之?前)?(?=新|完成|建成|实现|开工|改造|培训|启动|整治|治理|力争|全面|要|,)/;
const QUARTERS = '一二三四';

/** 汛前, 国庆节前, 今冬明春: within the plan's year, on no day that the reader knows. */
const SEASON =
  /^(?:在|于|赶在)?(?:[今明]年)?(?:(?:1[0-2]|[1-9])月(?:份)?)?(?:(?:主汛期?|入汛|汛期?|雨季|台风季|高温季节?|入冬|冬季|秋冬|春耕|开春|供暖(?:期|季)?|采暖(?:期|季)?|开学|放假|封山|“?(?:五一|十一|七一|八一|元旦|春节|端午|中秋|国庆)”?(?:节|假期)?|节假?日?|年初|岁末)(?:之|以|来临之)?前(?![列三十])|今冬明春|今冬|今春|本学[年期](?:内)?)/;

/**
 * The horizon at the beginning of a text, and how many characters it takes. `year` is the plan's own where it is a
 * plan for one year. Null: none stands there.
 */
export function horizonAt(text: string, year: string | null): { horizon: Horizon; length: number } | null {
  const years = PERIOD_YEARS.exec(text);
  if (years)
    return { horizon: { by: years.groups?.['to'] ?? null, per: null, scope: 'period' }, length: years[0].length };
  const until = UNTIL.exec(text);
  if (until && !/^(?:以?之?前|以后|以来)?(?:建成|出生|参加|登记|建造|竣工的|的)/.test(text.slice(until[0].length)))
    return { horizon: untilHorizon(until), length: until[0].length };
  for (const [pattern, per] of EACH) {
    const each = pattern.exec(text);
    if (each) return { horizon: { by: null, per, scope: per === 'year' ? 'year' : 'period' }, length: each[0].length };
  }
  const month = MONTH.exec(text);
  if (month) {
    const by = year === null ? null : `${year}-${(month.groups?.['month'] ?? '').padStart(2, '0')}`;
    return { horizon: { by, per: null, scope: 'year' }, length: month[0].length };
  }
  const quarter = QUARTER.exec(text);
  if (quarter)
    return { horizon: { by: endOfPart(quarter, year), per: null, scope: 'year' }, length: quarter[0].length };
  const thisYear = THIS_YEAR.exec(text);
  if (thisYear) return { horizon: { by: year, per: null, scope: 'year' }, length: thisYear[0].length };
  const season = SEASON.exec(text);
  if (season) return { horizon: { by: null, per: null, scope: 'year' }, length: season[0].length };
  const period = PERIOD.exec(text);
  return period && { horizon: { by: null, per: null, scope: 'period' }, length: period[0].length };
}

/** The last month of a quarter or half of the year. */
function endOfPart({ groups }: RegExpExecArray, year: string | null): PrintedDate | null {
  const { quarter, half } = groups ?? {};
  if (year === null) return null;
  if (half !== undefined) return half === '上' ? `${year}-06` : `${year}-12`;
  const number = Number(quarter) || QUARTERS.indexOf(quarter ?? '一') + 1;
  return `${year}-${String(number * 3).padStart(2, '0')}`;
}

function untilHorizon(match: RegExpExecArray): Horizon {
  const { year, month, end, before, plan } = match.groups ?? {};
  const by = year === undefined ? endOfPlan(plan) : month === undefined ? year : `${year}-${month.padStart(2, '0')}`;
  const named =
    /^(?:力争|争取|确保|预计|计划)?(?:到|至|截)/.test(match[0]) || end !== undefined || before !== undefined;
  return { by, per: null, scope: named || year === undefined ? null : 'year' };
}

/** The last year of a national five-year plan: the 14th ends in 2025. */
function endOfPlan(number: string | undefined): PrintedDate | null {
  const digits = '零一二三四五六七八九';
  const match = /^(?:(?<one>[一二三四五六七八九])|(?<ten>十)(?<more>[一二三四五六七八九])?)$/.exec(number ?? '');
  if (!match) return null;
  const { one, ten, more } = match.groups ?? {};
  const value = (ten ? 10 : 0) + digits.indexOf(more ?? one ?? '零');
  return value > 0 ? String(1955 + value * 5) : null;
}
