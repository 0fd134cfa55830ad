import type { Instant } from '../plan/types.ts';
import { replacePart, settleSlots } from './settle.ts';
import type { Duty, DutyKind, SettledRungs, SupervisedState } from './types.ts';
import { deadlineOf } from './deadline-of.ts';
import { periodsOf } from './stands-for.ts';

export interface Filed {
  state: SupervisedState;
  settled: SettledRungs[];
  /** `kind/cycle` of the duties that this filing meets. */
  filed: string[];
  late: boolean;
  wasRed: boolean;
}

/**
 * Marks a part's open duties of these kinds as filed. A report counts for every period that is open when it
 * was received; one that came before a period opens informs, but does not file it. Late is judged by
 * receipt, against the instant at which red begins: an earlier answer that is applied after a later one
 * makes the filing the earlier.
 */
export function fileDuties(
  state: SupervisedState,
  partId: string,
  kinds: DutyKind[],
  receivedAt: Instant,
  reason: string,
): Filed {
  const part = state.parts.find(({ id }) => id === partId);
  const meets = (duty: Duty): boolean =>
    kinds.includes(duty.kind) &&
    (duty.filedAt === undefined || receivedAt < duty.filedAt) &&
    (duty.kind !== 'report' || duty.openFrom <= receivedAt);
  const met = (part?.duties ?? []).filter(meets);
  const late = met.some((duty) => receivedAt > deadlineOf(duty).redAt);

  let next = replacePart(state, partId, (p) => ({
    ...p,
    duties: p.duties.map((duty) =>
      meets(duty) ? { ...duty, filedAt: receivedAt, late: receivedAt > deadlineOf(duty).redAt } : duty,
    ),
  }));
  const settled: SettledRungs[] = [];
  for (const duty of met.filter(({ filedAt }) => filedAt === undefined)) {
    const done = settleSlots(next, { partId, duty: duty.kind, cycle: duty.cycle }, 'withdrawn', reason);
    next = done.state;
    settled.push(done.settled);
  }
  return {
    state: next,
    settled,
    filed: met.flatMap((duty) => periodsOf(duty).map((cycle) => `${duty.kind}/${cycle}`)),
    late,
    wasRed: late,
  };
}
