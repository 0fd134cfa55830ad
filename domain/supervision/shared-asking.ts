import type { LocalDate } from '../plan/types.ts';

/** One plan's share of a task that stands in several: when it wants the period's report. */
export interface Asking {
  entityId: string;
  dueOn: LocalDate;
}

/**
 * Which plan's task asks a unit for one period where several that are one would: the one that wants it first, so that
 * its answer is in time for all; of two on one day always the same. null: this one asks itself.
 */
export function askedBy(own: Asking, others: readonly Asking[]): Asking | null {
  const first = others.reduce((earliest, one) => (isBefore(one, earliest) ? one : earliest), own);
  return first === own ? null : first;
}

const isBefore = (a: Asking, b: Asking): boolean =>
  a.dueOn < b.dueOn || (a.dueOn === b.dueOn && a.entityId < b.entityId);
