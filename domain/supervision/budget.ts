import { localDateOf } from '../calendar/local-time.ts';
import { addDays, weekdayOf } from '../calendar/local-date.ts';
import type { Policy } from '../plan/policy.ts';
import type { Instant, LocalDate } from '../plan/types.ts';

export interface BudgetedRung {
  rung: string;
  dueAt: Instant | null;
}

export type BudgetVerdict =
  | { send: true; why: 'within' | 'urgent' | 'due-today' | 'nudge' }
  | { send: false; rule: 'budget.day' | 'budget.week' };

/**
 * May one more digest go to this person? `sent` are the instants of digests sent this week. One a day and
 * three a week; due today or overdue adds one a day, five a week in all; a nudge is limited elsewhere, and
 * nothing is held past its due instant (policy "Budget").
 */
export function mayDigest(
  rungs: readonly BudgetedRung[],
  sent: readonly Instant[],
  now: Instant,
  { values }: Policy,
): BudgetVerdict {
  const today = localDateOf(now, values.zone);
  const monday = weekStart(today);
  const dayOf = (instant: Instant): LocalDate => localDateOf(instant, values.zone);
  const inDay = sent.filter((at) => dayOf(at) === today).length;
  const inWeek = sent.filter((at) => dayOf(at) >= monday).length;
  if (rungs.some(({ rung }) => rung.startsWith('nudge-'))) return { send: true, why: 'nudge' };
  if (inDay < values.digestsPerDay && inWeek < values.digestsPerWeek) return { send: true, why: 'within' };
  const dueDays = rungs.flatMap(({ dueAt }) => (dueAt === null ? [] : [dayOf(dueAt)]));
  if (dueDays.includes(today)) return { send: true, why: 'due-today' };
  const overdue = dueDays.some((day) => day < today);
  if (overdue && inDay < values.digestsPerDay + values.urgentExtraPerDay && inWeek < values.digestsPerWeekInAll)
    return { send: true, why: 'urgent' };
  return { send: false, rule: inDay >= values.digestsPerDay ? 'budget.day' : 'budget.week' };
}

export const weekStart = (date: LocalDate): LocalDate => addDays(date, 1 - weekdayOf(date));
