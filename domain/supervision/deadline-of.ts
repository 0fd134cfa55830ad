import type { Instant, LocalDate } from '../plan/types.ts';
import type { Duty } from './types.ts';

export interface Deadline {
  seq: number;
  redAt: Instant;
  countFrom: LocalDate;
}

/** What a duty leaves out because it goes without saying: a first deadline, red from its due instant, counted from its due day. */
export const deadlineOf = (duty: Pick<Duty, 'seq' | 'dueOn' | 'dueAt' | 'redAt' | 'countFrom'>): Deadline => ({
  seq: duty.seq ?? 1,
  redAt: duty.redAt ?? duty.dueAt,
  countFrom: duty.countFrom ?? duty.dueOn,
});
