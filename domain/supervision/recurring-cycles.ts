import { assertNever } from '../assert-never.ts';
import { addDays, dayOfYear, lastDayOfMonth, weekdayOf, yearOf } from '../calendar/local-date.ts';
import type { Calendar } from '../calendar/types.ts';
import { lastWorkdayOnOrBefore } from '../calendar/working-days.ts';
import type { Policy } from '../plan/policy.ts';
import type { LocalDate } from '../plan/types.ts';
import type { Cycle } from './cycles.ts';
import type { Recurs } from './types.ts';

/**
 * Periods of a recurring duty with their due days, oldest first, from the day on which it began to be asked to
 * `last` (policy "Cycles"). Days are as the policy prints them; what becomes of a rest day is the due rule's, but
 * a month's or half year's end is its last working day, and a week without a working day owes nothing.
 */
export function recurringCycles(
  { kind, from }: Recurs,
  last: LocalDate,
  by: { calendar: Calendar; policy: Policy },
): Cycle[] {
  const cycles: Cycle[] = [];
  const add = (cycle: string, dueOn: LocalDate): void => {
    if (dueOn >= from && dueOn <= last) cycles.push({ cycle, dueOn });
  };
  if (kind === 'week') addWeeks(from, last, by, add);
  else for (let year = yearOf(from); year <= yearOf(last); year += 1) addYear(kind, year, yearOf(from), by, add);
  return cycles.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

type Add = (cycle: string, dueOn: LocalDate) => void;

function addYear(
  kind: Exclude<Recurs['kind'], 'week'>,
  year: number,
  firstYear: number,
  { calendar, policy }: { calendar: Calendar; policy: Policy },
  add: Add,
): void {
  const { yearPlan, annualSummary, selfAssessment, funds, countyDeployment, quarterlyDay, keyMonthlyDay } =
    policy.values.cycles;
  const endOf = (month: number): LocalDate => lastWorkdayOnOrBefore(calendar, lastDayOfMonth(`${year}-${two(month)}`));
  switch (kind) {
    case 'year-plan':
      return add(`plan-${year}`, `${year}-${yearPlan}`);
    case 'annual-summary':
      return add(`annual-${year}`, `${year}-${annualSummary}`);
    case 'self-assessment':
      // In January about the year before.
      return add(`assess-${year - 1}`, `${year}-${selfAssessment}`);
    case 'funds':
      return funds.forEach((day, at) => add(`funds-${year}H${at + 1}`, `${year}-${day}`));
    case 'county-deployment':
      return countyDeployment.forEach((day, at) => add(`deploy-${year}H${at + 1}`, `${year}-${day}`));
    case 'meeting':
      return [6, 12].forEach((month, at) => add(`meeting-${year}H${at + 1}`, endOf(month)));
    case 'half-year':
      return [6, 12].forEach((month, at) => add(`half-${year}H${at + 1}`, endOf(month)));
    case 'quarter':
      return [3, 6, 9, 12].forEach((month, at) =>
        add(`${year}Q${at + 1}`, `${year}-${two(month)}-${two(quarterlyDay)}`),
      );
    case 'month':
      for (let month = 1; month <= 12; month += 1)
        add(`${year}-${two(month)}`, `${year}-${two(month)}-${two(keyMonthlyDay)}`);
      return;
    case 'year':
      return add(`year-${year}`, `${year}-${annualSummary}`);
    case 'three-years':
      // Once three years have gone by.
      if (year > firstYear && (year - firstYear) % 3 === 0) add(`review-${year}`, `${year}-${annualSummary}`);
      return;
    default:
      assertNever(kind);
  }
}

const THURSDAY = 4;

/** By the policy's weekday, or the last working day of that week before it. */
function addWeeks(
  from: LocalDate,
  last: LocalDate,
  { calendar, policy }: { calendar: Calendar; policy: Policy },
  add: Add,
): void {
  const { weekday } = policy.values.cycles.weeklyList;
  let monday = addDays(from, 1 - weekdayOf(from));
  for (; monday <= last; monday = addDays(monday, 7)) {
    const worked = lastWorkdayOnOrBefore(calendar, addDays(monday, weekday - 1));
    if (worked >= monday) add(`weekly-${isoWeek(addDays(monday, THURSDAY - 1))}`, worked);
  }
}

/** 2026W48, of the week's Thursday (ISO 8601). */
const isoWeek = (thursday: LocalDate): string => `${yearOf(thursday)}W${two(Math.floor(dayOfYear(thursday) / 7) + 1)}`;

const two = (n: number): string => String(n).padStart(2, '0');
