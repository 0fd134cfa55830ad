import { chineseNumber } from '../../../document/figures/chinese-number.ts';

/** A number as it stands: `value` unfolded, `scale` what it was printed with. */
export interface Written {
  start: number;
  end: number;
  value: number;
  /** 1.2万 is printed in 万; 一万二千 is read, and its largest place given here. */
  scale: '' | '万' | '亿';
  script: 'arabic' | 'chinese';
  /** 十七八, 20-25: no single value. */
  range: boolean;
  raw: string;
}

const NUMBER = new RegExp(
  String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[千百]?[万亿](?:\d+(?:\.\d+)?[千百]?万?)?)?|(?:[零一二两三四五六七八九十百万亿廿卅]|千(?![米克瓦])|(?<=十)有(?=[一二三四五六七八九]))+(?:点[零一二三四五六七八九]+[万亿]?)?|仨|俩`,
  'g',
);

const SCALES = { 万: 10_000, 亿: 100_000_000 } as const;

/** Words that begin or end with a numeral. */
const NO_NUMBER =
  /(?:一(?:定|直|般|样|起|些|下|再|致|旦|律|并|同|块|边|时|点|切|体|网|站|次性|共|线|带|批次|口径|览|把手|方面|季度|是|道)|十分|万一|千方|百分|统一|逐一|唯一|专一|三农|两山|四乱|双一流|一[^\d]{0,3}一[^\d]|五大|百姓)/;

export function numbersIn(text: string): Written[] {
  const found: Written[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const raw = match[0];
    const start = match.index;
    if (/^(?:五一|六一|七一|八一|三八)$/.test(raw) || (raw === '十一' && /^[前后期放长假]/.test(text.slice(start + 2))))
      continue;
    // 几十台, 上百家
    if (
      /^[十百千万]/.test(raw) &&
      /几$|(?<![总人户个次件台家])数$|(?:^|[\u4e00-\u9fff])上(?=$)/.test(text.slice(0, start)) &&
      !(raw.startsWith('十') && text.charAt(start - 1) === '上')
    ) {
      found.push({ start, end: start + raw.length, raw, value: Number.NaN, scale: '', script: 'chinese', range: true });
      continue;
    }
    const written = /^\d/.test(raw) ? arabic(raw) : chinese(raw);
    if (written === null) continue;
    if (
      written.script === 'chinese' &&
      raw.length === 1 &&
      NO_NUMBER.test(text.slice(Math.max(0, start - 1), start + 4)) &&
      partOfWord(text, start)
    )
      continue;
    found.push({ ...written, start, end: start + raw.length, raw });
  }
  return found;
}

const PART_OF_WORD =
  /^(?:一定|一直|一般|一样|一起|一些|一下|一再|一致|一旦|一律|一并|一同|一块|一边|一时|一点|一切|一体|一网|一站|一次性|一共|一线|一带|一览|一把手|一方面|一道|一来|十分|万一|千方百计|百分|两山|四乱|五大|百姓|三农|三定|三方|一家单位|一户不少)/;

const partOfWord = (text: string, at: number): boolean =>
  PART_OF_WORD.test(text.slice(at, at + 6)) || /[统逐唯专同之]$/.test(text.slice(0, at));

type Parsed = Pick<Written, 'value' | 'scale' | 'script' | 'range'>;

function arabic(raw: string): Parsed | null {
  const match = /^([\d,]+(?:\.\d+)?)(?:([千百])?([万亿])(?:(\d+(?:\.\d+)?)([千百])?(万)?)?)?$/.exec(raw);
  if (!match) return null;
  const [, digits = '', small, scale, tail, tailPlace, tailWan] = match;
  const head = Number(digits.replace(/,/g, '')) * (small === '千' ? 1_000 : small === '百' ? 100 : 1);
  if (scale === undefined) return { value: head, scale: '', script: 'arabic', range: false };
  const factor = SCALES[scale as '万' | '亿'];
  if (tail === undefined && small === undefined)
    return { value: exact(head, factor), scale: scale as '万' | '亿', script: 'arabic', range: false };
  // 56万5千 is read out, not printed with a scale.
  const rest =
    Number(tail ?? 0) *
    (tailPlace === '千' ? 1_000 : tailPlace === '百' ? 100 : tailWan ? 1 : factor / 10) *
    (tailWan ? 10_000 : 1);
  return { value: head * factor + rest, scale: scale as '万' | '亿', script: 'chinese', range: false };
}

/** 1.2 × 10000 without the tail of binary fractions. */
const exact = (value: number, factor: number): number => Number((value * factor).toPrecision(15));

function chinese(raw: string): Parsed | null {
  if (raw === '仨') return { value: 3, scale: '', script: 'chinese', range: false };
  if (raw === '俩') return { value: 2, scale: '', script: 'chinese', range: false };
  const text = raw
    .replace(/十有/g, '十')
    .replace(/廿/g, '二十')
    .replace(/卅/g, '三十')
    .replace(/二十十/g, '二十');
  const scale = text.includes('亿') ? '亿' : text.includes('万') ? '万' : '';
  const point = /^(.+点[零一二三四五六七八九]+)([万亿])$/.exec(text);
  const value = point ? scaled(chineseNumber(point[1] ?? ''), point[2] ?? '') : chineseNumber(text);
  if (point && value !== null) return { value, scale, script: 'arabic', range: false };
  if (value !== null) return { value, scale, script: 'chinese', range: false };
  // 十七八, 三四十: two digits side by side. A row of places alone is no number.
  return /[一二两三四五六七八九]{2}/.test(text) ? { value: Number.NaN, scale, script: 'chinese', range: true } : null;
}

const scaled = (value: number | null, scale: string): number | null =>
  value === null ? null : exact(value, SCALES[scale as '万' | '亿']);

/** A small count that a day, a place or a duration is written with; null for anything else. */
export function countOf(text: string | undefined): number | null {
  if (text === undefined || text === '') return null;
  if (/^\d+$/.test(text)) return Number(text);
  if (text === '半') return 0.5;
  return chineseNumber(text.replace(/廿/g, '二十').replace(/卅/g, '三十').replace(/俩/g, '两').replace(/仨/g, '三'));
}

/** Characters of such a count, for patterns. */
export const COUNT = '(?:\\d{1,3}|[零一二两三四五六七八九十廿卅俩仨]{1,4})';
