import { withoutHeld } from './escalations.ts';
import type { DutyKind, PartSlot, SettledRungs, Slot, SlotPart, SupervisedState } from './types.ts';

interface Matching {
  partId: string;
  duty?: DutyKind;
  cycle?: string;
}

const matches = (slot: Slot, what: Matching): boolean =>
  (what.duty === undefined || slot.duty === what.duty) && (what.cycle === undefined || slot.cycle === what.cycle);

export function partSlots(slot: Slot): PartSlot[] {
  const { parts, ...rest } = slot;
  return parts.map((part) => {
    const { id, seq = 1 } = typeof part === 'string' ? { id: part } : part;
    return { ...rest, partId: id, seq };
  });
}

/** Takes a part's coming slots and held rungs out of the state, and says which the slots were. */
export function settleSlots(
  state: SupervisedState,
  what: Matching,
  outcome: SettledRungs['outcome'],
  reason: string,
): { state: SupervisedState; settled: SettledRungs } {
  const gone: PartSlot[] = [];
  const slots = state.slots.flatMap((slot) => {
    const isTheirs = (part: SlotPart): boolean => (typeof part === 'string' ? part : part.id) === what.partId;
    if (!matches(slot, what) || !slot.parts.some(isTheirs)) return [slot];
    gone.push(...partSlots(slot).filter(({ partId }) => partId === what.partId));
    const parts = slot.parts.filter((part) => !isTheirs(part));
    return parts.length > 0 ? [{ ...slot, parts }] : [];
  });
  return { state: withoutHeld({ ...state, slots }, what), settled: { outcome, reason, ...what, slots: gone } };
}

export function replacePart(
  state: SupervisedState,
  partId: string,
  change: (part: SupervisedState['parts'][number]) => SupervisedState['parts'][number],
): SupervisedState {
  return { ...state, parts: state.parts.map((part) => (part.id === partId ? change(part) : part)) };
}

/** Ends every coming rung of every part. */
export function clearAll(state: SupervisedState, reason: string): { state: SupervisedState; settled: SettledRungs[] } {
  let next = state;
  const settled: SettledRungs[] = [];
  for (const { id } of state.parts) {
    const cleared = settleSlots(next, { partId: id }, 'withdrawn', reason);
    next = cleared.state;
    settled.push(cleared.settled);
  }
  return { state: { ...next, slots: [], scheduleUntil: null }, settled };
}
