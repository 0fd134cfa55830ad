import type { Instant } from '../plan/types.ts';
import { recentOnly } from './filings.ts';
import { keepEscalations, staleEscalations } from './escalations.ts';
import { metDuty } from './met-duty.ts';
import { withEvent } from './pending.ts';
import { replacedSlots } from './replaced-slots.ts';
import type { Schedule } from './schedule.ts';
import type { Part, PartSlot, SettledRungs, SupervisedState } from './types.ts';

/**
 * Puts a schedule into the state that may have changed while it was reckoned: what was filed or accepted
 * meanwhile stays so, what closed meanwhile gets no slots.
 */
export function mergeSchedule(state: SupervisedState, made: Schedule, now: Instant): SupervisedState {
  // Paused while it was reckoned: asked for again when it goes on.
  if (state.status === 'closed' || state.status === 'cancelled' || state.paused) return state;
  const parts = recentOnly(state.parts, now)
    .map(withoutOldDecision(now))
    .map((part) => {
      const owed = made.duties.find(({ partId }) => partId === part.id)?.duties;
      if (!owed || part.completion === 'accepted') return part;
      return {
        ...part,
        duties: owed.map((duty) => {
          const known = part.duties.find((d) => d.kind === duty.kind && d.cycle === duty.cycle);
          return known?.filedAt !== undefined
            ? { ...duty, filedAt: known.filedAt, late: known.late ?? false }
            : metDuty(part, duty);
        }),
      };
    });
  const { slots, settled } = replacedSlots(state.slots, made.slots, parts, now);
  const stale = staleEscalations(state, parts);
  const ended = [...skippedByPart(made.skipped, state.startedAt), ...settled, ...stale.settled];
  const merged: SupervisedState = {
    ...keepEscalations(state, (one) => !stale.escalations.includes(one)),
    parts,
    slots,
    scheduleUntil: made.until,
    scheduledSeq: made.scheduleSeq,
    calendarVersion: made.calendarVersion,
  };
  return withEvent(merged, {
    kind: 'scheduled',
    actor: { id: 'system', name: '系统' },
    via: 'system',
    at: now,
    body: {
      calendarVersion: made.calendarVersion,
      slots: made.slots.length,
      until: made.until,
      skipped: made.skipped.length,
    },
    ...(ended.length > 0 ? { settled: ended } : {}),
  });
}

/** What can't be undone any more leaves the state. */
const withoutOldDecision =
  (now: Instant) =>
  (part: Part): Part => {
    if (!part.decided || now < part.decided.undoUntil) return part;
    const after = { ...part };
    delete after.decided;
    return after;
  };

function skippedByPart(skipped: PartSlot[], startedAt: Instant): SettledRungs[] {
  return skipped.map((slot) => ({
    outcome: 'skipped' as const,
    reason: slot.at < startedAt ? '启用前已过' : '下达较晚,原提醒时点已过',
    partId: slot.partId,
    duty: slot.duty,
    cycle: slot.cycle,
    slots: [slot],
  }));
}
