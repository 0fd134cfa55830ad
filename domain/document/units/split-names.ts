import type { Span } from '../types.ts';
import { isUnitName } from './unit-name.ts';

const OPEN = '([〔【《“';
const CLOSE = ')]〕】》”';

/** Ranges of `text` between the signs that `separates` accepts outside brackets. */
function partsOf(text: string, separates: (sign: string) => boolean): Span[] {
  const parts: Span[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (OPEN.includes(sign)) depth++;
    else if (CLOSE.includes(sign)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && separates(sign)) {
      parts.push({ start, end: at });
      start = at + 1;
    }
  }
  parts.push({ start, end: text.length });
  return parts;
}

/** The same range without spaces and closing signs at its ends. */
export function bare(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /[\s、,;。.]/.test(text.charAt(from))) from++;
  while (to > from && /[\s、,;。.]/.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}

/** Longer than two names: prose. */
const LONGEST_PAIR = 60;

/** Two organs joined by a word: both sides must be names, for 文化和旅游局 is one. */
function joined(text: string, span: Span): Span[] {
  const said = text.slice(span.start, span.end);
  if (said.length > LONGEST_PAIR) return [span];
  for (const found of said.matchAll(/以及|及|和|与/g)) {
    const left = { start: span.start, end: span.start + found.index };
    const right = { start: span.start + found.index + found[0].length, end: span.end };
    const after = text.slice(right.start, right.end);
    const whole =
      /(?:局|委|办|部|厅|院|会|政府|中心|公司|行|学|海关|区|县|办公室|部门|单位|乡镇|街道)(?:[)〕】\]])?$/.test(
        text.slice(left.start, left.end),
      );
    const another = /^(?:各|市|省|县|区|州|有关|相关|其他|中|国|团|人)/.test(after);
    if (whole && another && isUnitName(text.slice(left.start, left.end)) && isUnitName(after))
      return [left, ...joined(text, right)];
  }
  return [span];
}

/** `各区、县人民政府` and `各镇、街道`: one group, though a sign stands within. */
function rejoined(text: string, parts: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const part of parts) {
    const before = whole.at(-1);
    const said = text.slice(part.start, part.end);
    const group =
      before &&
      /^(?:各|有关|相关|各有关)(?:省|市州|市|州|县市|县区|区县|县|区|旗|镇街|乡镇|镇|乡|街道|自治区|自治州|直辖市|开发区|园区|村)(?:\([^()]*\))?(?:[、,](?:自治区|自治州|直辖市|特区|州|市|县|区|镇|乡|街道))*$/.test(
        text.slice(before.start, before.end),
      );
    const carriesOn =
      /^(?:自治区|自治州|直辖市|特区|省|市|州|县|区|旗|镇|乡|街道|村|社区)\)?(?:\([^()]*\))?(?:(?:人民)?政府|办事处|党委|管委会)?(?:\([^()]*\))?(?:(?:分别|具体|共同|按|负责|牵头|配合|落实|参与|组织).{0,12})?$/.test(
        said,
      );
    const party = before && text.slice(before.start, before.end).endsWith('委') && /^(?:人民)?政府$/.test(said);
    const sign = before ? text.slice(before.end, part.start) : '';
    // A line ends within a name: 市住房和城乡建 / 设局.
    const broken = before && /^\n[ \t]*$/.test(sign) && !isUnitName(text.slice(before.start, before.end));
    if (before && (broken || (((group && carriesOn) || party) && sign.trim() === '、')))
      whole[whole.length - 1] = { start: before.start, end: part.end };
    else whole.push(part);
  }
  return whole;
}

/** What stands between the signs of a list, a group's name kept whole. */
export function listParts(text: string, separators: RegExp): Span[] {
  const parts = partsOf(text, (sign) => separators.test(sign))
    .map((part) => bare(text, part))
    .filter(({ start, end }) => end > start);
  return rejoined(text, parts).flatMap((part) => spaced(text, part));
}

/** Names parted by blanks alone. */
function spaced(text: string, span: Span): Span[] {
  const said = text.slice(span.start, span.end);
  const words = [...said.matchAll(/\S+/g)].map((word) => ({
    start: span.start + word.index,
    end: span.start + word.index + word[0].length,
  }));
  const named = words.filter(({ start, end }) => isUnitName(text.slice(start, end)));
  return words.length > 1 && named.length === words.length ? words : [span];
}

/** The names in a list such as `市X局、市Y局,各县(市、区)`; ranges of `text`. */
export const splitNames = (text: string): Span[] =>
  listParts(text, /[、,;/|\n\t]/).flatMap((part) => joined(text, part));
