import type { Span } from '../types.ts';
import { findDates } from '../dates.ts';
import type { DraftPhase } from './draft-phase.ts';

/** A page may have broken the line within the name. */
const NAMED =
  /^ ?(?:为|是|完成|(?:主要|重点|集中|全面|组织|具体)?(?:搞好|抓好|做好|开展|进行|实施)|(?:主要|重点)是|转入|进入) ?\n?([\u4e00-\u9fff、]{1,12}(?<!阶段)\n[\u4e00-\u9fff、]{0,10}(?:阶段|段)|[\u4e00-\u9fff、]{2,16}?(?:阶段(?=、 ?[\d今明])|(?= ?[,;。\n]|$)))(?= ?[,;。、\n]|$)/;
/** 2022年巩固提升阶段: nothing but the name behind the window. */
const BARE_NAME = /^ ?([\u4e00-\u9fff]{2,12}阶段)(?= ?[,;。\n]|$)/;
const BRACKETED = /((?:[\u4e00-\u9fff]| (?=[\u4e00-\u9fff])){2,24}) ?[(〔]([^()〔〕\n]{2,40})[)〕]/g;
const BEFORE_NAME =
  /^(?:.*(?:分为|分成|包括|即|为|是)|.*(?:工作|行动|活动|整治|主要|大致|大体|拟)分(?!类|步|级)|和|及|与)(?=[\u4e00-\u9fff]{2})/;

/** `2000年4月至5月为动员部署阶段,2000年6月至8月为组织实施阶段。`: windows with their names side by side in one sentence. */
function windowsFirst(said: string, from: number, year: number | null): DraftPhase[] {
  const dates = findDates(said, year);
  return dates.flatMap(({ span, from: start, to, yearless }, index): DraftPhase[] => {
    const rest = said.slice(span.end, span.end + 24);
    const named = NAMED.exec(/^ ?,(?=完成|开展)/.test(rest) ? rest.replace(',', ' ') : rest) ?? BARE_NAME.exec(rest);
    const word = named?.[1];
    if (!named || word === undefined) return [];
    const begin = from + span.end + named[0].indexOf(word);
    const end = begin + word.length;
    const next = dates[index + 1]?.span.start ?? said.length;
    const body = workOf(said, end - from, next);
    return [
      {
        name: { start: begin, end },
        start,
        end: to,
        dates: { start: from + span.start, end: from + span.end },
        yearless,
        doubt: null,
        body: { start: from + body.start, end: from + body.end },
      },
    ];
  });
}

/** What is to be done in a phase: what stands behind its name, up to the line's end or the next window. */
function workOf(said: string, start: number, next: number): Span {
  const line = said.indexOf('\n', start);
  const end = Math.min(next, line < 0 ? said.length : line);
  return { start, end: /^[\s、,;。]*$/.test(said.slice(start, end)) ? start : end };
}

/** `分为动员部署(3月—4月)、组织实施(5月—9月)两个阶段`: names with their windows in brackets. */
function namesFirst(said: string, from: number, year: number | null): DraftPhase[] {
  return [...said.matchAll(BRACKETED)].flatMap((found): DraftPhase[] => {
    const [date] = findDates(found[2] ?? '', year);
    const word = (found[1] ?? '').replace(BEFORE_NAME, '');
    if (!date || word.length < 2) return [];
    const end = from + found.index + (found[1] ?? '').length;
    const at = from + found.index + found[0].indexOf(found[2] ?? '');
    const dates = { start: at + date.span.start, end: at + date.span.end };
    const name = { start: end - word.length, end };
    const { from: start, to, yearless } = date;
    return [{ name, start, end: to, dates, yearless, doubt: null, body: { start: end, end } }];
  });
}

/** Phases side by side within a sentence. */
export function sentencePhases(simplified: string, text: Span, year: number | null): DraftPhase[] {
  const said = simplified.slice(text.start, text.end);
  const first = windowsFirst(said, text.start, year);
  return first.length >= 2 ? first : namesFirst(said, text.start, year);
}
