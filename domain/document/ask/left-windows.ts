import type { PlanPhase, PrintedDate } from '../../plan/types.ts';
import { findDates } from '../dates.ts';
import type { Outline } from '../outline-types.ts';
import type { DraftPhase } from '../phases/draft-phase.ts';
import type { Span } from '../types.ts';
import { covers, isPartOfPhase } from './part-of-phase.ts';

interface Read {
  outline: Outline;
  simplified: string;
  year: number | null;
  found: readonly DraftPhase[];
  phases: readonly PlanPhase[];
}

interface Window {
  at: Span;
  from: PrintedDate;
  to: PrintedDate;
}

/** Spans of time, from one date to another, in the sections of phases. */
const windowsIn = ({ outline, simplified, year }: Read): Window[] =>
  outline.sections
    .filter(({ role, children }) => role === 'phases' || children.some((child) => child.role === 'phases'))
    .flatMap(({ whole }) =>
      findDates(simplified.slice(whole.start, whole.end), year).flatMap(({ span, from, to }): Window[] =>
        from === null || to === null || from === to
          ? []
          : [{ at: { start: whole.start + span.start, end: whole.start + span.end }, from, to }],
      ),
    );

/**
 * Windows of these sections that are no phase's: neither a part of the phase under which they stand, nor the whole
 * of all phases, printed before the first.
 */
export function leftWindows(read: Read): Span[] {
  const { found, phases } = read;
  const taken = found.flatMap(({ dates, name }) => [...(dates ? [dates] : []), name]);
  const first = phases.find(({ start }) => start !== null)?.start ?? null;
  const last = phases.findLast(({ end }) => end !== null)?.end ?? null;
  return windowsIn(read).flatMap((window): Span[] => {
    const { at } = window;
    if (taken.some(({ start, end }) => start < at.end && end > at.start)) return [];
    if (isPartOfPhase(read, at)) return [];
    const whole = at.end <= (found[0]?.name.start ?? 0) && first !== null && last !== null;
    if (whole && covers(window, { from: first, to: last })) return [];
    return [at];
  });
}
