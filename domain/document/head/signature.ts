import type { Span } from '../types.ts';
import { findDates } from '../dates.ts';
import type { HeadLine } from './head-lines.ts';
import { isOrgan, organIn } from './organ.ts';

interface DayPrinted {
  date: string;
  at: Span;
}

export interface Signature {
  date: DayPrinted;
  organs: HeadLine[];
}

const WRITTEN =
  '(?:\\d{4}|[〇一二三四五六七八九零]{4}) ?年 ?[\\d一二三四五六七八九十〇]{1,3} ?月 ?[\\d一二三四五六七八九十〇]{1,4} ?日';
const DAY = new RegExp(`^(?:(?:成文|发文|印发|签发)日期 ?:? ?)?[(]?${WRITTEN}(?:印发|发布)?[)]?$`);
/** A day in figures alone is the page's as often as the plan's: an organ must stand above it. */
const FIGURES = /^\d{4}([./-])\d{1,2}\1\d{1,2}$/;
const ON_ONE_LINE = new RegExp(`^[(]?([^,。;:《》()]{4,40}?) +((?:${WRITTEN}|\\d{4}([./-])\\d{1,2}\\3\\d{1,2}))[)]?$`);
const ISSUED = /(?:^|[\s(【])(?:成文|发文|印发|签发)日期】? ?:? ?/;

const dayOf = (text: string): string | null => {
  const date = findDates(text)[0]?.from;
  return date?.length === 10 ? date : null;
};

/** `某市某局  2031年3月6日` on one line. */
function onOneLine(line: HeadLine): Signature | null {
  const [, name, day] = ON_ONE_LINE.exec(line.said) ?? [];
  const date = day === undefined ? null : dayOf(day);
  if (name === undefined || date === null || !isOrgan(name)) return null;
  const start = line.start + line.said.indexOf(name);
  return { date: { date, at: line }, organs: [{ start, end: start + name.length, said: name }] };
}

/** A date on a line of its own, with the organs on the lines above it, or both on one line. */
export function signatureIn(lines: readonly HeadLine[]): Signature | null {
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at];
    if (!line) continue;
    const together = onOneLine(line);
    if (together) return together;
    const figures = FIGURES.test(line.said);
    if (!figures && !DAY.test(line.said)) continue;
    const date = dayOf(line.said);
    const organs = organsAbove(lines, at);
    if (date !== null && (!figures || organs.length > 0)) return { date: { date, at: line }, organs };
  }
  return null;
}

/** The lines right above line `at` that are names of organs. */
export function organsAbove(lines: readonly HeadLine[], at: number): HeadLine[] {
  const organs: HeadLine[] = [];
  for (let above = at - 1; above >= 0; above--) {
    const line = lines[above];
    const organ = line ? organIn(line) : null;
    if (!organ) break;
    organs.unshift(organ);
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
