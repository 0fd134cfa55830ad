import type { PlanTarget } from '../../plan/types.ts';
import type { Span } from '../types.ts';
import type { FigureText, FoundTarget } from './figure-types.ts';
import { endsWithIndicator } from './goal-verbs.ts';
import type { Horizon } from './horizon.ts';
import { nameWithin } from './target-name.ts';

const ADVERB =
  '(?:稳步|大幅度?|明显|显著|持续|进一步|逐步|不断|有效|快速|较快|较大幅度|平稳|稳定|逐年|全面|整体|普遍|切实|继续|同步|较大|均|得到|实现|有|有所|较大幅度地?)*';
const UP_VERB = '(?:提升|提高|增长|增加|上升|扩大|增强|增多|翻番|倍增|增长提速)';
const DOWN_VERB = '(?:下降|降低|减少|压降|缩减|压缩|“?双下降”?|回落)';

const NAME_FIRST = new RegExp(`^(?<name>.{2,60}?)${ADVERB}(?:(?<up>${UP_VERB})|${DOWN_VERB})$`);
const VERB_FIRST = /^(?:提高|增加|提升|扩大|增大)(?<name>.{2,60})$/;
const GROWTH_NAME = /^(?<name>.{3,40}(?:扩面增量|增量扩面|增量扩面降价))$/;
const TOGETHER = /^(?<name>.{2,40}?)(?:增长|提高)?(?<baseline>(?:与|同|和).{2,24}同步(?:增长|提高|增加|提升)?)$/;
const RELATIVE =
  /^(?<name>.{2,60}?)(?:(?:力争|总体|均|要|始终|继续|保持|稳定|达到|达)*)(?<word>高于|超过|不低于|优于|低于|不高于|达到|达)(?<baseline>(?:国家|国内|全国|全省|全市|全县|全区|同期|同类|周边|中西部|上年|去年|省定|国定|省|市)[^,;]{0,20}(?:平均水平|平均|水平|标准|均值|增速|同期))(?:以上)?$/;
const COVERAGE =
  /^(?:[^,;]{0,8}?)(?:所有|全部|每个|各)[^,;]{1,24}?(?:成为|建成|达到|完成|纳入|设立|配备|创建为?|建有)[^,;]{2,40}$|^[^,;]{2,40}(?:实现|达到)?全覆盖$/;
const WORDS: Record<string, PlanTarget['comparator']> = {
  高于: '>',
  超过: '>',
  优于: '>',
  不低于: '>=',
  达到: '>=',
  达: '>=',
  低于: '<',
  不高于: '<=',
};

/** A goal that prints no number, only a direction, a level of others, or that all of something are reached. */
export function directionGoal(source: FigureText, clause: Span, horizon: Horizon): FoundTarget | null {
  const { span, horizon: own } = nameWithin(source.folded, clause, source.year);
  const clear = source.folded.slice(span.start, span.end);
  if (clear.length < 4 || clear.length > 90 || /[((].*[^))]$/.test(clear)) return null;
  const time = own ?? horizon;
  const make = (from: number, length: number, fields: Partial<PlanTarget>): FoundTarget => {
    const at = { start: span.start + from, end: span.start + from + length };
    const name = source.text.slice(at.start, at.end);
    const yearly = /年均(?:增|递增)|年增[长長]率|年度增[长長]率/.test(name) ? 'year' : null;
    const value: PlanTarget = {
      name,
      comparator: 'increase',
      value: null,
      max: null,
      unit: null,
      baseline: null,
      per: time.per ?? yearly,
      by: time.by,
      scope: time.scope,
      ...fields,
    };
    return { value, at: { start: span.start, end: span.end }, fields: { name: at }, doubts: [withoutFigure(name)] };
  };
  const relative = RELATIVE.exec(clear);
  if (relative?.groups && endsWithIndicator(relative.groups['name'] ?? '')) {
    const { name = '', word = '', baseline = '' } = relative.groups;
    const from = span.start + clear.indexOf(baseline, name.length);
    return make(0, name.length, {
      comparator: WORDS[word] ?? '>',
      baseline: source.text.slice(from, from + baseline.length),
    });
  }
  const together = sameStep(source, clause, horizon);
  if (together) return together;
  const first = NAME_FIRST.exec(clear);
  const firstName = first?.groups?.['name'] ?? '';
  if (first && endsWithIndicator(firstName) && !VERB_FIRST.test(clear)) {
    return make(0, firstName.length, first.groups?.['up'] ? {} : { comparator: null });
  }
  const growth = GROWTH_NAME.exec(clear)?.groups?.['name'];
  if (growth !== undefined) return make(0, growth.length, {});
  const second = VERB_FIRST.exec(clear)?.groups?.['name'] ?? '';
  if (endsWithIndicator(second)) return make(clear.length - second.length, second.length, {});
  return COVERAGE.test(clear)
    ? make(0, clear.length, { comparator: null, scope: time.scope ?? (time.by ? 'cumulative' : null) })
    : null;
}

/** 与…同步增长, wherever it stands beside figures. */
export function sameStep(source: FigureText, clause: Span, horizon: Horizon): FoundTarget | null {
  const { span } = nameWithin(source.folded, clause, source.year);
  const groups = TOGETHER.exec(source.folded.slice(span.start, span.end))?.groups;
  const { name = '', baseline = '' } = groups ?? {};
  if (!endsWithIndicator(name)) return null;
  const from = span.start + source.folded.slice(span.start, span.end).lastIndexOf(baseline);
  const printed = source.text.slice(span.start, span.start + name.length);
  const value: PlanTarget = {
    name: printed,
    comparator: 'increase',
    value: null,
    max: null,
    unit: null,
    baseline: source.text.slice(from, from + baseline.length),
    ...horizon,
  };
  return {
    value,
    at: span,
    fields: { name: { start: span.start, end: span.start + name.length } },
    doubts: [withoutFigure(printed)],
  };
}

function withoutFigure(name: string): NonNullable<FoundTarget['doubts']>[number] {
  return {
    code: 'target-without-figure',
    field: 'value',
    text: `“${name}”没有印数值,是否补充?`,
    reason: '原文只有方向或范围。',
    proposal: null,
    matters: false,
  };
}
