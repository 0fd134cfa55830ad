import type { Span } from '../types.ts';
import { findDates } from '../dates.ts';
import type { HeadLine } from './head-lines.ts';

export interface DocNumber {
  number: Span;
  /** The day of issue printed beside it. */
  dated: { date: string; at: Span } | null;
}

const NUMBER = '[\\u4e00-\\u9fff]{1,14}(?:[A-Z]{0,4}) ?[〔[(【] ?(?:19|20)?\\d{2} ?[〕\\])】] ?第? ?\\d{1,4} ?号';
const LABEL = '(?:发文字号|发布文号|文件?(?:编号|字号)|文 {0,6}(?:件 {0,6})?号|字 {0,6}号)';
const LINE = new RegExp(`^(?:【?${LABEL}】? ?:? ?)?[(〔]?(${NUMBER})[)〕]?(?:$| {2,}|\\t)`);
/** Behind the title. */
const BEHIND = new RegExp(`[(](${NUMBER})[)]$`);
/** In the table that a web page prints above the text. */
const CELL = new RegExp(`(?:^|[|\\t 【])${LABEL}(?:】 {0,3}[:|\\t]?| {0,3}[:|\\t]) {0,3}(${NUMBER})`);
const DAY =
  '[\\d一二三四五六七八九〇零]{4} ?年 ?[\\d一二三四五六七八九十〇]{1,3} ?月 ?[\\d一二三四五六七八九十〇]{1,4} ?日(?:印发|发布)?';
/** Behind the letterhead on its line: `某市人民政府文件 某政发〔2031〕5号`. */
const LETTERHEAD = new RegExp(`文 ?件[ \\t]{1,8}[(]?(${NUMBER})[)]?$`);
/** `(某政办发〔2001〕54号 2001年7月16日)`, in either order. */
const BESIDE = new RegExp(`^[(〔]?(?:${DAY}[ ,、;]{0,3}(${NUMBER})|(${NUMBER})[ ,、;]{0,3}${DAY})[)〕]?$`);

/** The first number of a document among lines, with the date that shares its brackets. */
export function docNumberIn(lines: readonly HeadLine[]): DocNumber | null {
  for (const { start, end, said } of lines) {
    const beside = BESIDE.exec(said);
    const number =
      beside?.[1] ??
      beside?.[2] ??
      LINE.exec(said)?.[1] ??
      CELL.exec(said)?.[1] ??
      BEHIND.exec(said)?.[1] ??
      LETTERHEAD.exec(said)?.[1];
    if (number === undefined) continue;
    const from = start + said.indexOf(number);
    const day = beside ? findDates(said.replace(number, ' '.repeat(number.length)))[0]?.from : undefined;
    return {
      number: { start: from, end: from + number.length },
      dated: day?.length === 10 ? { date: day, at: { start, end } } : null,
    };
  }
  return null;
}
