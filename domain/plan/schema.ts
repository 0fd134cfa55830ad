import { problemsOf, type Problem } from '../problem.ts';
import { planProblems } from './checks.ts';
import { planShape } from './plan-shape.ts';
import type { PlanFacts } from './types.ts';
import { canonicalUnits, deriveUnits } from './units.ts';

export type PlanParse = { ok: true; facts: PlanFacts } | { ok: false; problems: Problem[] };

/**
 * Reads a plan as an import or a seed brings it. Units may be left out (the tasks' units, by default
 * departments), contacts and the office too. Each problem names the place and the rule.
 */
export function parsePlanFacts(input: unknown): PlanParse {
  const shape = planShape.safeParse(input, { reportInput: true });
  if (!shape.success) return { ok: false, problems: problemsOf(shape.error) };
  const facts: PlanFacts = shape.data;
  const whole = facts.units.length > 0 ? facts : { ...facts, units: deriveUnits(facts) };
  const problems = planProblems(whole);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, facts: canonicalUnits(whole) };
}
