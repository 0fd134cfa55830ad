import { inForce, isEntry } from './apply-marks.ts';
import type { ReviewMarks } from './review-types.ts';
import type { Anchors } from './types.ts';

/** The reader's anchors with those of entries that persons added: where they were selected, or what they were split of. */
export function anchorsInReview(anchors: Anchors, { edits }: ReviewMarks): Anchors {
  const all = { ...anchors };
  for (const { path, anchor, from } of inForce(edits).filter((edit) => isEntry(edit.path))) {
    const place = anchor ?? (from === undefined ? undefined : (all[from] ?? all[`${from}/title`]));
    if (place !== undefined) all[path] = place;
  }
  return all;
}
