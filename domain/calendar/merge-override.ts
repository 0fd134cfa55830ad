import { yearOf } from './local-date.ts';
import type { Calendar, CalendarYear } from './types.ts';

const union = (left: string[], right: string[]): string[] => [...new Set([...left, ...right])].sort();

/**
 * The calendar with a published year in place of the provisional or missing one, as the next version. Days
 * of the December before (a New Year holiday that begins there) join that year where the calendar has it.
 */
export function mergeOverride(calendar: Calendar, override: CalendarYear): Calendar {
  const { year } = override;
  const of = (days: string[], wanted: number): string[] => days.filter((date) => yearOf(date) === wanted);
  const own: CalendarYear = {
    year,
    published: true,
    rest: union([], of(override.rest, year)),
    work: union([], of(override.work, year)),
  };
  const others = calendar.years
    .filter((one) => one.year !== year)
    .map((one) =>
      one.year === year - 1
        ? {
            ...one,
            rest: union(
              one.rest.filter((date) => !override.work.includes(date)),
              of(override.rest, one.year),
            ),
            work: union(
              one.work.filter((date) => !override.rest.includes(date)),
              of(override.work, one.year),
            ),
          }
        : one,
    );
  return { version: calendar.version + 1, years: [...others, own].sort((a, b) => a.year - b.year) };
}
