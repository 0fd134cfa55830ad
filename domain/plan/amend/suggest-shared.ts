import type { PlanTask } from '../types.ts';
import { bigramsOf, dice, plainTitle, sharedOf } from './similarity.ts';

export interface SharedCandidate {
  planId: string;
  planTitle: string;
  taskId: string;
  task: PlanTask;
}

export interface SharedSuggestion {
  one: SharedCandidate;
  other: SharedCandidate;
  /** 0–1: how alike title and units are; 1 for the same title. */
  score: number;
}

/** From here on two tasks of two plans are likely one. */
const LIKELY = 0.75;
/** What the same units add to the likeness of two titles. */
const UNITS_WEIGH = 0.1;

/** Pairs of tasks that stand in two plans by their titles, the likeliest first. Only proposed: a person links them. */
export function suggestShared(tasks: readonly SharedCandidate[]): SharedSuggestion[] {
  const known = tasks.map((candidate) => ({
    candidate,
    plain: plainTitle(candidate.task.title),
    pairs: bigramsOf(candidate.task.title),
    units: [...candidate.task.leadUnits, ...candidate.task.responsibleUnits],
  }));
  const found = known.flatMap((one, at) =>
    known.slice(at + 1).flatMap((other): SharedSuggestion[] => {
      if (one.candidate.planId === other.candidate.planId) return [];
      const title = one.plain === other.plain ? 1 : dice(one.pairs, other.pairs);
      const score = title === 1 ? 1 : Math.min(0.99, title + UNITS_WEIGH * sharedOf(one.units, other.units));
      return score >= LIKELY ? [{ one: one.candidate, other: other.candidate, score }] : [];
    }),
  );
  return found.sort((a, b) => b.score - a.score);
}
