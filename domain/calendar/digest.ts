import type { Policy } from '../plan/policy.ts';
import type { Instant, LocalDate } from '../plan/types.ts';
import { addDays } from './local-date.ts';
import { instantAt, localDateOf } from './local-time.ts';
import { nextWindow, type WindowRule } from './send-window.ts';
import type { Calendar } from './types.ts';
import { isWorkday, nextWorkdayOnOrAfter } from './working-days.ts';

export type DigestRule = WindowRule | 'digest.first' | 'digest.second';

export interface DigestAnswer {
  at: Instant;
  /** The afternoon's digest, for what is due today only. */
  second: boolean;
  rule: DigestRule;
}

/** The day's digest (policy "Send windows"), later after a long holiday; null on a rest day. */
export function digestOn(calendar: Calendar, policy: Policy, date: LocalDate): DigestAnswer | null {
  if (!isWorkday(calendar, date)) return null;
  const wanted = instantAt(date, policy.values.digestTime, policy.values.zone);
  const { at, rule } = nextWindow(calendar, policy, wanted);
  return { at, second: false, rule: at === wanted ? 'digest.first' : rule };
}

/** The day's second digest, for what is due today only; null on a rest day. */
export function secondDigestOn(calendar: Calendar, policy: Policy, date: LocalDate): DigestAnswer | null {
  if (!isWorkday(calendar, date)) return null;
  return {
    at: instantAt(date, policy.values.secondDigestTime, policy.values.zone),
    second: true,
    rule: 'digest.second',
  };
}

/** The first digest at or after an instant; the afternoon's counts only where something is `dueToday`. */
export function nextDigest(calendar: Calendar, policy: Policy, instant: Instant, dueToday = false): DigestAnswer {
  const today = localDateOf(instant, policy.values.zone);
  const first = digestOn(calendar, policy, today);
  if (first && first.at >= instant) return first;
  const second = dueToday ? secondDigestOn(calendar, policy, today) : null;
  if (second && second.at >= instant) return second;
  const next = digestOn(calendar, policy, nextWorkdayOnOrAfter(calendar, addDays(today, 1)));
  if (!next) throw new Error('a working day has a digest');
  return next;
}
