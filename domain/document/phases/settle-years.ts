import type { PrintedDate } from '../../plan/types.ts';
import { addDays, firstDayOf, lastDayOf } from '../../calendar/local-date.ts';
import type { DraftPhase } from './draft-phase.ts';

/** A plan issued in its last two months may mean the months of the next year. */
const LATE_MONTH = 11;
const FIRST_HALF = 6;
/** A phase begins no later than this after the one before. */
const WIDEST_GAP = 190;

const yearOf = (date: PrintedDate): number => Number(date.slice(0, 4));
const shifted = (date: PrintedDate | null, by: number): PrintedDate | null =>
  date === null ? null : `${yearOf(date) + by}${date.slice(4)}`;
const startOf = ({ start, end }: DraftPhase): PrintedDate | null => start ?? end;

/**
 * Windows without a year follow the phase before: (2024年11月—2025年2月) … (3月—5月) means 2025. Where a window would
 * begin before the one before it, the next year is proposed.
 */
export function settleYears(phases: readonly DraftPhase[], issuedOn: PrintedDate | null): DraftPhase[] {
  const settled: DraftPhase[] = [];
  for (const phase of phases) {
    const own = startOf(phase);
    const before = settled.findLast((one) => startOf(one) !== null);
    if (own === null || !phase.yearless) {
      settled.push(phase);
      continue;
    }
    const last = before ? (before.end ?? before.start) : null;
    const first = before ? startOf(before) : null;
    if (last === null || first === null) {
      const late = issuedOn !== null && Number(issuedOn.slice(5, 7)) >= LATE_MONTH;
      const early = Number(own.slice(5, 7)) <= FIRST_HALF && own.slice(0, 4) === issuedOn?.slice(0, 4);
      settled.push(late && early ? moved(phase, 1, true) : phase);
      continue;
    }
    const by = yearOf(last) - yearOf(own);
    const here = moved(phase, by, false);
    const begins = startOf(here) ?? own;
    const next = moved(phase, by + 1, true);
    const wraps = firstDayOf(begins) < firstDayOf(first) && lastDayOf(here.end ?? begins) < lastDayOf(last);
    const near = firstDayOf(startOf(next) ?? own) <= addDays(lastDayOf(last), WIDEST_GAP);
    settled.push(wraps && near ? next : here);
  }
  return settled;
}

const moved = (phase: DraftPhase, by: number, doubtful: boolean): DraftPhase => ({
  ...phase,
  start: shifted(phase.start, by),
  end: shifted(phase.end, by),
  doubt: doubtful ? 'year-moved' : phase.doubt,
});
