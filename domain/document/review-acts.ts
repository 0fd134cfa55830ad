import type { Instant } from '../plan/types.ts';
import { inForce } from './apply-marks.ts';
import type { ActKind, ReviewEdit, ReviewMarks } from './review-types.ts';

/** What a person changed at one go. */
export interface ReviewAct {
  act: number;
  kind: ActKind | null;
  by: string;
  at: Instant;
  changes: { path: string; was: unknown; now: unknown }[];
}

/** Acts in force, the newest first; edits of them that were taken back one by one aren't in them. */
export function reviewActs({ edits }: ReviewMarks): ReviewAct[] {
  const acts = new Map<number, ReviewEdit[]>();
  for (const edit of inForce(edits)) acts.set(edit.act, [...(acts.get(edit.act) ?? []), edit]);
  return [...acts.values()].toReversed().flatMap((made) => {
    const [first] = made;
    if (first === undefined) return [];
    const { act, kind = null, by, at } = first;
    return [{ act, kind, by: by.name, at, changes: made.map(({ path, was, now }) => ({ path, was, now })) }];
  });
}
