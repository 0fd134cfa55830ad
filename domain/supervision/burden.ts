import { addDays } from '../calendar/local-date.ts';
import { localDateOf } from '../calendar/local-time.ts';
import type { Policy } from '../plan/policy.ts';
import type { Instant, LocalDate } from '../plan/types.ts';
import { mayDigest, weekStart, type BudgetVerdict, type BudgetedRung } from './budget.ts';

/** A digest that went to one person, with the rungs in it. */
export interface SentDigest {
  personId: string;
  at: Instant;
  rungs: readonly BudgetedRung[];
}

/** A rung that is still to come, for one person. */
export interface ComingRung {
  personId: string;
  at: Instant;
}

/** What one person was or will be asked in one week. */
export interface PersonWeek {
  /** Its Monday. */
  week: LocalDate;
  digests: number;
  /** Rungs in those digests: without merging each would have been a message of its own. */
  rungs: number;
  /** Digests beyond the budget, each let through by the rule that exempts it (policy "Budget"). */
  exempt: { dueToday: number; urgent: number; nudge: number };
  /** Digests that no rule would have let through: none, unless the policy was changed since. */
  over: number;
  /** An estimate before answers come: days on which a digest is to go, and the rungs in them. */
  coming: { digests: number; rungs: number };
}

/** The burden of each person, week by week. `weeks`: the Mondays looked at. Pure; persons without anything are absent. */
export function burdenOf(
  sent: readonly SentDigest[],
  coming: readonly ComingRung[],
  weeks: readonly LocalDate[],
  policy: Policy,
): Map<string, PersonWeek[]> {
  const { zone } = policy.values;
  const weekOf = (at: Instant): LocalDate => weekStart(localDateOf(at, zone));
  const sentBy = Map.groupBy(sent, ({ personId, at }) => key(personId, weekOf(at)));
  const comingBy = Map.groupBy(coming, ({ personId, at }) => key(personId, weekOf(at)));
  const persons = new Set([...sent, ...coming].map(({ personId }) => personId));
  return new Map(
    [...persons].map((personId) => [
      personId,
      weeks.map((week) => {
        const rungs = comingBy.get(key(personId, week)) ?? [];
        const days = new Set(rungs.map(({ at }) => localDateOf(at, zone)));
        return {
          week,
          ...countSent(sentBy.get(key(personId, week)) ?? [], policy),
          coming: { digests: days.size, rungs: rungs.length },
        };
      }),
    ]),
  );
}

const key = (personId: string, week: LocalDate): string => `${week} ${personId}`;

/** The budget's own rule, asked once more for each digest in the order in which they went. */
function countSent(
  digests: readonly SentDigest[],
  policy: Policy,
): Pick<PersonWeek, 'digests' | 'rungs' | 'exempt' | 'over'> {
  const inOrder = digests.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const before: Instant[] = [];
  const whys = inOrder.map(({ at, rungs }): BudgetVerdict => {
    const verdict = mayDigest(rungs, before, at, policy);
    before.push(at);
    return verdict;
  });
  const count = (why: string): number => whys.filter((one) => one.send && one.why === why).length;
  return {
    digests: inOrder.length,
    rungs: inOrder.reduce((sum, { rungs }) => sum + rungs.length, 0),
    exempt: { dueToday: count('due-today'), urgent: count('urgent'), nudge: count('nudge') },
    over: whys.filter(({ send }) => !send).length,
  };
}

/** Mondays from `back` weeks before the day's own to `ahead` weeks after it. */
export const weeksAround = (day: LocalDate, back: number, ahead: number): LocalDate[] =>
  Array.from({ length: back + ahead + 1 }, (_, at) => addDays(weekStart(day), 7 * (at - back)));
