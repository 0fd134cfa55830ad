import type { Instant } from '../plan/types.ts';
import { placeOf } from './apply-marks.ts';
import { valueAt } from './pointer.ts';
import type { Review } from './review-types.ts';

export interface ChangedPlace {
  path: string;
  now: unknown;
  by: string;
  at: Instant;
  /** The question whose answer it is; null for an edit. */
  questionId: string | null;
  /** Of which act it was a part; null for an answer. */
  act: number | null;
}

/** What persons changed, by an edit or by an answer that took a place and still stands there. */
export function changedPlaces({ edits, questions, plan }: Review): ChangedPlace[] {
  const edited = edits.map(({ path, now, by, at, act }) => ({ path, now, by: by.name, at, questionId: null, act }));
  const answered = questions.flatMap(({ id, path, answer }) => {
    if (answer === null || !answer.sets || edits.some((edit) => edit.path === path && edit.n > answer.n)) return [];
    const standing = valueAt(plan, placeOf(plan, path) ?? path);
    const stands = JSON.stringify(standing) === JSON.stringify(answer.value) || answer.value === null;
    return stands ? [{ path, now: answer.value, by: answer.by.name, at: answer.at, questionId: id, act: null }] : [];
  });
  return [...edited, ...answered];
}
