import { parsePlanFacts, type PlanParse } from '../schema.ts';

/**
 * Reads a new version of a plan. Contacts aren't part of what is published: those that stand in it (it was
 * made from the old plan's file, whose tasks may be gone) are passed over.
 */
export function parseVersion(input: unknown): PlanParse {
  const isObject = typeof input === 'object' && input !== null && !Array.isArray(input);
  return parsePlanFacts(isObject ? { ...input, contacts: [] } : input);
}
