import { dueInstants } from '../calendar/due.ts';
import { nextDigest } from '../calendar/digest.ts';
import { addDays } from '../calendar/local-date.ts';
import { instantAt, localDateOf } from '../calendar/local-time.ts';
import { isInWindow } from '../calendar/send-window.ts';
import type { Calendar } from '../calendar/types.ts';
import { addWorkingDays, lastWorkdayOnOrBefore, workingDaysBetween } from '../calendar/working-days.ts';
import type { Policy } from '../plan/policy.ts';
import type { Instant, LocalDate } from '../plan/types.ts';
import { cyclesIn } from './cycles.ts';
import { dueDayOf } from './part-request.ts';
import { recurringCycles } from './recurring-cycles.ts';
import type { Duty, DutyKind, Part, PhaseWindow, Recurs, SupervisedState } from './types.ts';

export interface Reckoning {
  calendar: Calendar;
  policy: Policy;
  now: Instant;
}

/** A report that came earlier than this before its due day informs, but does not file the period. */
const REPORT_OPENS_WORKING_DAYS = 10;

/** Evidence is to be in this long before the inspection phase ends. */
const EVIDENCE_WORKING_DAYS_BEFORE_END = 10;

/** What the plan asks of one part in its entity's present phase, as far as `until`. */
export function dutiesOf(state: SupervisedState, part: Part, until: LocalDate, by: Reckoning): Duty[] {
  if (part.completion === 'accepted' || state.optional || !state.phase) return [];
  if (state.kind === 'phase')
    return part.recurs
      ? recurringDuties(part, part.recurs, state.phase.end < until ? state.phase.end : until, by)
      : [completion(part, part.dueOn ?? state.phase.end, state.phase, by)];

  const { phase } = state;
  const duties: Duty[] = [];
  if (part.receiptAt === null) duties.push(receipt(state, part, phase, by));
  if (phase.kind === 'implementation') {
    for (const { cycle, dueOn } of cyclesIn(phase, state.keyTask, by.policy, until)) {
      duties.push(report(part, cycle, dueOn, addWorkingDays(by.calendar, dueOn, -REPORT_OPENS_WORKING_DAYS), by));
    }
  }
  if (phase.kind === 'inspection') duties.push(evidence(state, part, phase, by));
  const dueOn = dueDayOf(state, part);
  if (dueOn !== null && (phase.kind !== 'deployment' || dueOn <= phase.end)) {
    duties.push(completion(part, dueOn, phase, by));
  }
  return duties;
}

/** A week's list opens on its first working day, so that one answer isn't two weeks'; others as reports do. */
const WEEKLY_OPENS_WORKING_DAYS = 4;

function recurringDuties(part: Part, recurs: Recurs, last: LocalDate, by: Reckoning): Duty[] {
  const isWeekly = recurs.kind === 'week';
  const opens = isWeekly ? WEEKLY_OPENS_WORKING_DAYS : REPORT_OPENS_WORKING_DAYS;
  return recurringCycles(recurs, last, by).map(({ cycle, dueOn }) =>
    report(part, cycle, dueOn, addWorkingDays(by.calendar, dueOn, -opens), isWeekly ? dueAtListTime(by) : by),
  );
}

/** The week's list is owed by an hour of its own (policy "Cycles"). */
const dueAtListTime = (by: Reckoning): Reckoning => ({
  ...by,
  policy: { ...by.policy, values: { ...by.policy.values, dueTime: by.policy.values.cycles.weeklyList.time } },
});

function duty(
  kind: DutyKind,
  cycle: string,
  part: Part,
  dueOn: LocalDate,
  openFrom: Instant,
  { calendar, policy }: Reckoning,
): Duty {
  const due = dueInstants(calendar, policy, dueOn);
  return {
    kind,
    cycle,
    ...(part.deadlineSeq === 1 ? {} : { seq: part.deadlineSeq }),
    dueOn: due.dueOn,
    dueAt: due.dueAt,
    ...(due.redAt === due.dueAt ? {} : { redAt: due.redAt }),
    ...(due.countFrom === due.dueOn ? {} : { countFrom: due.countFrom }),
    openFrom,
    ...(due.provisional ? { provisional: true } : {}),
  };
}

/** Receipt is owed some working days after it was asked for: 3, or 2 in a short phase (policy "Receipt"). */
function receipt(state: SupervisedState, part: Part, phase: PhaseWindow, by: Reckoning): Duty {
  const known = part.duties.find(({ kind }) => kind === 'receipt');
  // Asked already: its day stands, whatever the next phase's length.
  if (known && known.openFrom <= by.now) return duty('receipt', 'once', part, known.dueOn, known.openFrom, by);
  const { values } = by.policy;
  const asked = firstSending(later(state.startedAt, instantAt(phase.start, '00:00', values.zone), by.now), by);
  const short =
    workingDaysBetween(by.calendar, addDays(phase.start, -1), phase.end) < values.receiptShortPhaseBelowWorkingDays;
  const days = short ? values.receiptShortWorkingDays : values.receiptWorkingDays;
  return duty('receipt', 'once', part, addWorkingDays(by.calendar, localDateOf(asked, values.zone), days), asked, by);
}

/** Evidence is owed some days before the phase ends; where that day is past when it is first asked for, by the end itself. */
function evidence(state: SupervisedState, part: Part, phase: PhaseWindow, by: Reckoning): Duty {
  const known = part.duties.find(({ kind, cycle }) => kind === 'report' && cycle === 'inspection');
  if (known) return duty('report', 'inspection', part, known.dueOn, known.openFrom, by);
  const { zone } = by.policy.values;
  const asked = later(state.startedAt, instantAt(phase.start, '00:00', zone), by.now);
  const wanted = addWorkingDays(
    by.calendar,
    lastWorkdayOnOrBefore(by.calendar, phase.end),
    -EVIDENCE_WORKING_DAYS_BEFORE_END,
  );
  return duty('report', 'inspection', part, wanted > localDateOf(asked, zone) ? wanted : phase.end, asked, by);
}

function report(part: Part, cycle: string, dueOn: LocalDate, opensOn: LocalDate, by: Reckoning): Duty {
  return duty('report', cycle, part, dueOn, instantAt(opensOn, '00:00', by.policy.values.zone), by);
}

function completion(part: Part, dueOn: LocalDate, phase: PhaseWindow, by: Reckoning): Duty {
  return duty('completion', 'once', part, dueOn, instantAt(phase.start, '00:00', by.policy.values.zone), by);
}

/** Now if messages may go now, else with the next digest. */
export function firstSending(from: Instant, { calendar, policy }: Pick<Reckoning, 'calendar' | 'policy'>): Instant {
  return isInWindow(calendar, policy, from).open ? from : nextDigest(calendar, policy, from).at;
}

const later = (...instants: Instant[]): Instant => instants.reduce((a, b) => (a > b ? a : b));
