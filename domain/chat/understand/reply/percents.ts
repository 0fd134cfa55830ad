import { chineseNumber } from '../../../document/figures/chinese-number.ts';
import { hedgedAfter, hedgedBefore } from './hedges.ts';

export interface PercentSaid {
  start: number;
  end: number;
  value: number;
  approx: boolean;
  /** The words before it, back to the one before. */
  before: string;
  after: string;
}

const HAN = '[零一二两三四五六七八九十百]';
const FORMS = new RegExp(
  [
    String.raw`(?<arabic>\d+(?:\.\d+)?)\s?%(?!分点)`,
    String.raw`(?<![\u4e00-\u9fff]第|第)(?<read>${HAN}{2,4})\s?%(?!分点)`,
    String.raw`百分之(?<hundredths>\d+(?:\.\d+)?|${HAN}+(?:点${HAN}+)?)`,
    String.raw`(?<full>百分百)`,
    String.raw`(?<![一二三四五六七八九])(?<tenths>[一二两三四五六七八九]|\d(?:\.\d)?)成(?<more>[一二三四五六七八九半](?![家个件户项名座处所条]))?(?![立为员果绩效品本功熟长都交套型])`,
    String.raw`(?<parts>${HAN}{1,3}|\d{1,2})分之(?<share>${HAN}{1,3}|\d{1,2})`,
    String.raw`(?<=完成了?|约|近|到|有|过|大概|差不多|进度)\s?(?<over>[1-9])\/(?<under>[2-9]|10)(?![\d/.日号前])`,
    String.raw`(?<half>一半|过半|大半|半数)`,
  ].join('|'),
  'g',
);

/** Shares of a whole, as numbers of hundred: 85%, 百分之八十五, 八成五, 三分之二 (66.7), 一半. */
export function percentsIn(text: string): PercentSaid[] {
  const said: PercentSaid[] = [];
  let from = 0;
  for (const match of text.matchAll(FORMS)) {
    const value = valueOf(match.groups ?? {});
    const end = match.index + match[0].length;
    if (value === null) continue;
    const before = text.slice(from, match.index);
    const after = text.slice(end);
    const half = match.groups?.['half'];
    said.push({
      start: match.index,
      end,
      value,
      approx: hedgedBefore(before) || hedgedAfter(after) || half === '过半' || half === '大半' || half === '半数',
      before,
      after,
    });
    from = end;
  }
  return said;
}

function valueOf(groups: Record<string, string | undefined>): number | null {
  const { arabic, read, hundredths, full, tenths, more, parts, share, over, under, half } = groups;
  if (arabic !== undefined) return Number(arabic);
  if (read !== undefined) return number(read);
  if (hundredths !== undefined) return number(hundredths);
  if (full !== undefined) return 100;
  if (tenths !== undefined)
    return Number(((number(tenths) ?? 0) * 10 + (more === '半' ? 5 : (number(more ?? '零') ?? 0))).toFixed(1));
  if (parts !== undefined && share !== undefined) {
    const whole = number(parts);
    const part = number(share);
    return whole && part !== null && part <= whole ? Math.round((part / whole) * 1000) / 10 : null;
  }
  if (over !== undefined && under !== undefined)
    return Number(over) < Number(under) ? Math.round((Number(over) / Number(under)) * 1000) / 10 : null;
  return half === undefined ? null : 50;
}

const number = (text: string): number | null =>
  /^\d/.test(text) ? Number(text) : text === '百' ? 100 : chineseNumber(text);
