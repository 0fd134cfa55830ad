import { addDays, firstDayOf, lastDayOf, yearOf } from '../calendar/local-date.ts';
import type { LocalDate, PlanFacts, PlanPhase, PrintedDate } from './types.ts';

/** A phase with both edges printed, or told by its neighbours or the period. */
export interface DatedPhase extends PlanPhase {
  start: PrintedDate;
  end: PrintedDate;
}

/**
 * How much of its own time a plan prints: dated `phases`; a whole `year`; a `period` without phases; only a
 * `horizon` (到2025年); `none`.
 */
export type PlanSpan =
  | { kind: 'phases'; phases: DatedPhase[]; start: PrintedDate; end: PrintedDate }
  | { kind: 'year'; year: number; start: PrintedDate; end: PrintedDate }
  | { kind: 'period'; start: PrintedDate; end: PrintedDate }
  | { kind: 'horizon'; horizon: number; issueYear: number; issueYearAssumed: boolean; end: PrintedDate }
  | { kind: 'none' };

/** Where a plan prints neither its date nor its start, a term of three years is the commonest. */
const USUAL_TERM_YEARS = 3;

function horizonOf({ period, targets }: PlanFacts): number | null {
  const years = [...targets.map((target) => target.by), period.end].filter((date) => date !== null).map(yearOf);
  return years.length > 0 ? Math.max(...years) : null;
}

/** All printed phases with their edges, or null where one edge can't be told. */
function datedPhases({ phases, period }: PlanFacts): DatedPhase[] | null {
  const printed = phases.filter((phase) => !phase.proposed);
  const dated = printed.map((phase, at): DatedPhase | null => {
    const before = printed[at - 1];
    const after = printed[at + 1];
    const start =
      phase.start ?? (before ? (before.end === null ? null : addDays(lastDayOf(before.end), 1)) : period.start);
    const end =
      phase.end ?? (after ? (after.start === null ? null : addDays(firstDayOf(after.start), -1)) : period.end);
    return start === null || end === null ? null : { ...phase, start, end };
  });
  return dated.length > 0 && dated.every((phase) => phase !== null) ? dated : null;
}

const isWholeYear = (start: PrintedDate, end: PrintedDate): boolean =>
  yearOf(start) === yearOf(end) && firstDayOf(start).endsWith('-01-01') && lastDayOf(end).endsWith('-12-31');

/** `assumedIssueYear` serves a plan known only from elsewhere (003: the year of a report about it). */
export function planSpan(facts: PlanFacts, assumedIssueYear: number | null): PlanSpan {
  const phases = datedPhases(facts);
  const [first, last] = [phases?.[0], phases?.at(-1)];
  if (phases && first && last) {
    return { kind: 'phases', phases, start: facts.period.start ?? first.start, end: facts.period.end ?? last.end };
  }
  const horizon = horizonOf(facts);
  const { start } = facts.period;
  const end = facts.period.end ?? (horizon === null ? null : String(horizon));
  if (start !== null && end !== null) {
    return isWholeYear(start, end) ? { kind: 'year', year: yearOf(start), start, end } : { kind: 'period', start, end };
  }
  if (horizon === null || end === null) return { kind: 'none' };
  const printedYear = facts.issuedOn === null ? null : yearOf(facts.issuedOn);
  const issueYear = printedYear ?? assumedIssueYear ?? horizon - USUAL_TERM_YEARS;
  return { kind: 'horizon', horizon, issueYear, issueYearAssumed: printedYear === null, end };
}

/**
 * Has the plan's time gone by? With printed phases, once the first has ended; else once the whole has. A
 * plan without any date has none that is current, so that somebody must choose too.
 */
export function spanIsPast(span: PlanSpan, today: LocalDate): boolean {
  if (span.kind === 'none') return true;
  const end = span.kind === 'phases' ? (span.phases[0]?.end ?? span.end) : span.end;
  return lastDayOf(end) < today;
}
