import { daysBetween } from '../calendar/local-date.ts';
import type { Policy } from '../plan/policy.ts';
import type { LocalDate } from '../plan/types.ts';
import type { PhaseWindow } from './types.ts';

/** A period that begins this close to its end is joined to the next one. */
const MIN_DAYS_IN_FIRST_CYCLE = 14;

export interface Cycle {
  /** `2026Q4` or `2026-12`. */
  cycle: string;
  dueOn: LocalDate;
}

/**
 * Reporting periods of a phase, by due day: quarterly by the 25th of the quarter's last month, key tasks
 * monthly by the 25th (policy "Cycles").
 */
export function cyclesIn(
  phase: Pick<PhaseWindow, 'start' | 'end'>,
  monthly: boolean,
  policy: Policy,
  until: LocalDate,
): Cycle[] {
  const { quarterlyDay, keyMonthlyDay } = policy.values.cycles;
  const cycles: Cycle[] = [];
  const last = phase.end < until ? phase.end : until;
  let year = Number(phase.start.slice(0, 4));
  let month = Number(phase.start.slice(5, 7));
  for (;;) {
    if (monthly || month % 3 === 0) {
      const dueOn = `${year}-${two(month)}-${two(monthly ? keyMonthlyDay : quarterlyDay)}`;
      if (dueOn > last) return cycles;
      if (daysBetween(phase.start, dueOn) >= MIN_DAYS_IN_FIRST_CYCLE) {
        cycles.push({ cycle: monthly ? `${year}-${two(month)}` : `${year}Q${month / 3}`, dueOn });
      }
    } else if (`${year}-${two(month)}-01` > last) return cycles;
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
}

const two = (n: number): string => String(n).padStart(2, '0');
