import type { PlanTarget, PlanTask, PlanUnit } from '../../domain/plan/types.ts';

/**
 * One-line constructors, so that a seeded plan reads as a table: what a plan does not print
 * (no lead, no baseline, …) is filled in here once instead of on every row.
 */

export function task(
  no: string | null,
  section: string | null,
  title: string,
  owners: Partial<Pick<PlanTask, 'leadUnits' | 'responsibleUnits' | 'obligation' | 'due' | 'key'>> = {},
): PlanTask {
  return {
    no,
    section,
    title,
    leadUnits: [],
    responsibleUnits: [],
    otherUnits: [],
    obligation: null,
    ...owners,
  };
}

export function target(
  name: string,
  comparator: PlanTarget['comparator'],
  rest: Partial<Omit<PlanTarget, 'name' | 'comparator'>> = {},
): PlanTarget {
  return {
    name,
    comparator,
    value: null,
    max: null,
    unit: null,
    baseline: null,
    per: null,
    by: null,
    scope: null,
    ...rest,
  };
}

export function department(name: string, short: string, ...aliases: string[]): PlanUnit {
  return { name, short, aliases, kind: 'department', relation: 'subordinate' };
}

/** 不相隶属: asked with 商请, never escalated above the liaison. */
export function independent(name: string, short: string, ...aliases: string[]): PlanUnit {
  return { name, short, aliases, kind: 'department', relation: 'independent' };
}

export function institution(name: string, short: string, ...aliases: string[]): PlanUnit {
  return { name, short, aliases, kind: 'department', relation: 'institution' };
}

export function county(name: string, short: string, ...aliases: string[]): PlanUnit {
  return { name, short, aliases, kind: 'county', relation: 'subordinate' };
}

/** A unit that stands for several; none of the five plans prints the members, so the office enters them. */
export function group(name: string, short: string, aliases: string[], members: string[] = []): PlanUnit {
  return { name, short, aliases, kind: 'group', relation: 'subordinate', members };
}
