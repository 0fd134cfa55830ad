import type { Span } from '../types.ts';
import type { ClauseFigure } from './figure-in-clause.ts';
import type { FigureText, FoundTarget } from './figure-types.ts';
import { endingGoalVerb, endsWithIndicator } from './goal-verbs.ts';
import { printedUnit } from './quantity.ts';

interface Named {
  figure: ClauseFigure;
  name: { text: string; at: Span };
}

/** How far back a name is borrowed from. */
const RECENT = 12;
/** Things that share one measure have short names. */
const LONGEST_THING = 5;

/** A doing inside a name: what stands before it belongs to the next name as well. */
const CARRIED = /^(?<head>.{2,20}?)(?:新增|实现|完成|带动|创造|创|增加|上缴)(?=.)/;
const CARRIES_ON = /^(?:新增|实现|完成|带动|创造|创|增加|上缴)/;

/** 通达度平原区达到100%、丘陵区不低于90%: the measure, told area by area. */
const AREA = /^[^,;]{1,4}[区县市]$/;
const BY_AREA = /^(.*[率度量例重])[^,;]{1,4}[区縣县市區]$/;

/**
 * Gives each figure its name: its own; its part of `A、B分别…`; the head of the one before (`年…新增产值5亿元、创利税…`);
 * or, where it has none, the name of the last figure with the same unit.
 */
export function namesOfFigures(source: FigureText, figures: ClauseFigure[], before: FoundTarget[]): Named[] {
  const shared = sharedNames(source, figures) ?? earlierNames(figures, before);
  if (shared) return shared;
  const named: Named[] = [];
  for (const [index, figure] of figures.entries()) {
    const name = ownName(source, figure, named.at(-1)) ?? borrowed(source, figure, named, before);
    if (!name) continue;
    const earlier = named.at(-1)?.figure;
    const carries = index > 0 && figure.name === null && earlier && figure.comparison.kind === null;
    named.push({
      figure: carries
        ? {
            ...figure,
            comparison: { ...figure.comparison, kind: earlier.comparison.kind, change: earlier.comparison.change },
          }
        : figure,
      name,
    });
  }
  return named;
}

function ownName(
  { text, folded }: FigureText,
  { name }: ClauseFigure,
  previous: Named | undefined,
): Named['name'] | null {
  if (!name) return null;
  const printed = text.slice(name.start, name.end);
  const plain = folded.slice(name.start, name.end);
  const area = previous && AREA.test(plain) ? BY_AREA.exec(previous.name.text) : null;
  if (previous && area?.[1] !== undefined) return { text: `${area[1]}${printed}`, at: name };
  const head =
    previous && CARRIES_ON.test(plain) && plain.length <= 8
      ? CARRIED.exec(folded.slice(previous.name.at.start, previous.name.at.end))
      : null;
  const carried = head?.groups?.['head'];
  if (!previous || carried === undefined || /^(?:新增|实现)/.test(plain)) return { text: printed, at: name };
  const from = previous.name.at.start;
  return { text: `${text.slice(from, from + carried.length)}${printed}`, at: name };
}

function borrowed(
  { text, folded }: FigureText,
  figure: ClauseFigure,
  named: Named[],
  before: FoundTarget[],
): Named['name'] | null {
  const last = named.at(-1);
  if (last && figure.doing) {
    // 项目签约50个、开工30个: another doing to the same thing.
    const plain = folded.slice(last.name.at.start, last.name.at.end);
    const head = plain.length - endingGoalVerb(plain).length;
    const { start, end } = figure.doing;
    if (head > 0 && head < plain.length)
      return {
        text: `${text.slice(last.name.at.start, last.name.at.start + head)}${text.slice(start, end)}`,
        at: figure.doing,
      };
  }
  if (last) return last.name;
  const unit = printedUnit(text, figure.quantity);
  // 收入16.9亿元,同比增长29%: what grows is what was said last.
  const grows = figure.comparison.change !== null && before.at(-1)?.value.unit !== unit ? before.at(-1) : undefined;
  const same = grows ?? before.slice(-RECENT).findLast(({ value }) => value.unit === unit && value.value !== null);
  const close =
    same ?? (figure.comparison.kind === null && figure.comparison.change === null ? undefined : before.at(-1));
  const { doing } = figure;
  // 2023年改造98个 after 改造老旧小区: the same again; another doing is a name of its own.
  const again = doing && same?.value.name.includes(text.slice(doing.start, doing.end));
  if (doing && !again) return { text: text.slice(doing.start, doing.end), at: doing };
  if (!close?.fields?.name) return null;
  // 年均增长7%,到2010年突破4500元: the level of what grows.
  const borrowedName = same
    ? close.value.name
    : close.value.name.replace(/(?:年均|年度)?(?:增[长長]率|增速|增幅)$/, '');
  return { text: borrowedName, at: close.fields.name };
}

