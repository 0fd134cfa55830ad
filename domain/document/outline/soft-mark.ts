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
  if (bullet) return { style: 'bullet', length: bullet[0].length };
  const one = ONE_BY_ONE.exec(paragraph);
  return one ? { style: 'one-by-one', length: one[0].length } : null;
}

/** Indices of the paragraphs whose soft marks begin items: two at least between one numbered heading and the next. */
export function softItems(paragraphs: readonly Paragraph[], from: number): Set<number> {
  const items = new Set<number>();
  let range: number[] = [];
  let above = 0;
  const close = (): void => {
    const style = paragraphs[range[0] ?? -1]?.soft?.style;
    const same = range.filter((at) => paragraphs[at]?.soft?.style === style);
    if (same.length >= 2 && (style === 'bullet' || above <= SECTION_RANK)) for (const at of same) items.add(at);
    range = [];
  };
  for (let at = from; at < paragraphs.length; at++) {
    const { mark, soft } = paragraphs[at] ?? {};
    if (mark) {
      close();
      above = mark.rank;
    } else if (soft) range.push(at);
  }
  close();
  return items;
}
