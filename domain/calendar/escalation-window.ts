import type { Policy } from '../plan/policy.ts';
import type { Instant } from '../plan/types.ts';
import { isLastWorkdayBeforeHoliday } from './holidays.ts';
import { addDays, weekdayOf } from './local-date.ts';
import { instantAt, localOf } from './local-time.ts';
import { isInWindow, nextWindow, type WindowRule } from './send-window.ts';
import type { Calendar } from './types.ts';

export type EscalationRule = WindowRule | 'escalation.friday-afternoon' | 'escalation.eve-of-holiday';

export interface EscalationAnswer {
  allowed: boolean;
  rule: EscalationRule;
  /** The instant itself where allowed, else the next one at which it is. */
  at: Instant;
}

const FRIDAY = 5;

/** The rule that forbids escalation although messages may go; null where nothing does. */
function forbidden(calendar: Calendar, { values }: Policy, instant: Instant): EscalationRule | null {
  const { date, time } = localOf(instant, values.zone);
  if (isLastWorkdayBeforeHoliday(calendar, date, values.longHolidayDays)) return 'escalation.eve-of-holiday';
  if (weekdayOf(date) === FRIDAY && time >= values.noEscalationFridayFrom) return 'escalation.friday-afternoon';
  return null;
}

/**
 * May something be escalated above the liaison at that instant? Only inside a send window, not on Friday
 * afternoon, not on the last working day before a long holiday (policy "Send windows").
 * Throws CalendarYearMissingError.
 */
export function escalationAllowed(calendar: Calendar, policy: Policy, instant: Instant): EscalationAnswer {
  const window = isInWindow(calendar, policy, instant);
  const held = forbidden(calendar, policy, instant);
  if (window.open && !held) return { allowed: true, rule: 'window.open', at: instant };
  let rule = held ?? window.rule;
  let next = nextWindow(calendar, policy, instant);
  for (let why = forbidden(calendar, policy, next.at); why; why = forbidden(calendar, policy, next.at)) {
    rule = held ?? why;
    const { date } = localOf(next.at, policy.values.zone);
    next = nextWindow(calendar, policy, instantAt(addDays(date, 1), '00:00', policy.values.zone));
  }
  return { allowed: false, rule, at: next.at };
}
