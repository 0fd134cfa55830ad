import type { PartSlot, Slot, SlotPart } from './types.ts';

/** Parts that share a rung at one instant share a slot; sorted by instant, then by name, so that equal inputs give equal lists. */
export function groupSlots(slots: PartSlot[]): Slot[] {
  const groups = new Map<string, Slot>();
  for (const { partId, seq, ...slot } of slots) {
    const key = [slot.at, slot.duty, slot.cycle, slot.rung, slot.audience, slot.rule, slot.dueAt].join('|');
    const group = groups.get(key);
    if (group) group.parts.push(slotPart(partId, seq));
    else groups.set(key, { ...slot, parts: [slotPart(partId, seq)] });
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, slot]) => slot);
}

export const slotPart = (id: string, seq: number): SlotPart => (seq === 1 ? id : { id, seq });