/** `A、B和C分别达到1件、2件、3件`: as many names as numbers, else null. */
function sharedNames({ text, folded }: FigureText, figures: ClauseFigure[]): Named[] | null {
  const [first, ...rest] = figures;
  if (!first?.name || rest.length === 0 || rest.some(({ name }) => name !== null)) return null;
  const plain = folded.slice(first.name.start, first.name.end);
  const separators = [/[、]|以及|[和与及]/g, /[、]|以及|和/g, /[、]|以及/g, /[、]/g];
  for (const separator of first.comparison.respectively ? separators : [/[、]|以及|和/g]) {
    const parts = partsOf(plain, separator, first.name.start);
    if (parts.length !== figures.length || parts.some(({ start, end }) => end - start < 2)) continue;
    const tail = first.comparison.respectively ? commonTail(folded, parts) : null;
    return figures.map((figure, index) => {
      const at = parts[index] ?? first.name ?? figure.at;
      const comparison =
        figure.comparison.kind === null && figure.comparison.change === null
          ? { ...first.comparison, nameEnd: at.end }
          : figure.comparison;
      const baseline = figure.baseline ?? first.baseline;
      return {
        figure: { ...figure, comparison, baseline, horizon: figure.horizon ?? first.horizon },
        name: {
          text: `${text.slice(at.start, at.end)}${tail && index < parts.length - 1 ? text.slice(tail.start, tail.end) : ''}`,
          at,
        },
      };
    });
  }
  return null;
}

/**
 * 果蔬、肉类、水产品低温处理率分别达到…: what only the last of the names says of them all, behind the thing that ends as
 * those before it do. Null where each says itself what is measured.
 */
function commonTail(folded: string, parts: readonly Span[]): Span | null {
  const words = parts.map(({ start, end }) => folded.slice(start, end));
  const last = words.at(-1) ?? '';
  const things = words.slice(0, -1);
  if (!endsWithIndicator(last) || things.some((thing) => endsWithIndicator(thing) || thing.length > LONGEST_THING))
    return null;
  const ends = new Set([...things.map((thing) => thing.slice(-1)), '品', '类', '业']);
  const cut = Array.from(last.slice(0, LONGEST_THING)).findLastIndex((sign, at) => at > 0 && ends.has(sign)) + 1;
  const end = parts.at(-1)?.end ?? 0;
  return cut > 0 && cut < last.length - 1 ? { start: end - last.length + cut, end } : null;
}

/** 接待40万人次,收入3亿元,分别增长5%和8%: as many of the names said last, in their order. */
function earlierNames(figures: ClauseFigure[], before: FoundTarget[]): Named[] | null {
  const [first] = figures;
  if (!first?.comparison.respectively || first.name || figures.length < 2 || figures.length > before.length)
    return null;
  const last = before.slice(-figures.length);
  if (new Set(last.map(({ value }) => value.name)).size < figures.length) return null;
  return figures.map((figure, index) => {
    const { value, fields, at } = last[index] ?? { value: null, fields: undefined, at: figure.at };
    const comparison = figure.comparison.change === null ? { ...first.comparison } : figure.comparison;
    return { figure: { ...figure, comparison }, name: { text: value?.name ?? '', at: fields?.name ?? at } };
  });
}

function partsOf(plain: string, separator: RegExp, offset: number): Span[] {
  const found: Span[] = [];
  let from = 0;
  for (const match of plain.matchAll(separator)) {
    found.push({ start: offset + from, end: offset + match.index });
    from = match.index + match[0].length;
  }
  found.push({ start: offset + from, end: offset + plain.length });
  return found;
}
