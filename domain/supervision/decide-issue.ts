import type { Instant } from '../plan/types.ts';
import { isExtensionPending } from './part-request.ts';
import { withHeld } from './escalations.ts';
import { comingSlots, dueSlots } from './due-slots.ts';
import { keepParts } from './replaced-slots.ts';
import type { Part, PartSlot, SupervisedState } from './types.ts';
import { deadlineOf } from './deadline-of.ts';
import { standsFor } from './stands-for.ts';

/** A rung that came due: queued for sending, held for the office's word, put on the office's list, or ended at once. */
export interface IssuedRung extends PartSlot {
  unitId: string;
  role: Part['role'];
  status: 'queued' | 'held' | 'office' | 'superseded' | 'withdrawn' | 'skipped';
  reason: string | null;
}

/** Units whose supervisor's rung is due by `now`: whether they have one is asked before it is held. */
export function supervisorsDue(state: SupervisedState, now: Instant, rests = true): string[] {
  const due = dueSlots(state, now, rests).filter(({ audience }) => audience === 'supervisor');
  const partIds = new Set(due.map(({ partId }) => partId));
  return [...new Set(state.parts.filter(({ id }) => partIds.has(id)).map(({ unitId }) => unitId))];
}

/**
 * Rungs that are due by `now`, each with what becomes of it, and the state without them. `withoutRank`: units
 * that have named nobody above the section head (policy "Ladder": a missing rank is skipped). `rests` false, for
 * runs from before rungs rested: what waits for a decision ends.
 */
export function decideIssue(
  state: SupervisedState,
  now: Instant,
  withoutRank: readonly string[] = [],
  rests = true,
): { issued: IssuedRung[]; state: SupervisedState } {
  const flat = dueSlots(state, now, rests);
  if (flat.length === 0) return { issued: [], state };
  const isDue = new Set(flat.map(slotKey));
  const slots = keepParts(state.slots, (slot) => !isDue.has(slotKey(slot)));
  const issued = flat.flatMap((slot, index) => {
    const part = state.parts.find(({ id }) => id === slot.partId);
    if (!part) return [];
    const newer = flat.findLast((other, at) => at > index && replaces(other, slot));
    return [{ ...slot, unitId: part.unitId, role: part.role, ...outcome(part, slot, newer, withoutRank) }];
  });
  return { issued, state: withHeld({ ...state, slots }, issued, now) };
}

const slotKey = ({ partId, duty, cycle, rung, seq, at }: PartSlot): string =>
  [partId, duty, cycle, rung, seq, at].join('|');

/** To the same people about the same duty: what was meant for the section head isn't said by a reminder to the liaison. */
const replaces = (other: PartSlot, slot: PartSlot): boolean =>
  other.partId === slot.partId &&
  other.duty === slot.duty &&
  other.cycle === slot.cycle &&
  other.audience === slot.audience &&
  // A circular isn't said by the telephone list.
  (other.rung === 'o10') === (slot.rung === 'o10');

/** Reason of a rung for a rank that its unit hasn't named. */
export const NO_RANK = 'no-rank';

function outcome(
  part: Part,
  slot: PartSlot,
  newer: PartSlot | undefined,
  withoutRank: readonly string[],
): Pick<IssuedRung, 'status' | 'reason'> {
  if (part.completion === 'accepted') return { status: 'withdrawn', reason: '已验收办结' };
  const nudge = slot.rung.startsWith('nudge-');
  const duty = part.duties.find((one) => standsFor(one, slot));
  if (!nudge && (!duty || duty.filedAt !== undefined)) return { status: 'withdrawn', reason: '已报送' };
  const seq = duty ? deadlineOf(duty).seq : slot.seq;
  if (slot.seq < seq) return { status: 'superseded', reason: `时限已调整(第${seq}次)` };
  // Asked for in time and undecided: reminders go on, nobody above is told (延期待批).
  if (slot.duty === 'completion' && slot.audience !== 'liaison' && isExtensionPending(part))
    return { status: 'withdrawn', reason: '延期待批' };
  // After an outage several rungs of one duty are due at once: one reminder goes, not N.
  if (newer) return { status: 'superseded', reason: newer.rung };
  if (slot.audience === 'supervisor')
    return withoutRank.includes(part.unitId)
      ? { status: 'skipped', reason: NO_RANK }
      : { status: 'held', reason: null };
  return { status: slot.audience === 'office' ? 'office' : 'queued', reason: null };
}

/** The next instant at which the entity has something to do; null: only a message can wake it. */
export function nextInstant(state: SupervisedState, rests = true): Instant | null {
  if (state.paused) return state.paused.resumeAt;
  const first = comingSlots(state, rests).reduce<Instant | null>(
    (min, { comesAt }) => (comesAt === null || (min !== null && min <= comesAt) ? min : comesAt),
    null,
  );
  if (state.scheduleUntil === null) return first;
  return first === null || state.scheduleUntil < first ? state.scheduleUntil : first;
}
