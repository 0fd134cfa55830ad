import type { Span } from '../types.ts';
import type { HeadLine } from './head-lines.ts';
import { isOrgan, organIn } from './organ.ts';
import { organsAbove, type Signature } from './signature.ts';

const LETTERHEAD = /^(.{3,40}?) ?文 ?件$/;
const LABELLED =
  /(?:发文|制发|印发)(?:机关|单位|机构|部门)(?:】 {0,3}[:|\t]?| {0,3}[:|\t]) {0,3}([^\s,。;:|【】]{4,30})/;
const NOTICE_ALONE = /^(?:关于|印发|转发|批转)/;

const around = (organs: readonly HeadLine[]): Span | null => {
  const [first] = organs;
  const last = organs.at(-1);
  return first && last ? { start: first.start, end: last.end } : null;
};

/** `X市人民政府办公室关于印发…的通知`: what stands before 关于, if it is an organ's whole name. */
export function organOfTitle(simplified: string, span: Span | null): Span | null {
  if (!span) return null;
  const said = simplified.slice(span.start, span.end).replace(/\s/g, ' ');
  const before = /^([^《》]{3,30}?)(?=关于|印发|转发)/.exec(said)?.[1]?.trimEnd();
  return before !== undefined && isOrgan(before) && !/^(?:省|市|州|县|区|镇|乡)(?:委|人民|政府)/.test(before)
    ? { start: span.start, end: span.start + before.length }
    : null;
}

/** The organs on the lines right above a notice that begins with 关于. */
function organsAboveNotice(above: readonly HeadLine[], notice: Span | null): Span | null {
  const at = notice ? above.findIndex(({ start }) => start === notice.start) : -1;
  return at > 0 && NOTICE_ALONE.test(above[at]?.said ?? '') ? around(organsAbove(above, at)) : null;
}

/** `X市人民政府文件` in the first lines. A blank that a scan put into the name is part of the print. */
function letterheadIn(above: readonly HeadLine[]): Span | null {
  for (const { start, said } of above.slice(0, 3)) {
    const name = LETTERHEAD.exec(said)?.[1];
    if (name !== undefined && isOrgan(name.replaceAll(' ', ''))) return { start, end: start + name.length };
  }
  return null;
}

/** The field of a page that names the organ: 发文机关:某市某局. */
function labelledIn(lines: readonly HeadLine[]): Span | null {
  for (const { start, said } of lines) {
    const [whole, name] = LABELLED.exec(said) ?? [];
    if (whole === undefined || name === undefined || !isOrgan(name)) continue;
    const from = start + said.indexOf(whole) + whole.lastIndexOf(name);
    return { start: from, end: from + name.length };
  }
  return null;
}

/** `某县某局2031年工作计划`: an organ that plans its own year. */
function organBeforeYear(simplified: string, title: Span | null): Span | null {
  if (!title) return null;
  const name = /^([^《》]{4,24}?)(?=\d{4} ?年)/.exec(simplified.slice(title.start, title.end))?.[1];
  return name !== undefined && isOrgan(name) ? { start: title.start, end: title.start + name.length } : null;
}

/** More organs at the end of a text are a list of something. */
const MOST_SIGN = 3;

/** The organs that sign below the last section without a date. */
function signedBelow(below: readonly HeadLine[]): Span | null {
  const end = below.findIndex((line) => organIn(line) === null);
  const leading = organsAbove(below, end < 0 ? below.length : end);
  return leading.length <= MOST_SIGN ? around(leading) : null;
}

/**
 * Who issued the plan: by its signature, its headline, the line above the headline, its letterhead, the page's field,
 * the last line. `below`: the lines after the last section.
 */
export const findIssuer = (
  simplified: string,
  signature: Signature | null,
  above: readonly HeadLine[],
  { notice, title, below }: { notice: Span | null; title: Span | null; below: readonly HeadLine[] },
): Span | null =>
  around(signature?.organs ?? []) ??
  organOfTitle(simplified, notice) ??
  organOfTitle(simplified, title) ??
  organsAboveNotice(above, notice) ??
  letterheadIn(above) ??
  labelledIn(above) ??
  signedBelow(below) ??
  organBeforeYear(simplified, title);
