import type { Instant } from '../plan/types.ts';
import { replacePart, settleSlots } from './settle.ts';
import type { Duty, SettledRungs, SupervisedState } from './types.ts';

/**
 * Takes back what is owed by dates that hold no longer: reports whose time has not come, and the evidence,
 * which is due with its phase; `begunToo`: everything that is open. What still holds is reckoned anew, under
 * a new sequence, so that no rung of the old dates is left to be sent.
 */
export function withdrawUnbegun(
  state: SupervisedState,
  now: Instant,
  { begunToo = false }: { begunToo?: boolean } = {},
): { state: SupervisedState; settled: SettledRungs[] } {
  const goes = ({ kind, cycle, openFrom, filedAt }: Duty): boolean =>
    filedAt === undefined && (begunToo || (kind === 'report' && (openFrom > now || cycle === 'inspection')));
  let next = state;
  const settled: SettledRungs[] = [];
  for (const part of state.parts) {
    const gone = part.duties.filter(goes);
    if (gone.length === 0) continue;
    for (const { kind, cycle } of gone) {
      const cleared = settleSlots(next, { partId: part.id, duty: kind, cycle }, 'withdrawn', '时限已调整');
      next = cleared.state;
      settled.push(cleared.settled);
    }
    next = replacePart(next, part.id, (p) => ({
      ...p,
      deadlineSeq: p.deadlineSeq + 1,
      duties: p.duties.filter((duty) => !goes(duty)),
    }));
  }
  return { state: next, settled };
}
