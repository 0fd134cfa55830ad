/** How a heading is numbered, the higher style first. */
export type MarkStyle =
  | 'part'
  | 'chapter'
  | 'section'
  | 'cn'
  | 'article'
  | 'cn-paren'
  | 'action'
  | 'num'
  | 'num-paren'
  | 'circled';

export interface NumberMark {
  style: MarkStyle;
  /** 1 the highest; a decimal number (1.2.3) stands below its shorter ones. */
  rank: number;
  /** As printed, with its closing mark: `一、`, `(三)`, `1.`. */
  printed: string;
  /** Units that the mark takes, spaces after it included. */
  length: number;
  value: number;
}

const CN = '[一二三四五六七八九十百〇零]{1,5}';
const END = '[ \\t]*[、.．,:]?[ \\t]*';
/** 1.2025年… and 1.2025.3… count a date, 1.5 is a figure. */
const NO_FIGURE = '(?!\\d(?!\\d{0,3} ?[年月]|\\d{3}[.．/]\\d{1,2}(?:\\D|$)))';

const FORMS: { style: MarkStyle; rank: number; form: RegExp }[] = [
  { style: 'part', rank: 1, form: new RegExp(`^第[ ]?(${CN}|\\d{1,3})[ ]?(?:编|篇|部分)${END}`) },
  { style: 'part', rank: 1, form: /^(?:Part|PART) ?(\d{1,2})[ \t]*[、.．,:]?[ \t]*(?=[\u4e00-\u9fff])/ },
  { style: 'chapter', rank: 2, form: new RegExp(`^第[ ]?(${CN}|\\d{1,3})[ ]?章${END}`) },
  { style: 'section', rank: 3, form: new RegExp(`^第[ ]?(${CN}|\\d{1,3})[ ]?节${END}`) },
  { style: 'article', rank: 5, form: new RegExp(`^第[ ]?(${CN}|\\d{1,3})[ ]?条${END}`) },
  { style: 'cn', rank: 4, form: new RegExp(`^(${CN})[ ]?[、.．]${NO_FIGURE}[ \\t]*`) },
  { style: 'cn-paren', rank: 6, form: new RegExp(`^[(〔【\\[][ ]?(${CN})[ ]?[)〕】\\]]${END}`) },
  { style: 'cn-paren', rank: 6, form: new RegExp(`^(${CN})\\)${END}`) },
  { style: 'cn-paren', rank: 6, form: new RegExp(`^([㈠-㈩㊀-㊉])${END}`) },
  { style: 'cn-paren', rank: 6, form: /^([A-Z])[、.．][ \t]*(?=[\u4e00-\u9fff“])/ },
  { style: 'num', rank: 7, form: /^[A-Z]-?(\d{1,2})[、.．:][ \t]*(?=[\u4e00-\u9fff“])/ },
  { style: 'num', rank: 7, form: /^(\d{1,2}(?:\.\d{1,2}){1,3})(?:[ \t]+|[、.．][ \t]*)(?=[^\d\s%])/ },
  // 任务一:, 行动3 — a word before the number, a sign or a blank behind it.
  {
    style: 'action',
    rank: 6.5,
    form: new RegExp(
      `^(?:重点|主要|专项|具体)?(?:任务|行动|专项|工程|项目|举措|措施) ?(${CN}|\\d{1,2})(?: ?[:、.．][ \\t]*|[ \\t]+)(?=\\S)`,
    ),
  },
  { style: 'num', rank: 7, form: new RegExp(`^(\\d{1,3})[ ]?[、.．]${NO_FIGURE}[ \\t]*`) },
  { style: 'num', rank: 7, form: /^(\d{1,2}) {1,3}(?=[\u4e00-\u9fff、]{2,20}$)/ },
  { style: 'num-paren', rank: 8, form: /^[(〔【[][ ]?(\d{1,3})[ ]?[)〕】\]][、.．]?[ \t]*/ },
  { style: 'num-paren', rank: 8, form: /^(\d{1,3})\)[、.．]?[ \t]*/ },
  { style: 'num', rank: 7, form: /^([⒈-⒛])[ \t]*/ },
  { style: 'num-paren', rank: 8, form: /^([⑴-⒇])[、.．]?[ \t]*/ },
  { style: 'circled', rank: 9, form: /^([ⅰ-ⅻⅠ-Ⅻ])[、.．)]?[ \t]*(?=[\u4e00-\u9fff“《])/ },
  { style: 'circled', rank: 9, form: /^([①-⑳❶-❿])[、.．]?[ \t]*/ },
];

const DIGITS = '〇一二三四五六七八九';

/** 十二 → 12, 二十 → 20, 一百零三 → 103; 0 for what is no number. */
export function chineseNumber(text: string): number {
  let total = 0;
  let digit = 0;
  for (const character of text.replaceAll('零', '〇')) {
    if (character === '百') {
      total += (digit || 1) * 100;
      digit = 0;
    } else if (character === '十') {
      total += (digit || 1) * 10;
      digit = 0;
    } else digit = Math.max(0, DIGITS.indexOf(character));
  }
  return total + digit;
}

/** Numbers that are one sign: ⅰ ① ⑴ ⒈ ❶ ㈠ ㊀; the first and the last of each kind. */
const SIGNS: readonly (readonly [number, number])[] = [
  [0x2160, 0x216b],
  [0x2170, 0x217b],
  [0x2460, 0x2473],
  [0x2474, 0x2487],
  [0x2488, 0x249b],
  [0x2776, 0x277f],
  [0x3220, 0x3229],
  [0x3280, 0x3289],
];

function valueOf(number: string): number {
  if (/^\d/.test(number)) return Number(number.split('.').at(-1));
  const code = number.charCodeAt(0);
  if (/^[A-Z]$/.test(number)) return code - 64;
  const first = SIGNS.find(([from, to]) => code >= from && code <= to)?.[0];
  return first === undefined ? chineseNumber(number) : code - first + 1;
}

/** The number at the beginning of a simplified paragraph, else null. */
export function numberMark(paragraph: string): NumberMark | null {
  const start = paragraph.slice(0, 24);
  for (const { style, rank, form } of FORMS) {
    const found = form.exec(start);
    const number = found?.[1];
    if (!found || number === undefined) continue;
    const depth = style === 'num' ? number.split('.').length - 1 : 0;
    return {
      style,
      rank: rank + depth / 10,
      printed: found[0].trimEnd(),
      length: found[0].length,
      value: valueOf(number),
    };
  }
  return null;
}
