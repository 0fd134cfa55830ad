import type { Policy } from '../plan/policy.ts';
import type { Instant, LocalDate, PrintedDate } from '../plan/types.ts';
import { lastDayOf, precisionOf, type Precision } from './local-date.ts';
import { instantAt } from './local-time.ts';
import type { Calendar } from './types.ts';
import { addWorkingDays, isProvisional, isWorkday, lastWorkdayOnOrBefore } from './working-days.ts';

/** Which rule settled a due day; the sentence is in the message catalogue. */
export type DueRule = 'due.day' | 'due.month-end' | 'due.year-end' | 'due.rest-day' | 'due.rest-day-forward';

export interface DueInstants {
  /** The day owed: as printed, or moved before a rest day where the office chose 前移. */
  dueOn: LocalDate;
  /** Close of business on `dueOn`; what comes later is late. */
  dueAt: Instant;
  /** Red begins: `dueAt`, or the close of the next working day where `dueOn` is a rest day. */
  redAt: Instant;
  /** The last working day on or before `dueOn`; reminders count back from it. */
  countFrom: LocalDate;
  /** A rest day made red later, or 前移 made the due day earlier. */
  moved: boolean;
  /** Settled by a year whose holidays aren't published. */
  provisional: boolean;
  rule: DueRule;
}

const EDGE_RULES: Record<Precision, DueRule> = { year: 'due.year-end', month: 'due.month-end', day: 'due.day' };

/** `YYYY-MM` and `YYYY` mean their last working day; a full date means itself, worked or not. */
function dueDay(calendar: Calendar, printed: PrintedDate): LocalDate {
  return precisionOf(printed) === 'day' ? printed : lastWorkdayOnOrBefore(calendar, lastDayOf(printed));
}

/**
 * When a printed or re-dated due date falls due and turns red (policy "Due instant"). "End of the working
 * day" is the due time, 17:30: a second, later hour would only give a due time that nobody keeps.
 * Throws CalendarYearMissingError.
 */
export function dueInstants(calendar: Calendar, policy: Policy, printed: PrintedDate): DueInstants {
  const { zone, dueTime, restDayDue } = policy.values;
  const day = dueDay(calendar, printed);
  const countFrom = lastWorkdayOnOrBefore(calendar, day);
  const rest = !isWorkday(calendar, day);
  const forward = rest && restDayDue === 'forward';
  const dueOn = forward ? countFrom : day;
  const redOn = rest && !forward ? addWorkingDays(calendar, day, 1) : dueOn;
  return {
    dueOn,
    dueAt: instantAt(dueOn, dueTime, zone),
    redAt: instantAt(redOn, dueTime, zone),
    countFrom,
    moved: rest,
    provisional: isProvisional(calendar, countFrom) || isProvisional(calendar, redOn),
    rule: rest ? (forward ? 'due.rest-day-forward' : 'due.rest-day') : EDGE_RULES[precisionOf(printed)],
  };
}
