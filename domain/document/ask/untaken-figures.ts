import type { FigureText, FoundTarget } from '../figures/figure-types.ts';
import { quantitiesIn } from '../figures/quantity.ts';
import type { Outline, Section } from '../outline-types.ts';
import type { Span } from '../types.ts';

/** A word that announces a number, and a unit without one: 达到□%, 不少于 个. */
const NUMBER_LOST =
  /(?:达到?|超过|低于|少于|高于|突破|实现|新增|新建|建成|完成|改造|培训|力争|以内|占)[^\d\u4e00-\u9fff\n,。;、:()“”"《]{1,3}(?:%|[万亿]?(?:个|家|户|人|公里|元|名|座|处|所|件|套|亩|吨)(?:百分点)?)|[□\ufffd](?:%|[万亿]?(?:个|家|户|人|公里|元|名|座|处|所|件|套|亩|吨))/g;
/** 建设12⏎00套: a number that a line's end has cut, or cut from what it counts. */
const NUMBER_CUT =
  /[\u4e00-\u9fff]\d{1,6}(?:\.\d)?[ 　]*\n[ 　]*(?:\d{1,4}(?:\.\d+)?)?(?:%|[万亿]?(?:个|家|户|人(?:次)?|公里|元|名|座|处|所|件|套|亩|吨|项|条|辆|台)(?=[,;。、)\n以]|$))/g;
const PAST = /已|现有|目前|截至|上年|去年|增长到了/;

/** Sentences of goals with numbers of which none was taken, and places anywhere where a number is lost. */
export function untakenFigures(
  { folded }: FigureText,
  outline: Outline,
  found: readonly Pick<FoundTarget, 'at'>[],
): Span[] {
  const taken = new Uint8Array(folded.length);
  for (const { at } of found) taken.fill(1, at.start, at.end);
  const open = outline.sections.flatMap(goalsOf).flatMap(({ start, end }) =>
    sentencesOf(folded, start, end).filter((sentence) => {
      const words = folded.slice(sentence.start, sentence.end);
      if (PAST.test(words)) return false;
      return quantitiesIn(words).some(
        (one) =>
          one.unit !== null &&
          (!one.written || folded.startsWith('百分之', sentence.start + one.start)) &&
          !taken.subarray(sentence.start + one.start, sentence.start + one.end).includes(1),
      );
    }),
  );
  const lost = [...folded.matchAll(NUMBER_LOST)].map(({ index, 0: words }) => ({
    start: Math.max(clauseStart(folded, index), index - 40),
    end: index + words.length,
  }));
  const cut = [...folded.matchAll(NUMBER_CUT)].map(({ index, 0: words }) => ({
    start: Math.max(clauseStart(folded, index), index - 40),
    end: index + words.length,
  }));
  const cutLeft = cut.filter(({ start, end }) => !taken.subarray(Math.max(start, end - 4), end).includes(1));
  return [...open, ...lost, ...cutLeft].toSorted((a, b) => a.start - b.start);
}

const goalsOf = (section: Section): Span[] =>
  section.role === 'goals' ? [section.whole] : section.children.flatMap(goalsOf);

function clauseStart(text: string, at: number): number {
  for (let from = at; from > at - 40 && from > 0; from -= 1) if (/[\n。;,]/.test(text.charAt(from - 1))) return from;
  return Math.max(0, at - 40);
}

function sentencesOf(text: string, start: number, end: number): Span[] {
  const found: Span[] = [];
  let from = start;
  for (const { index } of text.slice(start, end).matchAll(/[。;\n]/g)) {
    if (start + index > from) found.push({ start: from, end: start + index });
    from = start + index + 1;
  }
  if (end > from) found.push({ start: from, end });
  return found;
}
