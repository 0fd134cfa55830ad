import { planShape } from '../plan/plan-shape.ts';
import type { PlanFacts } from '../plan/types.ts';
import { problemsOf, type Problem } from '../problem.ts';

const shapeProblems = (plan: PlanFacts): Problem[] => {
  const parsed = planShape.safeParse(plan, { reportInput: true });
  return parsed.success ? [] : problemsOf(parsed.error);
};

/** What a change breaks in the shape of a plan that wasn't broken before; empty where the value fits its place. */
export function brokenBy(before: PlanFacts, after: PlanFacts): Problem[] {
  const broken = shapeProblems(after);
  if (broken.length === 0) return [];
  const key = ({ path, code }: Problem): string => `${path} ${code}`;
  const old = new Set(shapeProblems(before).map(key));
  return broken.filter((problem) => !old.has(key(problem)));
}
