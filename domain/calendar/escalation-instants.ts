import type { Policy } from '../plan/policy.ts';
import type { Instant, LocalDate } from '../plan/types.ts';
import { digestOn } from './digest.ts';
import { dueInstants } from './due.ts';
import { escalationAllowed } from './escalation-window.ts';
import { instantAt, localDateOf } from './local-time.ts';
import type { Calendar } from './types.ts';
import { addWorkingDays } from './working-days.ts';

/** Message 4 promises the liaison until noon of the day on which the supervisor's rung comes due. */
const NOON = '12:00';

/** An answer until then keeps the supervisor from being told of what was due on that day. Throws CalendarYearMissingError. */
export function answerableUntil(calendar: Calendar, policy: Policy, dueOn: LocalDate): Instant {
  const { zone, ladderWorkingDays } = policy.values;
  const red = localDateOf(dueInstants(calendar, policy, dueOn).redAt, zone);
  const day = addWorkingDays(calendar, red, ladderWorkingDays.supervisor);
  const digest = digestOn(calendar, policy, day)?.at ?? instantAt(day, NOON, zone);
  return instantAt(localDateOf(escalationAllowed(calendar, policy, digest).at, zone), NOON, zone);
}

/**
 * When a rung that has been held since that instant and is released now may go: not before the noon that the
 * liaison was promised, and only when escalation is allowed (policy "Send windows").
 */
export function releaseFrom(calendar: Calendar, policy: Policy, since: Instant, now: Instant): Instant {
  const { zone } = policy.values;
  const promised = instantAt(localDateOf(since, zone), NOON, zone);
  const from = promised > now ? promised : now;
  const { allowed, at } = escalationAllowed(calendar, policy, from);
  const day = localDateOf(at, zone);
  // On another day with that day's digest, so that nobody is written to twice.
  return allowed || day === localDateOf(from, zone) ? at : (digestOn(calendar, policy, day)?.at ?? at);
}
