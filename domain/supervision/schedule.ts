import { addDays } from '../calendar/local-date.ts';
import { instantAt, localDateOf } from '../calendar/local-time.ts';
import type { Instant } from '../plan/types.ts';
import { dutiesOf, firstSending, type Reckoning } from './duties.ts';
import { rungsOf } from './rungs.ts';
import type { Duty, Part, PartSlot, Slot, SupervisedState } from './types.ts';

/** Reporting periods due within this many days are in the state; the rest is asked for later, so that states stay small. */
const HORIZON_DAYS = 130;
const RESCHEDULE_AFTER_DAYS = 90;

export interface Schedule {
  /** The state's scheduleSeq that this answers. */
  scheduleSeq: number;
  calendarVersion: number;
  duties: { partId: string; duties: Duty[] }[];
  slots: Slot[];
  /** Rungs that were already past when their duty began: recorded, never sent. */
  skipped: PartSlot[];
  until: Instant | null;
}

/**
 * All duties and slots of an entity from its state, the calendar and the policy. Pure; called by an activity
 * when the sequence, the phase or the calendar changed. `horizonDays` Infinity gives the whole list.
 */
export function schedule(state: SupervisedState, by: Reckoning, horizonDays: number = HORIZON_DAYS): Schedule {
  const { zone } = by.policy.values;
  const today = localDateOf(by.now, zone);
  const whole = !Number.isFinite(horizonDays);
  const until = whole ? '9999-12-31' : addDays(today, horizonDays);
  const slots: PartSlot[] = [];
  const skipped: PartSlot[] = [];
  const duties = state.parts.map((part) => {
    const all = dutiesOf(state, part, until, by);
    const owed = all.filter((duty) => !wasBeforeStart(state, duty));
    if (state.scheduledSeq === 0) {
      for (const duty of all.filter((d) => wasBeforeStart(state, d))) skipped.push(...rungsOf(part, duty, by).filter(({ at }) => at <= duty.dueAt));
    }
    const kept = keepKnown(part, owed);
    for (const duty of kept) {
      if (duty.filedAt !== undefined) continue;
      const known = part.duties.some((d) => sameDuty(d, duty) && d.seq === duty.seq);
      const rungs = rungsOf(part, duty, by);
      slots.push(...rungs.filter(({ at }) => at > by.now || (at === by.now && !known)));
      if (known) continue;
      const missed = rungs.filter(({ at }) => at < by.now);
      skipped.push(...missed);
      const lastMissed = missed.at(-1);
      const nextAt = rungs.find(({ at }) => at >= by.now)?.at;
      // A duty issued late sends one message, never the missed slots (policy "Slots").
      if (lastMissed && duty.dueAt > state.startedAt && (nextAt === undefined || nextAt > duty.dueAt)) {
        slots.push({ ...lastMissed, rung: 'issue', audience: 'liaison', rule: 'issued-late', at: firstSending(by.now, by) });
      }
    }
    return { partId: part.id, duties: kept };
  });
  return {
    scheduleSeq: state.scheduleSeq,
    calendarVersion: by.calendar.version,
    duties,
    slots: grouped(slots),
    skipped,
    until: whole || state.kind === 'phase' || state.phase === null || state.phase.kind !== 'implementation' ? null : instantAt(addDays(today, RESCHEDULE_AFTER_DAYS), '00:00', zone),
  };
}

/** A period that ended before the plan was taken over (在途接管) is nobody's debt. */
const wasBeforeStart = (state: SupervisedState, duty: Duty): boolean => duty.kind === 'report' && duty.dueAt <= state.startedAt;

const sameDuty = (a: Duty, b: Duty): boolean => a.kind === b.kind && a.cycle === b.cycle;

/** What was filed stays filed, and what is open and no longer in the plan of duties (a past phase's report) stays open. */
function keepKnown(part: Part, owed: Duty[]): Duty[] {
  const kept = owed.map((duty) => {
    const known = part.duties.find((d) => sameDuty(d, duty));
    return known && (known.filedAt !== undefined || known.seq === duty.seq) ? { ...duty, ...(known.filedAt === undefined ? {} : { filedAt: known.filedAt, late: known.late ?? false }), openFrom: known.openFrom } : duty;
  });
  const others = part.duties.filter((d) => d.filedAt === undefined && !owed.some((duty) => sameDuty(d, duty)));
  return [...others, ...kept];
}

function grouped(slots: PartSlot[]): Slot[] {
  const groups = new Map<string, Slot>();
  for (const { partId, seq, ...slot } of slots) {
    const key = [slot.at, slot.duty, slot.cycle, slot.rung, slot.audience, slot.rule].join('|');
    const group = groups.get(key);
    if (group) group.parts.push({ id: partId, seq });
    else groups.set(key, { ...slot, parts: [{ id: partId, seq }] });
  }
  return [...groups.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.rung < b.rung ? -1 : 1));
}
