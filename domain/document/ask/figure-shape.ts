import type { PlanTarget } from '../../plan/types.ts';
import { endsWithIndicator } from '../figures/goal-verbs.ts';
import type { FigureText, FoundTarget } from '../figures/figure-types.ts';
import { oddUnit } from './odd-name.ts';

/** Shares that are small or may be: growth, accidents, losses. */
const SMALL = /增长|增幅|增速|下降|降低|提高|提升|投诉|死亡|发病|流失|失业|损失|漏|差错|复发|不良|发案|超标|逾期|占GDP/;
const SHARE = /(?:率|比例|比重|占比|覆盖面|满意度|知晓度)$/;
const LEAST_SHARE = 10;
/** More of things that are counted one by one than a place has. */
const MOST_COUNTED = 100_000;
const COUNTED = /^[个家所处座条项支]$/;
/** Of what is large, 万 is printed. */
const MOST_LARGE = 10_000;
const LARGE = /^[家所处座项支]$/;
const AT_MOST = /不(?:得)?(?:超过|高于|大于|多于)|以内|(?<![岁层级])以下|控制在/;
const CUT_TO = /(?:控制|压缩|压减|降低|下降|减少|缩短|压降)(?:在|到|至)/;
const AT_LEAST = /不(?:得)?(?:低于|少于|小于)|以上/;
const NO_UNIT_NEEDED = /(?:数|指数|分值|得分|比|系数|倍数|排名|位次|总量|总额)$/;
/** 二、工作目标 has no sign at its end either. */
const NUMBERED_HEADING =
  /^\s*(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、]|第[一二三四五六七八九十]{1,3}[章节部])/;
const LONGEST_HEADING = 30;
const CUT_LINE = /[\u4e00-\u9fff]\s*\n\s*$/;

/** 30—40%: a second number behind a dash. */
const RANGE_GOES_ON = /\d[^\d、,;。]{0,4}[-—–~～至到]+\s?\d/;
/** No name is printed further from its number. */
const FAR = 200;

/** Another clause between a name and its number, unless it gives the same thing for another time or as a change. */
function isApart(gap: string): boolean {
  if (gap.length > FAR) return true;
  const last = /[,;。][^,;。]*$/.exec(gap);
  return last !== null && !/年|增长|下降|递增|同比|其中/.test(last[0]);
}

/** Why a figure may have been read or printed wrong, by its own form; null: nothing is odd. Space: of the whole plan. */
export function oddFigure(
  { folded }: FigureText,
  target: PlanTarget,
  { at, fields }: Pick<FoundTarget, 'at' | 'fields'>,
  spaced: boolean,
): string | null {
  const { value, unit, comparator, name } = target;
  const place = fields?.value;
  if (value === null || !place) return null;
  const said = folded.slice(at.start, Math.max(at.end, place.end));
  const printed = folded.slice(place.start, place.end);
  const before = folded.slice(Math.max(0, place.start - 3), place.start);
  const after = folded.slice(place.end, place.end + 4);
  const tabled = folded.slice(Math.max(0, place.start - 2), place.end + 6).includes('\t');
  if (!tabled && (/\d\s*\n/.test(printed) || /\d\s*\n\s*$/.test(before))) return '数值中间断行,可能没有读全。';
  if (!tabled && /\d$/.test(printed) && /^\s*\n\s*(?:\d{1,4}(?:[%个家户人件]|$)|[%个家户人件万亿])/.test(after))
    return '数值中间断行,可能没有读全。';
  if (/□|\ufffd|\?/.test(`${before}${printed}${after}`)) return '数值旁边有无法识别的字符。';
  if (!spaced && /\d (?:%|[\u4e00-\u9fff])/.test(printed)) return '数字与单位之间有空缺,可能脱漏数字。';
  if (/^0\d/.test(printed)) return '数值以零开头,可能有错印。';
  if (/^\d(?!\d*(?:个?小时|分钟|天|日|岁|周|年|个?月|公里))/.test(name)) return '指标名称之前有编号或数字。';
  if ((unit === null || unit === '') && !NO_UNIT_NEEDED.test(name)) return '数值之后没有计量单位,可能没有读全。';
  if (/^[万亿]$/.test(unit ?? '')) return '只有“万”“亿”,没有计量单位,可能没有读全。';
  // 果蔬、肉类、水产品低温处理率分别达到25%、90%、88%: only the last name says of what the share is.
  if (unit === '%' && !endsWithIndicator(name) && /^、\s*\d/.test(after)) return '几个数值共用的指标名称可能没有读全。';
  if (unit === '%' && value < LEAST_SHARE && (comparator === '>=' || comparator === '>') && SHARE.test(name))
    if (!SMALL.test(said)) return '比例很低,可能脱漏数字。';
  const odd = oddUnit(name, target);
  if (odd !== null) return odd;
  if (
    !tabled &&
    fields.name &&
    isApart(folded.slice(fields.name.end, Math.min(place.start, fields.name.end + FAR + 1)))
  )
    return '数值与名称之间隔有其他分句,可能不是同一指标的。';
  if (target.max === null && RANGE_GOES_ON.test(`${printed}${after}`)) return '数值之后还有一个数值,可能是区间。';
  if (value >= MOST_LARGE && LARGE.test(unit ?? '')) return '数值过大,疑为排印或识别错误。';
  if (/\.\d{4}/.test(printed)) return '小数位数过多,疑为排印或识别错误。';
  if (value >= MOST_COUNTED && COUNTED.test(unit ?? '')) return '数值过大,疑为排印或识别错误。';
  if (comparator === '>=' || comparator === '>') {
    if (AT_MOST.test(said) && !AT_LEAST.test(said)) return '文中是上限,读作下限。';
    if (CUT_TO.test(said) && /以上/.test(printed)) return '文中既说降低,又说以上,是上限还是下限?';
  } else if ((comparator === '<=' || comparator === '<') && AT_LEAST.test(said) && !AT_MOST.test(said))
    return '文中是下限,读作上限。';
  return null;
}

/** Does a name begin a line though the line before has no end? */
export function cutBefore({ folded }: FigureText, start: number): boolean {
  if (!CUT_LINE.test(folded.slice(Math.max(0, start - 6), start))) return false;
  const before = folded.slice(Math.max(0, start - LONGEST_HEADING), start).trimEnd();
  return !NUMBERED_HEADING.test(before.slice(before.lastIndexOf('\n') + 1));
}
