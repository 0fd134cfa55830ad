import { addDays } from '../calendar/local-date.ts';
import { instantAt, localDateOf } from '../calendar/local-time.ts';
import type { Instant, LocalDate } from '../plan/types.ts';
import { firstSending, type Reckoning } from './duties.ts';
import { groupSlots } from './group-slots.ts';
import { owedDuties, sameDuty } from './owed-duties.ts';
import { lateIssue } from './rungs.ts';
import { sharedRungs } from './shared-rungs.ts';
import type { Duty, Part, PartSlot, Slot, SupervisedState } from './types.ts';
import { deadlineOf } from './deadline-of.ts';

/** How often an entity asks again, so that states stay small; key tasks have three times as many periods, and then more rungs at a time. */
const RESCHEDULE_AFTER_DAYS = { monthly: 21, quarterly: 90 };

/** Periods due this long after the next asking are in the state too: a report opens 10 working days, 24 days at most, before it is due. */
const LEAD_DAYS = 26;

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
export function schedule(state: SupervisedState, by: Reckoning, horizonDays?: number): Schedule {
  const horizon = horizonOf(state, by, horizonDays);
  const rungsOf = sharedRungs(by);
  const slots: PartSlot[] = [];
  const skipped: PartSlot[] = [];
  const duties = state.parts.map((part) => {
    const { owed, beforeStart } = owedDuties(state, part, horizon.last, by);
    for (const duty of beforeStart) skipped.push(...rungsOf(part, duty).filter(({ at }) => at <= duty.dueAt));
    for (const duty of owed) {
      const rungs =
        duty.filedAt === undefined
          ? comingAndMissed(state, { part, duty, rungs: rungsOf(part, duty) }, by)
          : { coming: [], missed: [] };
      slots.push(...rungs.coming);
      skipped.push(...rungs.missed);
    }
    return { partId: part.id, duties: owed };
  });
  return {
    scheduleSeq: state.scheduleSeq,
    calendarVersion: by.calendar.version,
    duties,
    slots: groupSlots(slots),
    skipped,
    until: horizon.askAgain,
  };
}

/** Nothing is due before the start, even if the plan's workflow runs already. */
const beginning = ({ startedAt }: SupervisedState, { now }: Reckoning): Instant => (startedAt > now ? startedAt : now);

function comingAndMissed(
  state: SupervisedState,
  { part, duty, rungs }: { part: Part; duty: Duty; rungs: PartSlot[] },
  by: Reckoning,
): { coming: PartSlot[]; missed: PartSlot[] } {
  const from = beginning(state, by);
  // The rungs of a known duty up to now were issued or are still in the state.
  if (part.duties.some((one) => sameDuty(one, duty) && deadlineOf(one).seq === deadlineOf(duty).seq))
    return { coming: rungs.filter(({ at }) => at > from), missed: [] };
  const coming = rungs.filter(({ at }) => at >= from);
  const missed = rungs.filter(({ at }) => at < from);
  // A duty issued late sends one message, never the missed slots (policy "Slots").
  const isLate = missed.length > 0 && duty.dueAt > state.startedAt && !coming.some(({ at }) => at <= duty.dueAt);
  return { coming: isLate ? [lateIssue(part, duty, firstSending(from, by), by), ...coming] : coming, missed };
}

/** Reports are reckoned as far as `last`, then again at `askAgain`; null: nothing more can come in this phase. */
function horizonOf(
  state: SupervisedState,
  { now, policy }: Reckoning,
  days?: number,
): { last: LocalDate; askAgain: Instant | null } {
  const { zone } = policy.values;
  const today = localDateOf(now, zone);
  const { phase } = state;
  const again = RESCHEDULE_AFTER_DAYS[isOften(state) ? 'monthly' : 'quarterly'];
  const horizonDays = days ?? again + LEAD_DAYS;
  const last = Number.isFinite(horizonDays) ? addDays(today, horizonDays) : '9999-12-31';
  if (!phase || !hasPeriods(state) || phase.end <= last) return { last, askAgain: null };
  return { last, askAgain: instantAt(addDays(today, again), '00:00', zone) };
}

const isOften = ({ keyTask, parts }: SupervisedState): boolean =>
  keyTask || parts.some(({ recurs }) => recurs?.kind === 'week' || recurs?.kind === 'month');

/** A task reports in implementation; a phase's own duties may come back in any. */
const hasPeriods = ({ kind, phase, parts }: SupervisedState): boolean =>
  kind === 'phase' ? parts.some(({ recurs }) => recurs !== undefined) : phase?.kind === 'implementation';
