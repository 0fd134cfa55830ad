import { FIELD_LINE } from '../units/owner-words.ts';
import type { Paragraph } from './paragraphs.ts';

export interface SoftMark {
  style: 'bullet' | 'one-by-one';
  length: number;
}

const BULLET = /^[★☆●■◆▲▶◇□○►][ \t]*(?=[\u4e00-\u9fff“《])/;
const ONE_BY_ONE = /^[一二三四五六七八九十]{1,3}是(?!否)[ \t]*(?=[\d〇\u4e00-\u9fff“《])/;
/** 一是 right under a section counts its items; under a numbered item it counts points of its text. */
const SECTION_RANK = 5;

/** A mark that may begin an item but counts in no style: it counts only where nothing else does. */
export function softMark(paragraph: string): SoftMark | null {
  const bullet = BULLET.exec(paragraph);
  if (bullet && FIELD_LINE.test(paragraph)) return null;
  if (bullet) return { style: 'bullet', length: bullet[0].length };
  const one = ONE_BY_ONE.exec(paragraph);
  return one ? { style: 'one-by-one', length: one[0].length } : null;
}

/** Below the marks of its groups, above the numbers that count its points. */
const ABOVE_POINTS = 6.8;
/** Below all numbers. */
const BELOW_NUMBERS = 9.5;
const GROUP_RANK = 6;

/**
 * The paragraphs whose soft marks begin items, with their ranks: two at least between one heading and the next.
 * Where such a mark comes before any number, numbers behind it count its points.
 */
export function softItems(paragraphs: readonly Paragraph[], from: number): Map<number, number> {
  const items = new Map<number, number>();
  let range: number[] = [];
  let above = 0;
  let pointed = false;
  const close = (): void => {
    const style = paragraphs[range[0] ?? -1]?.soft?.style;
    const same = range.filter((at) => paragraphs[at]?.soft?.style === style);
    const rank = pointed ? ABOVE_POINTS : BELOW_NUMBERS;
    if (same.length >= 2 && (style === 'bullet' || above <= SECTION_RANK)) for (const at of same) items.set(at, rank);
    range = [];
    pointed = false;
  };
  for (let at = from; at < paragraphs.length; at++) {
    const { mark, soft } = paragraphs[at] ?? {};
    const point = mark && mark.rank > GROUP_RANK && range.length > 0 && (pointed || mark.value === 1);
    if (point) pointed = true;
    else if (mark) {
      close();
      above = mark.rank;
    } else if (soft) range.push(at);
  }
  close();
  return items;
}
