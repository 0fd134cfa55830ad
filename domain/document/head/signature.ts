import type { Span } from '../types.ts';
import { findDates } from '../dates.ts';
import type { HeadLine } from './head-lines.ts';
import { isOrgan } from './organ.ts';

interface DayPrinted {
  date: string;
  at: Span;
}

export interface Signature {
  date: DayPrinted;
  organs: HeadLine[];
}

const DAY =
  /^(?:(?:成文|发文|印发|签发)日期 ?:? ?)?[(]?(\d{4}|[〇一二三四五六七八九零]{4}) ?年 ?[\d一二三四五六七八九十〇]{1,3} ?月 ?[\d一二三四五六七八九十〇]{1,4} ?日(?:印发|发布)?[)]?$/;
const ISSUED = /(?:^|[\s(])(?:成文|发文|印发|签发)日期】? ?:? ?/;

/** A date on a line of its own, with the organs on the lines above it. */
export function signatureIn(lines: readonly HeadLine[]): Signature | null {
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at];
    if (!line || !DAY.test(line.said)) continue;
    const date = findDates(line.said)[0]?.from;
    if (!date || date.length !== 10) continue;
    return { date: { date, at: line }, organs: organsAbove(lines, at) };
  }
  return null;
}

/** The lines right above line `at` that are names of organs. */
export function organsAbove(lines: readonly HeadLine[], at: number): HeadLine[] {
  const organs: HeadLine[] = [];
  for (let above = at - 1; above >= 0; above--) {
    const one = lines[above];
    if (!one || !isOrgan(one.said)) break;
    organs.unshift(one);
  }
  return organs;
}

/** Days behind 成文日期 and the like. */
export const labelledDates = (lines: readonly HeadLine[]): DayPrinted[] =>
  lines.flatMap((line) => {
    const label = ISSUED.exec(line.said);
    const date = label ? findDates(line.said.slice(label.index))[0]?.from : undefined;
    return date?.length === 10 ? [{ date, at: { start: line.start, end: line.end } }] : [];
  });
