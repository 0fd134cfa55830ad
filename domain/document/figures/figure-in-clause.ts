import type { Span } from '../types.ts';
import type { Comparison } from './comparator.ts';
import { comparisonBefore } from './comparator.ts';
import type { FigureText } from './figure-types.ts';
import { endsWithGoalVerb, hasGoalVerb, onlyGoalVerbs } from './goal-verbs.ts';
import type { Horizon } from './horizon.ts';
import { isNoTarget } from './no-target.ts';
import type { Quantity } from './quantity.ts';
import { quantitiesIn } from './quantity.ts';
import { nameWithin } from './target-name.ts';

/** A number and what it is said of. Places are of the whole text. */
export interface ClauseFigure {
  quantity: Quantity;
  comparison: Comparison;
  /** Null: that of the figure before. */
  name: Span | null;
  /** Only a doing stands before the number: 开工30个. */
  doing?: Span | null;
  /** The name stands after the number: 培育10家企业. */
  nameAfter: boolean;
  horizon: Horizon | null;
  baseline: Span | null;
  at: Span;
}

const BOUNDARY =
  /^(?:$|[、和及以并与或("”》)]|的?(?:目标(?:任务|要求)|目标|水平|规模|要求|任务|标准|指标|大关|关口)(?:$|[、,;)])|(?:全覆盖|目标)$|之间|区间|用于|专项用于|(?:专门|重点)?支持)/;
/** 重点事项13项上线运行: what becomes of the things that were counted. */
const OUTCOME =
  /^(?:全部|全面|基本|如期|按期|正式|全)?(?:上线运行|上线|投入(?:使用|运营|运行)|建成(?:投用|投产|使用)|投用|投产|开工建设|开工|竣工|完工|落地见效|落地|挂牌运行|挂牌|运行|办结|通过验收|整治到位|整改到位|清零|交付(?:使用)?|启用|销号|增收|脱贫|受益)(?=$|[、,;。)])|^(?:全部|均|都)?(?:实现|可以?在?|下放|纳入)(?![^,;。]{0,12}\d)(?=[^,;。]{2,16}(?:$|[,;。)]))/;
const JOIN = /[、和及与](?![^(]*\))/g;
const PROMISE = /完成|实现|力争|确保|争取|达成|打造|培育|推动|引导|支持|带动|努力/;
const AT_LEAST = /(?:至少|最少|不少于)[^,;\d]{0,8}$/;
/** What there is, not what is wanted. */
const DESCRIBES = /现有|共有|原有|涉及|下辖|辖区|包括|分为|设有|总投资|占地|满分|约占|距离|位于|成立于|满足|每隔|不足/;
/** Cheaper than the search itself, which most clauses needn't have. */
export const MAY_COUNT =
  /\d|百分之|[二两三四五六七八九十百千万亿零一][个件家项名人户所处座台套条次场期支门部亩元吨倍番成张辆公平千万亿路根米头只株位岁天周小分课学美欧港口眼艘栋幢起册度级类种批组间盏块片对架轮遍例宗份立厘毫克斤蒸尾]/;
const JOIN_ONCE = /[、和及与]/;
const MAX_NAME = 80;
const REACH = 200;

/** The figures of one clause, in order. */
export function figuresInClause(source: FigureText, clause: Span): ClauseFigure[] {
  const { folded } = source;
  const local = folded.slice(clause.start, clause.end);
  if (!MAY_COUNT.test(local)) return [];
  const quantities = quantitiesIn(local).map((quantity) => shift(quantity, clause.start));
  const found: ClauseFigure[] = [];
  let from = clause.start;
  for (const [index, quantity] of quantities.entries()) {
    if (quantity.start < from) continue;
    const following = quantities[index + 1];
    const next = following?.start ?? clause.end;
    // No name is longer; without a bound a text without punctuation would cost its length squared.
    const end = Math.min(clause.end, quantity.end + REACH);
    const near = { from: Math.max(from, quantity.start - REACH), quantity, next: Math.min(next, end), following, end };
    const figure = figureOf(source, { ...near, first: found.length === 0 });
    if (!figure) continue;
    found.push(figure);
    from = Math.max(quantity.end, figure.nameAfter && figure.name ? figure.name.end : 0);
  }
  return found;
}

interface Place {
  from: number;
  quantity: Quantity;
  next: number;
  following: Quantity | undefined;
  end: number;
  first: boolean;
}

function figureOf(source: FigureText, { from, quantity, next, following, end, first }: Place): ClauseFigure | null {
  const { folded, year } = source;
  const before = folded.slice(from, quantity.start);
  const read = withOldLevel(before, comparisonBefore(before));
  const local = read.kind === null && AT_LEAST.test(before) ? { ...read, kind: '>=' as const } : read;
  const comparison = {
    ...local,
    baseline: local.baseline && shift(local.baseline, from),
    nameEnd: from + local.nameEnd,
  };
  const lead = nameWithin(folded, { start: from, end: comparison.nameEnd }, year);
  const leading = folded.slice(lead.span.start, lead.span.end);
  const after = folded.slice(quantity.end, end);
  const compared =
    comparison.kind !== null || comparison.change !== null || quantity.suffix === 'least' || quantity.suffix === 'most';
  const outcome = leading !== '' && !onlyGoalVerbs(leading) && OUTCOME.test(after);
  const closed = outcome || BOUNDARY.test(after.trimStart());
  const begin = from + (/^[\s、和及与并且]*/.exec(before)?.[0].length ?? 0);
  const base = { quantity, comparison, horizon: lead.horizon, baseline: comparison.baseline ?? lead.baseline };
  if (isNoTarget({ folded, quantity, before, leading, after, compared, change: comparison.change !== null }))
    return null;
  const promised = PROMISE.test(folded.slice(from, lead.span.start));
  const attributive = /的\s*$/.test(before);
  // 每万名老人有3名护理员
  const each = /每[^,;每]{1,12}(?:有|拥有|配备|设有)$/.test(leading);
  const verbal = !attributive && (onlyGoalVerbs(leading) || each || (!closed && endsWithGoalVerb(leading)));
  if (!closed && (verbal || leading === '')) {
    const name = nameAfter(folded, quantity.end, next, end);
    // 30%以上的村达到标准: a share of them all.
    if (isShareOf(folded, quantity, next, end) && name && onlyPlace(leading))
      return { ...base, name, nameAfter: true, at: { start: begin, end: name.end } };
    if (
      isAttribute(folded, quantity, following, end) ||
      (leading === '' &&
        following &&
        !JOIN_ONCE.test(folded.slice(quantity.end, next)) &&
        !/^(?:以[上下])?的/.test(folded.slice(following.end, end)))
    )
      return null;
    // 20户以上自然村通硬化路: which ones, not how many.
    if (leading === '' && first && !promised && quantity.suffix !== null) return null;
    const goal = each || hasGoalVerb(leading) || promised || compared || !first;
    return name && goal ? { ...base, name, nameAfter: true, at: { start: begin, end: name.end } } : null;
  }
  if (!closed) return null;
  const at = { start: begin, end: quantity.end };
  if (leading === '' || onlyGoalVerbs(leading)) {
    return compared || !first || leading !== ''
      ? { ...base, name: null, doing: leading === '' ? null : lead.span, nameAfter: false, at }
      : null;
  }
  if (leading.length > MAX_NAME) return null;
  const told = compared || promised || (quantity.unit !== null && !DESCRIBES.test(leading));
  return told ? { ...base, name: lead.span, nameAfter: false, at } : null;
}

/** 淘汰35蒸吨以下锅炉126台: the first number belongs to the name of the second. */
function isAttribute(folded: string, quantity: Quantity, following: Quantity | undefined, end: number): boolean {
  if (!following || JOIN_ONCE.test(folded.slice(quantity.end, following.start))) return false;
  return BOUNDARY.test(folded.slice(following.end, end).trimStart());
}

const REACHED =
  /^(?:的)?[^,;\d]{1,24}?(?:达到|成为|建成|创建|完成|具备|实现|通[上硬客水达]|纳入|建有|拥有|配备|设有|用上|参加|享受)/;

/** The quantity is a share, and what follows says what that share of them shall be. */
const isShareOf = (folded: string, { unit, end }: Quantity, next: number, to: number): boolean =>
  unit !== null &&
  /^(?:%|百分之)$/.test(folded.slice(unit.start, unit.end)) &&
  REACHED.test(folded.slice(end, to)) &&
  (next >= to || JOIN_ONCE.test(folded.slice(end, next)) || /[“"]/.test(folded.charAt(next - 1)));

const onlyPlace = (leading: string): boolean => leading === '' || /^(?:全[省市县区州镇乡国]|有|使)$/.test(leading);

/** 由40%提高到60%: the old level is what the new one is compared with. */
function withOldLevel(before: string, comparison: Comparison): Comparison {
  const old =
    /(?:从|由)(?:\d{4}年(?:底|末)?的?|[^,;\d从由]{0,10})(?<level>[\d.,]+[^\d,;]{0,4}?(?:以上|以下|左右)?)(?:阶段性|逐步|进一步|大幅)?$/.exec(
      before.slice(0, comparison.nameEnd),
    );
  const level = old?.groups?.['level'];
  if (!old || level === undefined || comparison.kind === null) return comparison;
  const start = old.index + old[0].indexOf(level);
  return { ...comparison, baseline: { start, end: start + level.length }, nameEnd: old.index };
}

/** What stands after the number, up to the words that lead to the next one. */
function nameAfter(folded: string, from: number, next: number, end: number): Span | null {
  const skipped = /^\s*(?:的)?/.exec(folded.slice(from, from + 4))?.[0].length ?? 0;
  const start = from + skipped;
  const between = folded.slice(start, next);
  const joins = next < end ? [...between.matchAll(JOIN)] : [];
  const cut = joins.at(-1)?.index;
  let stop = cut === undefined ? end : start + cut;
  if (cut !== undefined && folded.slice(start + cut - 1, start + cut + 1) === '以及') stop -= 1;
  const text = folded.slice(start, stop);
  const tail = /[(](?:其中|含|包括|责任|牵头).*$|[)”"》\s]+$/.exec(text);
  const closing = tail && !/[(“"《]/.test(text.slice(0, tail.index)) ? tail.index : null;
  if (closing !== null) stop = start + closing;
  return stop > start && stop - start <= MAX_NAME ? { start, end: stop } : null;
}

function shift<Ranged extends Span>(ranged: Ranged & { unit?: Span | null }, by: number): Ranged {
  const moved = { ...ranged, start: ranged.start + by, end: ranged.end + by };
  return ranged.unit ? { ...moved, unit: { start: ranged.unit.start + by, end: ranged.unit.end + by } } : moved;
}
