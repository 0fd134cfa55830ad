import type { Instant } from '../plan/types.ts';
import { isExtensionPending } from './part-request.ts';
import { partSlots } from './settle.ts';
import type { Part, PartSlot, SupervisedState } from './types.ts';

/**
 * When a part's rung comes; null: not before the office has decided. A receipt isn't chased while 职责有异议 waits,
 * and nobody above the liaison hears of a completion whose extension waits (延期待批): the rungs rest. After a refusal
 * those that came due meanwhile come as soon as it can't be taken back any more, newest of each audience.
 */
export function comesAt(part: Part | undefined, slot: PartSlot): Instant | null {
  if (!part || slot.rung.startsWith('nudge-')) return slot.at;
  if (slot.duty === 'receipt') return part.dispute ? null : slot.at;
  if (slot.duty !== 'completion' || slot.audience === 'liaison') return slot.at;
  if (isExtensionPending(part)) return null;
  const { decided } = part;
  return decided && !decided.granted && decided.undoUntil > slot.at ? decided.undoUntil : slot.at;
}

/** Every coming rung of a state with the instant at which it comes, where there is one. `rests` false: at its own, whatever waits. */
export function comingSlots(
  { slots, parts }: Pick<SupervisedState, 'slots' | 'parts'>,
  rests: boolean,
): { slot: PartSlot; comesAt: Instant | null }[] {
  const byId = new Map(parts.map((part) => [part.id, part]));
  return slots
    .flatMap(partSlots)
    .map((slot) => ({ slot, comesAt: rests ? comesAt(byId.get(slot.partId), slot) : slot.at }));
}

/** Rungs that have come by `now`, oldest first. */
export const dueSlots = (state: Pick<SupervisedState, 'slots' | 'parts'>, now: Instant, rests: boolean): PartSlot[] =>
  comingSlots(state, rests)
    .filter((one) => one.comesAt !== null && one.comesAt <= now)
    .map(({ slot }) => slot)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
