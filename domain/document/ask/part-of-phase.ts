import { firstDayOf, lastDayOf } from '../../calendar/local-date.ts';
import type { PlanPhase, PrintedDate } from '../../plan/types.ts';
import { findDates } from '../dates.ts';
import type { DraftPhase } from '../phases/draft-phase.ts';
import type { Span } from '../types.ts';

interface Read {
  simplified: string;
  year: number | null;
  found: readonly DraftPhase[];
  phases: readonly PlanPhase[];
}

interface Window {
  from: PrintedDate;
  to: PrintedDate;
}

/** Does the first window hold all days of the second? */
export const covers = (outer: Window, inner: Window): boolean =>
  firstDayOf(outer.from) <= firstDayOf(inner.from) && lastDayOf(inner.to) <= lastDayOf(outer.to);

/** Does a text with dates stand in a phase's work, with no date outside that phase? Then it parts that phase. */
export function isPartOfPhase({ simplified, year, found, phases }: Read, at: Span): boolean {
  const host = found.findIndex(({ body }) => body.start <= at.start && at.end <= body.end);
  const { start = null, end = null } = phases[host] ?? {};
  if (start === null || end === null) return false;
  // A year that isn't printed is that of the phase.
  const dates = findDates(simplified.slice(at.start, at.end), year === null ? null : Number(start.slice(0, 4)));
  return (
    dates.length > 0 &&
    dates.every(({ from, to, yearless }) => {
      const window = { from: from ?? to ?? start, to: to ?? from ?? end };
      if (covers({ from: start, to: end }, window)) return true;
      const later = (date: PrintedDate): PrintedDate => `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
      return yearless && covers({ from: start, to: end }, { from: later(window.from), to: later(window.to) });
    })
  );
}
