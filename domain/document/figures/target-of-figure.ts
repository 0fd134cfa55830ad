import type { PlanTarget } from '../../plan/types.ts';
import type { Span } from '../types.ts';
import type { ClauseFigure } from './figure-in-clause.ts';
import type { Doubt, FigureText, FoundTarget } from './figure-types.ts';
import type { Horizon } from './horizon.ts';
import { printedUnit } from './quantity.ts';
import { SHARE_UNIT, TIME_UNIT } from './units.ts';

/** Names whose share can't be more than the whole. */
const SHARE = /(?:率|比例|比重|占比|覆盖面|满意度|知晓度|占[^,;]{1,16}比)$/;
const OPEN_SHARE =
  /(?:增长率|增幅|利用率|完成率|周转率|负荷率|产销率|回报率|投资率|达产率|收益率|毛入学率|担保率|利润率|放大倍数|化解率|拨备覆盖率|比率|偿付率)$/;
const FLOW =
  /新增|新建|新改建|改建|扩建|改造|培训|完成|举办|开展|引进|招引|治理|修复|整治|拆除|淘汰|更新|加装|安装|消除|转移|发展(?![到至为成])|打造|培育|招录|招聘|解决|筹集|开工|竣工|投产|(?<!高|创|出|更|翻|革|全)新(?:登记|认定|注册|签|开|入|发展|引|培育|设|修|改|办|购|招|批)|争取|转让|许可|转化|金额|实现|投资|帮扶|造林|搬迁|清理|化解|减排|就业|接受|办理|签约|落地|受理|推出|选派|评选|发放|投入/;
const STOCK = /拥有量|保有量|总数|总量|数量|达到|累计|建成|覆盖|存量|注册量|登记量|面积|规模|人数/;
const RATE_OF_CHANGE = /(?:增[长長]率|增速|增幅|降幅|下降率)$/;
const YEARLY_NAME = /^(?:年(?:度)?(?![轻龄内底末纪代货])|年均|全年|每年)/;

/** One target as the plan holds it; `name` is a part of the text, or a name put together of two parts. */
export function targetOfFigure(
  source: FigureText,
  figure: ClauseFigure,
  name: { text: string; at: Span },
  horizon: Horizon,
): FoundTarget {
  const { text } = source;
  const { quantity } = figure;
  const unit = printedUnit(text, quantity);
  const target: PlanTarget = {
    name: name.text,
    comparator: comparatorOf(figure),
    value: quantity.value,
    max: quantity.max,
    unit,
    baseline: figure.baseline && text.slice(figure.baseline.start, figure.baseline.end),
    ...timeOf(source, figure, name.text, unit, horizon),
  };
  const doubt = doubtOf(target, text.slice(quantity.start, quantity.end), figure);
  const sound = doubt?.code === 'impossible-number' ? { ...target, value: null, max: null } : target;
  return {
    value: sound,
    at: figure.at,
    fields: { name: name.at, value: { start: quantity.start, end: quantity.end } },
    ...(doubt ? { doubts: [doubt] } : {}),
  };
}

function comparatorOf({ quantity, comparison: { kind } }: ClauseFigure): PlanTarget['comparator'] {
  if (quantity.max !== null) return 'range';
  if (quantity.suffix === 'most') return kind === '<' ? '<' : '<=';
  if (quantity.suffix === 'least') return kind === '>' || kind === '<' || kind === '<=' ? kind : '>=';
  if (quantity.suffix === 'more') return kind === '<=' || kind === '<' ? kind : '>';
  return kind ?? '=';
}

function timeOf(
  { folded }: FigureText,
  { comparison, quantity, at, nameAfter }: ClauseFigure,
  name: string,
  unit: string | null,
  horizon: Horizon,
): Pick<PlanTarget, 'by' | 'per' | 'scope'> {
  if (horizon.per !== null) return horizon;
  if (comparison.yearly === 'each') return { by: null, per: 'year', scope: 'year' };
  const simplified = folded.slice(quantity.start, quantity.end);
  const average =
    comparison.yearly === 'average' || /年均(?:增|递增)|年增长率|年增長率|年度增[长長]率|年平均增/.test(name);
  if (average) return { by: horizon.by, per: 'year', scope: 'period' };
  if (YEARLY_NAME.test(name)) return { by: horizon.by, per: 'year', scope: 'year' };
  const { by } = horizon;
  const level =
    unit === null ||
    unit.includes('/') ||
    SHARE_UNIT.test(unit) ||
    TIME_UNIT.test(unit) ||
    /[分位]$/.test(simplified) ||
    comparison.kind === '<=' ||
    comparison.kind === '<';
  const grows = comparison.change !== null || RATE_OF_CHANGE.test(name);
  // A level belongs to no span of time, whatever span the sentence names.
  if (horizon.scope !== null && !(horizon.scope === 'period' && level && !grows))
    return { by, per: null, scope: horizon.scope };
  if (level) return { by, per: null, scope: null };
  if (comparison.total || /拥有量|保有量|累计/.test(folded.slice(at.start, at.end)))
    return { by, per: null, scope: 'cumulative' };
  const said = folded.slice(at.start, at.end);
  if (nameAfter ? !/建成|建有|拥有|达到/.test(said) : FLOW.test(said) && !STOCK.test(said))
    return { by, per: null, scope: 'period' };
  return { by, per: null, scope: 'cumulative' };
}

function doubtOf(target: PlanTarget, printed: string, { quantity }: ClauseFigure): Doubt | null {
  const { name, value, max, unit } = target;
  const impossible = (reason: string): Doubt => ({
    code: 'impossible-number',
    field: 'value',
    text: `“${name}”的数值印为“${printed}”,应是多少?`,
    reason,
    proposal: null,
    matters: true,
  });
  if (value === null) return impossible('数值无法识别。');
  if (max !== null && max < value) return impossible('区间的上限小于下限。');
  const most = max ?? value;
  if (unit === '%' && most > 100 && SHARE.test(name) && !OPEN_SHARE.test(name)) return impossible('比例超过100%。');
  if (unit === '%' && most >= 10_000) return impossible('百分数过大,疑为排印或识别错误。');
  if (quantity.suffix !== 'about' && quantity.suffix !== 'more') return null;
  return {
    code: 'ambiguous-figure',
    field: 'value',
    text: `“${name}”印为“${printed}”,按${value}${unit ?? ''}考核是否妥当?`,
    reason: '原文是约数。',
    proposal: value,
    matters: false,
  };
}
