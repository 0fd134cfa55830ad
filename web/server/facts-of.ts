import { parsePlanFacts, type PlanParse } from '../../domain/plan/schema.ts';
import { RefusedError } from '../../domain/refusals.ts';
import { refusedWithProblems } from './errors.ts';

/** Facts of a plan that somebody sent. Throws with every place that is wrong, and its rule; the act itself says only the first few. */
export function factsOf(body: unknown, parse: (input: unknown) => PlanParse = parsePlanFacts): unknown {
  const parsed = parse(body);
  if (parsed.ok) return parsed.facts;
  const problems = parsed.problems.map(({ path, message }) => ({ at: path, message }));
  const sentence = problems
    .slice(0, 5)
    .map(({ at, message }) => (at === '' ? message : `${at} ${message}`))
    .join(';');
  throw refusedWithProblems(new RefusedError('PLAN_INVALID', { problems: sentence }), problems.slice(0, 200));
}
