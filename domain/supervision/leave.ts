import { addDays, daysBetween } from '../calendar/local-date.ts';
import { instantAt } from '../calendar/local-time.ts';
import { fullDayText } from '../chat/local-text.ts';
import type { Instant, LocalDate } from '../plan/types.ts';
import { refusal, type Refusal } from '../refusals.ts';

export interface LeaveAsk {
  from: LocalDate;
  /** Last day away. */
  until: LocalDate;
  person: { id: string; name: string };
  standIn: { id: string; name: string };
}

/** A leave on record that isn't over. */
export interface KnownLeave {
  personId: string;
  standInId: string;
  person: string;
  from: Instant;
  /** First instant of being back. */
  until: Instant;
  lastDay: LocalDate;
}

export interface LeaveFacts {
  today: LocalDate;
  now: Instant;
  zone: string;
  /** Both are contacts of one unit. */
  sharesUnit: boolean;
  /** Something reaches the stand-in. */
  isReached: boolean;
  known: KnownLeave[];
}

/** Longer than this is a change of contacts, no leave. */
export const LEAVE_DAYS_MAX = 180;

/** From when to when a stand-in is asked instead (AB岗, policy "People"), or why not. */
export function checkLeave(
  ask: LeaveAsk,
  { today, now, zone, sharesUnit, isReached, known }: LeaveFacts,
): { from: Instant; until: Instant } | { refused: Refusal } {
  const { person, standIn } = ask;
  const name = { person: standIn.name };
  if (ask.until < today) return { refused: refusal('LEAVE_PAST') };
  if (ask.from > ask.until) {
    const details = { from: fullDayText(ask.from), until: fullDayText(ask.until) };
    return { refused: refusal('LEAVE_ORDER', details) };
  }
  const begins = ask.from > today ? ask.from : today;
  if (daysBetween(begins, ask.until) >= LEAVE_DAYS_MAX)
    return { refused: refusal('LEAVE_TOO_LONG', { days: LEAVE_DAYS_MAX }) };
  if (person.id === standIn.id || !sharesUnit) return { refused: refusal('STAND_IN_OTHER_UNIT', name) };
  if (!isReached) return { refused: refusal('STAND_IN_UNBOUND', name) };
  const from = ask.from > today ? instantAt(ask.from, '00:00', zone) : now;
  const until = instantAt(addDays(ask.until, 1), '00:00', zone);
  const meets = (one: KnownLeave): boolean => one.from < until && one.until > from;
  const away = known.find((one) => one.personId === standIn.id && meets(one));
  if (away) return { refused: refusal('STAND_IN_AWAY', { ...name, until: fullDayText(away.lastDay) }) };
  const standsIn = known.find((one) => one.standInId === person.id && meets(one));
  if (standsIn) {
    const details = { person: standsIn.person, until: fullDayText(standsIn.lastDay) };
    return { refused: refusal('LEAVE_STANDS_IN', details) };
  }
  return { from, until };
}
