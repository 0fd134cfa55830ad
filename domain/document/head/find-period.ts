import type { PlanPhase, PrintedDate } from '../../plan/types.ts';
import type { Span } from '../types.ts';
import { findDates } from '../dates.ts';

export interface FoundPeriod {
  start: { date: PrintedDate; at: Span } | null;
  end: { date: PrintedDate; at: Span } | null;
  /** The end was not printed: it is that of the last phase. */
  endFromPhases: boolean;
  startFromPhases: boolean;
}

const WORD =
  /(?:试点|创建|实施|行动|春运|规划|建设|整治|活动|工作|执行|攻坚|计划)(?:的)?(?:期限|期间|时间|周期|时段|工作|期)?(?:为期[^,。;]{1,6},?)?(?: ?[:为]| ?自| ?从|时间)/g;
const DAY = 10;
const LONGEST_PREAMBLE = 1_000;
const TITLE_RANGE = /(\d{4}) ?年? ?[-—–~至] ?(\d{4}) ?年?/;
const TITLE_YEAR = /(\d{4}) ?年(?:度)?/;
/** A title that names a part of its year: how long that lasts, its text or its phases say. */
const SEASON =
  /年(?:度)?[^,。;]{0,12}?(?:[春夏秋冬](?:季|秋|冬|夏|运|耕|防)|今冬明春|汛期|三夏|三秋|暑[期假]|寒假|百日|防火期|[采供]暖[季期]|迎峰度[夏冬]|(?:活动|宣传|服务|安全生产)[周月](?!度))/;

/** `2018年…工作计划`, `…行动计划(2021—2025年)`: whole years, to the month. */
function ofTitle(simplified: string, title: Span): FoundPeriod | null {
  const said = simplified.slice(title.start, title.end);
  const range = TITLE_RANGE.exec(said);
  const found = range ?? TITLE_YEAR.exec(said);
  const first = found?.[1];
  if (!found || first === undefined) return null;
  const part = range ? null : partOfYear(said, title.start);
  if (part) return part;
  if (!range && SEASON.test(said.slice(found.index))) return null;
  // 2031—2032年秋冬季 lasts a part of both.
  if (range && SEASON.test(said.slice(found.index + found[0].length - 1))) return null;
  const last = range?.[2] ?? first;
  const at = { start: title.start + found.index, end: title.start + found.index + found[0].length };
  return {
    start: { date: `${first}-01`, at },
    end: { date: `${last}-12`, at },
    endFromPhases: false,
    startFromPhases: false,
  };
}

/** `2024年上半年`, `2024年6月`, `2024年第三季度` in a title. */
function partOfYear(said: string, by: number): FoundPeriod | null {
  const [found] = findDates(said);
  const { from, to } = found ?? { from: null, to: null };
  if (!found || from === null || to === null || from.length === 4) return null;
  const at = { start: by + found.span.start, end: by + found.span.end };
  return { start: { date: from, at }, end: { date: to, at }, endFromPhases: false, startFromPhases: false };
}

/** Dates in the sentence that says how long the work goes on. */
function ofText(
  simplified: string,
  { start: from, end: to }: Span,
  year: number | null,
): Pick<FoundPeriod, 'start' | 'end'> {
  const text = simplified.slice(from, to);
  for (const word of text.matchAll(WORD)) {
    const begin = word.index;
    const sentence = text.slice(begin, begin + 80).split(/[。;\n]/)[0] ?? '';
    const dates = findDates(sentence, year).filter(
      ({ span }) => span.start <= word[0].length + 2 || /[,至]/.test(sentence.charAt(span.start - 1)),
    );
    const [one, two] = dates;
    if (!one || one.span.start > word[0].length + 2) continue;
    const at = { start: from + begin + one.span.start, end: from + begin + one.span.end };
    const ranged = one.from !== null && one.to !== null && one.from !== one.to;
    const open = one.from !== null && (one.to === null || /[自从]$/.test(word[0]));
    if (!ranged && !open) continue;
    const end = ranged
      ? { date: one.to ?? '', at }
      : two?.to && two.from === null
        ? { date: two.to, at: { start: from + begin + two.span.start, end: from + begin + two.span.end } }
        : null;
    return {
      start: one.from === null ? null : { date: inMonths(one.from, '01'), at },
      end: end && { ...end, date: inMonths(end.date, '12') },
    };
  }
  return { start: null, end: null };
}

/** A period of whole years runs from a January to a December. */
const inMonths = (date: PrintedDate, month: string): PrintedDate => (date.length === 4 ? `${date}-${month}` : date);

