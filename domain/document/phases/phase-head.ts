import type { PrintedDate } from '../../plan/types.ts';
import { findDates, type FoundDate } from '../dates.ts';
import type { Span } from '../types.ts';
import { lastDayOf } from '../../calendar/local-date.ts';
import type { WindowDoubt } from './draft-phase.ts';
import { DURATION, FESTIVAL, FROM_ISSUE, STAGE, TIME_LABEL, WHOLE_YEAR } from './phase-words.ts';

/** How a phase begins: its stage, name and window in any order. Ranges of the text that was read. */
export interface PhaseHead {
  stage: Span | null;
  name: Span | null;
  window: { at: Span; from: PrintedDate | null; to: PrintedDate | null; yearless: boolean } | null;
  /** A duration or 长期 stands where the window would. */
  undated: boolean;
  doubt: WindowDoubt | null;
  /** Where what is to be done begins. */
  end: number;
}

const SIGNS = /[\s:,;、。.—–\-~·●★■◆▲]*/y;
const STAGED = new RegExp(`${STAGE}(?:工作)?(?=[\\s:,、。.(〔【—–\\-为是从自\\d]|[\\u4e00-\\u9fff]{2}|$)`, 'y');
const IS = /(?:即|就)?(?:为|是|属于?)(?=[\u4e00-\u9fff“]{2})/y;
const LEADER =
  /(?:首先|其次|再次|最后)(?:一个阶段)?(?:是|为)?|最后一个阶段(?:是|为)?|[一二三四五六]是(?=[\u4e00-\u9fff\d“(〔])/y;
const BRACKET = /[(〔【[]([^()〔〕【】[\]\n]{1,60}(?:\([^()\n]{1,10}\)[^()〔〕【】[\]\n]{0,30})?)[)〕】\]]/y;
/** A name ends here; a comma may stand in it, and blanks that a scan put there. */
const NAMED =
  /(?:(?!第)[\u4e00-\u9fff ]){2,16}?阶 ?段(?=[\s。,;:(〔【]|$)|[\u4e00-\u9fff]{1,6} [\u4e00-\u9fff]{1,8}(?= ?[(〔]\d)|[^\s。;:!?\n\t(〔【[]{2,40}/y;
const COMPLETE = /(?:阶 ?段|时期|环节|步骤)$/;
const LONGEST_PART = 9;
const LONGEST_NAME = 24;
const SHORT_NAME = 6;

const at = (form: RegExp, text: string, place: number): RegExpExecArray | null => {
  form.lastIndex = place;
  return form.exec(text);
};

/** The date that begins right at a place, a word of time before it allowed. */
function dateAt(text: string, place: number, year: number | null): FoundDate | null {
  const slice = text.slice(place, place + 64);
  const [found] = findDates(slice, year);
  return found?.span.start === 0 ? found : null;
}

interface Timed {
  window: PhaseHead['window'];
  undated: boolean;
  doubt: WindowDoubt | null;
  end: number;
}

/** A window, a duration or an open end at a place. */
function timeAt(text: string, place: number, year: number | null, lasting = true): Timed | null {
  const slice = text.slice(place, place + 40);
  const issue = FROM_ISSUE.exec(slice)?.[0].length ?? 0;
  const found = dateAt(text, place + issue, year);
  if (found) {
    const { span, to, yearless } = found;
    const end = place + issue + span.end;
    // 印发之日—4月30日: the day is the end.
    const dashed = issue > 0 && /[—–~-] ?$/.test(slice.slice(0, issue)) && found.from === to;
    const from = dashed ? null : found.from;
    // 印发之日起至5月底 begins with the issue, 印发之日起,3月1日… with its own day.
    const window = { at: { start: place, end }, from, to, yearless };
    return { window, undated: false, doubt: issue > 0 && from === null ? 'from-issue' : null, end };
  }
  if (issue > 0) return { window: null, undated: true, doubt: 'from-issue', end: place + issue };
  const whole = WHOLE_YEAR.exec(slice)?.[0].length;
  if (whole !== undefined && year !== null) {
    const window = { at: { start: place, end: place + whole }, from: `${year}-01`, to: `${year}-12`, yearless: true };
    return { window, undated: false, doubt: 'whole-year', end: place + whole };
  }
  const festival = FESTIVAL.exec(slice)?.[0].length;
  if (festival !== undefined) return { window: null, undated: true, doubt: 'festival', end: place + festival };
  // 持续推进 may be a name; behind one it says how long.
  const length = lasting ? DURATION.exec(slice)?.[0].length : undefined;
  return length === undefined ? null : { window: null, undated: true, doubt: null, end: place + length };
}

/** `(4月至6月排查,7月至9月整改)`: a phase in parts runs from the first to the last of their windows. */
function withLaterWindows(timed: Timed, dates: readonly FoundDate[]): Timed {
  const { window } = timed;
  if (window === null || window.from === null || window.to === null) return timed;
  const last = dates.reduce(
    (end, { from, to }) => (from !== null && to !== null && from !== to && lastDayOf(to) > lastDayOf(end) ? to : end),
    window.to,
  );
  return last === window.to ? timed : { ...timed, window: { ...window, to: last } };
}

/** What a bracket says of the time, if that is what it is for; ranges as in the whole text. */
function timeIn(text: string, inner: string, from: number, year: number | null): Timed | null {
  const label = TIME_LABEL.exec(inner)?.[0].length ?? 0;
  const direct = timeAt(text.slice(0, from + inner.length), from + label, year);
  if (direct) return withLaterWindows(direct, findDates(inner, year));
  const [found] = findDates(inner, year);
  if (!found || found.span.end - found.span.start < inner.length / 2) return null;
  const span = { start: from + found.span.start, end: from + found.span.end };
  const window = { at: span, from: found.from, to: found.to, yearless: found.yearless };
  return { window, undated: false, doubt: null, end: from + inner.length };
}

/** The name at a place: up to a sign that ends it, its first part where what follows is its work. */
function nameAt(text: string, place: number, limit: number, year: number | null, listed: boolean): Span | null {
  const found = at(NAMED, text.slice(0, limit), place);
  // 1.组织评比: what is to be done, counted below a stage without a name.
  if (!found || /^\d{1,2}[.、]/.test(found[0])) return null;
  const whole = found[0];
  const date = findDates(whole, year).find(({ span }) => span.start > 0);
  const upTo = date ? whole.slice(0, date.span.start).replace(/(?:时间)?[为是从自,、在]*$/, '') : whole;
  const parts = upTo.split(',').filter((part) => part !== '');
  const first = parts[0] ?? '';
  const after = text.charAt(place + whole.length);
  const short = upTo.length <= LONGEST_NAME && parts.every((part) => part.length <= LONGEST_PART);
  // 第三步,12月,总结评估,评估成效…: behind a stage and its window the first part is the name.
  const named = !listed && !date && (/^[(〔【[。\n]$/.test(after) || place + whole.length >= limit);
  const all = parts.length === 1 || (short && named && !COMPLETE.test(first));
  const name = (all ? upTo : first).replace(/[,、]+$/, '');
  const inner = /^[^,]{2,16}?(?:阶段)(?=[从自,])/.exec(name)?.[0] ?? name;
  return inner.length < 2 ? null : { start: place, end: place + inner.length };
}

/** Behind a heading that is nothing but a stage or a window a name is short, or says that it is one. */
function standsBehind(text: string, { start, end }: Span): boolean {
  const longest = COMPLETE.test(text.slice(start, end)) ? 16 : text.charAt(end) === '。' ? 12 : 8;
  return end - start <= longest && /^[。,;\n(]?$/.test(text.charAt(end));
}

/**
 * Reads the head of a phase from where it begins, past its number. `limit`: where its heading ends; a name may stand
 * behind it only where the heading holds nothing but the stage or the window.
 */
export function phaseHead(text: string, limit: number, year: number | null): PhaseHead {
  const head: PhaseHead = { stage: null, name: null, window: null, undated: false, doubt: null, end: 0 };
  let place = 0;
  const take = (timed: Timed, end: number): void => {
    head.window = timed.window;
    head.undated = timed.undated;
    head.doubt = timed.doubt;
    place = end;
  };
  for (let step = 0; step < 12; step++) {
    const signs = at(SIGNS, text, place)?.[0] ?? '';
    // What follows a line's end or a full stop is the work, unless a name or a window is still wanted.
    const closed = /[。\n]/.test(signs) || (place > 0 && place >= limit);
    if (closed && head.name && (head.window !== null || head.undated)) break;
    const next = place + signs.length;
    const timed = head.window !== null || head.undated;
    const leader = !head.name && at(LEADER, text, next);
    const stage = !head.name && !head.stage && at(STAGED, text, next);
    const bracket = at(BRACKET, text, next);
    const label = timed ? null : TIME_LABEL.exec(text.slice(next, next + 16));
    if (leader) place = next + leader[0].length;
    else if (stage) {
      head.stage = { start: next, end: next + stage[0].length };
      place = head.stage.end;
    } else if (!head.name && (head.stage || timed) && at(IS, text, next)) place = IS.lastIndex;
    else if (bracket) {
      const old = head.window;
      // 2024年度考核阶段(11月): the year belongs to the name.
      const bare = old !== null && old.from === old.to && old.from?.length === 4;
      const found = timed && !bare ? null : timeIn(text, bracket[1] ?? '', next + 1, year);
      if (!found && head.name) break;
      if (found && bare && head.name?.start === old.at.end) head.name = { start: old.at.start, end: head.name.end };
      if (found) take(found, next + bracket[0].length);
      else place = next + bracket[0].length;
    } else if (label && timeAt(text, next + label[0].length, year)) place = next + label[0].length;
    else {
      const found = timed ? null : timeAt(text, next, year, head.name !== null);
      if (found) {
        // 动员部署。3月15日召开会议 — the day may be that of the meeting.
        const { window } = found;
        const single = closed && window !== null && window.from === window.to && window.from?.length === 10;
        take(single ? { ...found, doubt: 'single-day' } : found, found.end);
        continue;
      }
      if (head.name) break;
      const within = next < limit ? limit : Math.min(text.length, next + LONGEST_NAME);
      const listed = head.stage !== null && timed && /^ ?,/.test(signs);
      const name = nameAt(text, next, within, year, listed);
      if (!name || (next >= limit && !standsBehind(text, name))) break;
      // 第二阶段从2015年到2020年,全面深入推进…: the stage has its window, and a sentence follows.
      const follows = head.stage && head.window && /^[,、]/.test(signs) && !COMPLETE.test(text.slice(next, name.end));
      if (follows && name.end - name.start > SHORT_NAME) break;
      head.name = name;
      place = name.end;
    }
  }
  // 2022年11月底前完成。
  head.end =
    place +
    (head.window ? (/^(?:全面)?(?:完成|结束)(?=[。;,\n]|$)/.exec(text.slice(place, place + 6))?.[0].length ?? 0) : 0);
  return head;
}
