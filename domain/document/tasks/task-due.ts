import { findDates } from '../dates.ts';
import type { Span } from '../types.ts';
import type { DraftTask } from './draft-task.ts';

const DONE =
  /完成|建成(?!区)|办结|到位|出台|印发|报送|实现|取得|备案|报(?:[省市县区州盟镇乡国]|批|审|经)|提交|竣工|完工|投用|投入使用|上线|通过验收|清零|销号/;
/** 每年12月底前: again and again, no end. */
const AGAIN = /每(?:年|季度?|月|半年)[^,;。\n]{0,4}$/;

const LONGEST_CLAUSE = 40;

/** 建账工作要在5月底前完成: the end of one part of the task. */
function ofPart(before: string): boolean {
  const clause = before.slice(before.search(/[^,;。:\n]*$/));
  return (
    /(?:工作|任务)(?:要|应|须|必须|务必)?[在于]?$/.test(clause) &&
    !/^(?:各项|全部|所有|上述|以上|该项|此项|本项)/.test(clause)
  );
}

/** The last day of what a label, a column or a bracket says of the time; null: 长期坚持, or nothing that is a date. */
export function labelledDue(simplified: string, spans: readonly Span[], year: number | null): DraftTask['due'] {
  for (const span of spans) {
    const found = findDates(simplified.slice(span.start, span.end), year).findLast(({ to }) => to !== null);
    if (found?.to)
      return { date: found.to, at: { start: span.start + found.span.start, end: span.start + found.span.end } };
  }
  return null;
}

/** A single `…前完成` in the task's own text; two of them are steps, not the task's end. */
export function statedDue(simplified: string, { start, end }: Span, year: number | null): DraftTask['due'] {
  const text = simplified.slice(start, end);
  const stated = findDates(text, year).filter(
    ({ span, from, to }) =>
      to !== null &&
      (from === null || from === to) &&
      DONE.test(text.slice(span.end, span.end + 7)) &&
      !AGAIN.test(text.slice(Math.max(0, span.start - 8), span.start)) &&
      !ofPart(text.slice(Math.max(0, span.start - LONGEST_CLAUSE), span.start)),
  );
  const [only] = stated;
  if (!only?.to || stated.some(({ to }) => to !== only.to)) return null;
  return { date: only.to, at: { start: start + only.span.start, end: start + only.span.end } };
}

/** An owners' bracket that says nothing of the time says nothing of the task's end either. */
const TIMED = /\d|[年月底末]|[长近]期|持续|常态|适时|立即|全程/;

/** When a task is to be done: what its labels, columns and brackets say, else its own text. */
export function taskDue(
  simplified: string,
  labelled: readonly Span[],
  text: Span,
  year: number | null,
): DraftTask['due'] {
  const timed = labelled.filter(({ start, end }) => TIMED.test(simplified.slice(start, end)));
  return timed.length > 0 ? labelledDue(simplified, timed, year) : statedDue(simplified, text, year);
}
