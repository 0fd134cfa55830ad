import { z } from 'zod';
import { problemsOf, rule, type Problem } from '../problem.ts';
import { isLocalDate, weekdayOf, yearOf } from './local-date.ts';
import type { CalendarYear } from './types.ts';

/** A State Council notice as an operator loads it: one year's days off and worked weekend days. */
export interface CalendarOverride extends CalendarYear {
  published: true;
  /** Name or address of the notice. */
  source: string;
}

const day = z.string().refine(isLocalDate, rule('date', '应为 YYYY-MM-DD 的日期', 'should be a date YYYY-MM-DD'));

const overrideSchema = z.strictObject({
  year: z.int().min(1990).max(2100),
  published: z.literal(true),
  rest: z.array(day).min(1).max(60),
  work: z.array(day).max(30),
  source: z.string().min(1).max(500),
}) satisfies z.ZodType<CalendarOverride>;

const problem = (path: string, code: string, message: string, en: string): Problem => ({ path, code, message, en });

function dayProblems(override: CalendarOverride, list: 'rest' | 'work'): Problem[] {
  const rest = new Set(override.rest);
  const seen = new Set<string>();
  return override[list].flatMap((date, at) => {
    const path = `${list}[${at}]`;
    const found: Problem[] = [];
    // A New Year holiday may begin in the December before (the notice for 2019 did).
    const inYear = yearOf(date) === override.year || date.startsWith(`${override.year - 1}-12`);
    if (!inYear)
      found.push(
        problem(path, 'calendar.other-year', `${date}不在${override.year}年`, `${date} is not in ${override.year}`),
      );
    if (seen.has(date)) found.push(problem(path, 'calendar.twice', `${date}重复`, `${date} stands twice`));
    if (list === 'work' && rest.has(date))
      found.push(problem(path, 'calendar.rest-and-work', `${date}既放假又上班`, `${date} is both off and worked`));
    if (list === 'work' && weekdayOf(date) <= 5)
      found.push(
        problem(path, 'calendar.makeup-on-weekday', `${date}本是工作日,不是调休`, `${date} is a weekday already`),
      );
    seen.add(date);
    return found;
  });
}

/** Every notice has these two; a file without them is half typed. */
function missingDays({ year, rest }: CalendarOverride): Problem[] {
  return [`${year}-01-01`, `${year}-10-01`]
    .filter((date) => !rest.includes(date))
    .map((date) =>
      problem(
        'rest',
        'calendar.statutory-day-missing',
        `缺少法定节假日${date}`,
        `${date} is a statutory holiday and missing`,
      ),
    );
}

/** Reads a calendar file `{year, published:true, rest, work, source}`; problems name the place and the rule. */
export function parseCalendarOverride(
  input: unknown,
): { ok: true; override: CalendarOverride } | { ok: false; problems: Problem[] } {
  const shape = overrideSchema.safeParse(input, { reportInput: true });
  if (!shape.success) return { ok: false, problems: problemsOf(shape.error) };
  const override = shape.data;
  const problems = [...dayProblems(override, 'rest'), ...dayProblems(override, 'work'), ...missingDays(override)];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, override };
}
