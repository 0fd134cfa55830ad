import { findDates } from '../dates.ts';
import type { Span } from '../types.ts';
import type { DraftTask } from './draft-task.ts';

const DONE = /(?:前|底|内|末)?(?:基本)?(?:完成|建成|办结|到位|出台|印发|报送|实现|取得)/;

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
      to !== null && (from === null || from === to) && DONE.test(text.slice(span.end - 1, span.end + 6)),
  );
  const [only] = stated;
  if (!only?.to || stated.length > 1) return null;
  return { date: only.to, at: { start: start + only.span.start, end: start + only.span.end } };
}
