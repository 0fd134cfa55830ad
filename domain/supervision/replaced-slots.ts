import { slotPart } from './group-slots.ts';
import { partSlots } from './settle.ts';
import type { Part, PartSlot, SettledRungs, Slot } from './types.ts';
import { standsFor } from './stands-for.ts';

/** Rule of the one message for a duty whose reminders were all past when it began. */
export const ISSUED_LATE = 'issued-late';

export interface Replaced {
  slots: Slot[];
  settled: SettledRungs[];
}

/**
 * A state's old slots give way to a schedule's new ones, and no rung is lost on the way: nudges and what is
 * due by now but not yet issued stay; what has no new instant, or no open duty any more, ends on record.
 */
export function replacedSlots(old: Slot[], made: Slot[], parts: Part[], now: string): Replaced {
  const settled: SettledRungs[] = [];
  const isOpen = ({ partId, duty, cycle }: PartSlot): boolean => {
    const part = parts.find(({ id }) => id === partId);
    return (
      part !== undefined &&
      part.completion !== 'accepted' &&
      part.duties.some((d) => standsFor(d, { duty, cycle }) && d.filedAt === undefined)
    );
  };
  const fresh = keepParts(made, (slot) => {
    if (isOpen(slot)) return true;
    settled.push(ended(slot, 'withdrawn', '已报送'));
    return false;
  });
  const coming = new Map(fresh.flatMap(partSlots).map((slot) => [rungKey(slot), slot]));
  const kept = keepParts(old, (slot) => {
    // A nudge and a late duty's one message are made once, not by every schedule.
    if (slot.rung.startsWith('nudge-') || (slot.rule.startsWith(ISSUED_LATE) && isOpen(slot))) return true;
    const next = coming.get(rungKey(slot));
    if (next && next.seq === slot.seq) return false;
    if (slot.at <= now && !next) return true;
    if (next) settled.push(ended(slot, 'withdrawn', '时限已调整'));
    else if (isOpen(slot)) settled.push(ended(slot, 'skipped', '重新排定后提醒时点已过'));
    return false;
  });
  return { slots: [...kept, ...fresh], settled };
}

const rungKey = ({ partId, duty, cycle, rung }: PartSlot): string => [partId, duty, cycle, rung].join('|');

const ended = (slot: PartSlot, outcome: SettledRungs['outcome'], reason: string): SettledRungs => ({
  outcome,
  reason,
  partId: slot.partId,
  duty: slot.duty,
  cycle: slot.cycle,
  slots: [slot],
});

/** Slots with those parts' shares that stay. */
export const keepParts = (slots: Slot[], keeps: (slot: PartSlot) => boolean): Slot[] =>
  slots.flatMap((slot) => {
    const parts = partSlots(slot)
      .filter(keeps)
      .map(({ partId, seq }) => slotPart(partId, seq));
    return parts.length > 0 ? [{ ...slot, parts }] : [];
  });
