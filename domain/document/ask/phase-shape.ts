import { daysBetween, firstDayOf, lastDayOf, precisionOf } from '../../calendar/local-date.ts';
import type { PlanPhase } from '../../plan/types.ts';
import { announcements } from '../phases/announcements.ts';
import type { DraftPhase } from '../phases/draft-phase.ts';
import type { Span } from '../types.ts';

/** A phase whose window doesn't look as its neighbours' do, with the reason for a person. */
export interface OddWindow {
  index: number;
  reason: string;
}

/** Signs of a date that stand beside the window and belong to no date that was read. */
const LEFT_AFTER = /^ ?(?:[年月日号\d□?]|\n\d{0,2}[年月日]|[-—–―─~至到]+ ?[\d年月□底末])/;
const LEFT_BEFORE = /(?:[\d□]|[\d□] ?年)$/;
/** 3月15日至4月底: the end without a day says which it is. */
const MONTH_PART = /[初底末旬]/;
/** Phases follow each other within a month. */
const GAP_DAYS = 45;
/** A name with figures or signs of a sentence is none, nor is a long one. */
const NO_NAME = /[,;。□]|\d|^.{17,}$/;
/** 调查摸底,宣传发动: two phrases of four. */
const PAIRED_NAME = /^[\u4e00-\u9fff]{4}[,，][\u4e00-\u9fff]{4}(?:阶段)?$/;

/** Windows with pieces of dates beside them, less exact than the others, or far from the phase before. */
export function oddWindows(
  simplified: string,
  phases: readonly PlanPhase[],
  found: readonly DraftPhase[],
): OddWindow[] {
  const gaps = phases.map((phase, at) => gapBefore(phases[at - 1], phase));
  const fineOnes = found.filter((_, at) => isFine(phases[at])).length;
  return found.flatMap(({ dates }, index): OddWindow[] => {
    const phase = phases[index];
    if (!phase?.start || !phase.end) return [];
    if (
      (NO_NAME.test(phase.name) && !PAIRED_NAME.test(phase.name)) ||
      phases.findIndex(({ name }) => name === phase.name) !== index
    )
      return [{ index, reason: '名称不像阶段名称,或与另一阶段相同。' }];
    if (dates && hasLeftovers(simplified, dates))
      return [{ index, reason: '起止时间旁边还有日期的残字,可能有脱漏或断行。' }];
    if (!isFine(phase) && fineOnes > 0) return [{ index, reason: '只读到年份,而其他阶段写明月份,可能有脱漏。' }];
    const stated = dates !== null && MONTH_PART.test(simplified.slice(dates.start, dates.end));
    if (precisionOf(phase.start) !== precisionOf(phase.end) && !stated)
      return [{ index, reason: '起止时间一端比另一端写得详细,可能有脱漏。' }];
    const gap = gaps[index] ?? 0;
    const next = gaps[index + 1] ?? 0;
    if (gap > GAP_DAYS) return [{ index, reason: '与前一阶段之间空出一个月以上。' }];
    if (next > GAP_DAYS && phase.start === phase.end)
      return [{ index, reason: '只读到一个时点,与后一阶段之间空出一个月以上。' }];
    return [];
  });
}

const isFine = (phase: PlanPhase | undefined): boolean =>
  phase !== undefined && [phase.start, phase.end].every((date) => date !== null && precisionOf(date) !== 'year');

function gapBefore(before: PlanPhase | undefined, { start }: PlanPhase): number {
  return before?.end && start ? daysBetween(lastDayOf(before.end), firstDayOf(start)) : 0;
}

function hasLeftovers(text: string, { start, end }: Span): boolean {
  return (
    LEFT_AFTER.test(text.slice(end, end + 6)) ||
    LEFT_BEFORE.test(text.slice(Math.max(0, start - 4), start).replace(/\d[、.]$/, ''))
  );
}

/** A line that begins as phases do: a name that ends with 阶段, and a date or a bracket behind it. */
const PHASE_LINE =
  /^[ \t]{0,12}(?:[(〔]?[一二三四五六\d]{1,2}[)〕、.])?[ ]{0,4}(?:第[一二三四五六]阶段[:、( ]?)?[^\s,。;:()]{0,10}(?:阶段|时期)? ?[(〔:]? ?(?:\d{4}年|□|\d{1,2}月)[^\n]{0,40}/gm;

/** (三)总结阶段 on a line of its own, or with its work behind it: a phase without a window. */
const BARE_LINE =
  /^[ \t]{0,12}(?:[(〔]?[一二三四五六\d]{1,2}[)〕、.][ ]{0,4}(?:第[一二三四五六]阶段[:、(]?)?|第[一二三四五六]阶段[:、(]?)[\u4e00-\u9fff、]{2,12}阶段(?=[。:]|[ \t]*$)/gm;

/** Lines that begin as phases do, in or beside the phases that were read, and are none of them. */
export function phaseLines(simplified: string, found: readonly DraftPhase[]): Span[] {
  return [...simplified.matchAll(PHASE_LINE), ...simplified.matchAll(BARE_LINE)].flatMap(
    ({ index, 0: line }): Span[] => {
      // 总体时间为一年,分为三个阶段: announces them.
      if (!/阶段/.test(line) || announcements(line).length > 0) return [];
      const at = { start: index, end: index + line.length };
      const stop = simplified.indexOf('\n', at.end);
      const whole = { start: index, end: stop < 0 ? simplified.length : stop };
      const taken = found.some(({ name, dates }) => meets(name, whole) || (dates !== null && meets(dates, whole)));
      return taken ? [] : [at];
    },
  );
}

const meets = (one: Span, other: Span): boolean => one.start < other.end && one.end > other.start;