const BELOW_TITLE = /^\s{0,80}[(〔]([^()〔〕\n]{4,30})[)〕] *(?:\n|$)/;
const BEHIND_SPAN = /(?:期间?|[春夏秋冬]季|汛期|时段)[(〔]([^()〔〕\n]{4,40})[)〕]/g;

/** A window in brackets on the line below the title, or behind a word for a span of time: 秋冬季(…至…). */
function ofBrackets(simplified: string, { start, end }: Span, year: number | null): Pick<FoundPeriod, 'start' | 'end'> {
  const text = simplified.slice(start, end);
  const below = BELOW_TITLE.exec(text);
  for (const found of [...(below ? [below] : []), ...text.slice(0, LONGEST_PREAMBLE).matchAll(BEHIND_SPAN)]) {
    const inner = found[1] ?? '';
    const [date, ...more] = findDates(inner, year);
    if (!date || more.length > 0 || date.from === null || date.to === null || date.from === date.to) continue;
    if (date.span.end - date.span.start < inner.length - 2) continue;
    const from = start + found.index + found[0].lastIndexOf(inner);
    const at = { start: from + date.span.start, end: from + date.span.end };
    return { start: { date: inMonths(date.from, '01'), at }, end: { date: inMonths(date.to, '12'), at } };
  }
  return { start: null, end: null };
}

/** `从1998年3月至6月…开展`: a window in the preamble that begins with 从 or 自, or runs from a date on. */
function ofPreamble(simplified: string, { start, end }: Span): Pick<FoundPeriod, 'start' | 'end'> {
  const text = simplified.slice(start, end);
  for (const { span, from, to } of findDates(text)) {
    const at = { start: start + span.start, end: start + span.end };
    if (!/^[自从]/.test(text.slice(span.start)) || from === null) continue;
    if (to !== null && to !== from) return { start: { date: from, at }, end: { date: to, at } };
    if (/^.{0,12}(?:开展|进行|实施|启动)/.test(text.slice(span.end))) return { start: { date: from, at }, end: null };
  }
  return { start: null, end: null };
}

/** Days, both of them, in one year and the next at most. */
const isWithin = (start: PrintedDate, end: PrintedDate, year: number): boolean =>
  start.length === DAY && end.length === DAY && start < end && Number(start.slice(0, 4)) === year;

/** 2016年…方案, 工作从3月开始,至12月结束, and so do its phases: the months are closer than the title's whole year. */
function framesPhases(
  titled: FoundPeriod | null,
  { start, end }: Pick<FoundPeriod, 'start' | 'end'>,
  phases: readonly { phase: Pick<PlanPhase, 'start' | 'end'> }[],
): boolean {
  const wholeYear =
    titled?.start?.date.slice(5) === '01' && titled.start.date.slice(0, 4) === titled.end?.date.slice(0, 4);
  const month = (date: PrintedDate | null | undefined): string => date?.slice(0, 7) ?? '';
  const [first, last] = [phases[0]?.phase.start, phases.at(-1)?.phase.end];
  if (!wholeYear || !start || !end || !first || !last) return false;
  return month(start.date) === month(first) && month(end.date) === month(last);
}

/** The plan's period: printed in the text, in the title, or by its phases. */
export function findPeriod(
  simplified: string,
  title: Span | null,
  text: { whole: Span; preamble: Span },
  phases: readonly { phase: Pick<PlanPhase, 'start' | 'end'>; at: Span }[],
): FoundPeriod {
  const titled = title ? ofTitle(simplified, title) : null;
  const year = titled?.start ? Number(titled.start.date.slice(0, 4)) : null;
  const stated = ofText(simplified, text.whole, year);
  const opening = ofPreamble(simplified, text.preamble);
  const bracketed = ofBrackets(simplified, text.whole, year);
  // 2012年春运工作方案 … 春运从1月8日开始,至2月16日结束: the days are closer than the title's year.
  const days = stated.start && stated.end && year !== null && isWithin(stated.start.date, stated.end.date, year);
  const closer = days || framesPhases(titled, stated, phases);
  const start = (closer ? stated.start : titled?.start) ?? bracketed.start ?? stated.start ?? opening.start;
  const end = (closer ? stated.end : titled?.end) ?? bracketed.end ?? stated.end ?? opening.end;
  const first = phases[0];
  const last = phases.at(-1);
  return {
    start: start ?? (first?.phase.start ? { date: first.phase.start, at: first.at } : null),
    end: end ?? (last?.phase.end ? { date: last.phase.end, at: last.at } : null),
    startFromPhases: start === null && !!first?.phase.start,
    endFromPhases: end === null && !!last?.phase.end,
  };
}
