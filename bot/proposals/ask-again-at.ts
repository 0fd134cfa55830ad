import { instantAt, localDateOf } from '../../domain/calendar/local-time.ts';
import { nextWindow } from '../../domain/calendar/send-window.ts';
import type { Calendar } from '../../domain/calendar/types.ts';
import { addWorkingDays } from '../../domain/calendar/working-days.ts';
import type { Policy } from '../../domain/plan/policy.ts';

/** "Answered, unconfirmed" for two working days, then asked once more with that day's digest hour, within a send window. */
export function askAgainAt(calendar: Calendar, policy: Policy, from: Date): Date {
  const { zone, proposalHoldWorkingDays, digestTime } = policy.values;
  const day = addWorkingDays(calendar, localDateOf(from.toISOString(), zone), proposalHoldWorkingDays);
  return new Date(nextWindow(calendar, policy, instantAt(day, digestTime, zone)).at);
}
