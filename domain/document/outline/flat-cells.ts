import type { Span } from '../types.ts';
import { linesOf, trimmed } from '../clean/edit-text.ts';

/** A cell that stands on a line of its own, or between two bars. */
export interface FlatCell extends Span {
  /** A bar stands between the cell before and this one; else only a line end does. */
  barred: boolean;
}

/** Every line of a text as cells: parted by its line ends and by the bars of a table that lost its rows. */
export function flatCells(simplified: string, skipped: readonly Span[]): FlatCell[] {
  const cells: FlatCell[] = [];
  let barred = false;
  let table = 0;
  for (const line of linesOf(simplified)) {
    while (table < skipped.length && (skipped[table]?.end ?? 0) <= line.start) table++;
    if ((skipped[table]?.start ?? Infinity) < line.end) {
      barred = false;
      continue;
    }
    let start = line.start;
    for (let at = line.start; at <= line.end; at++) {
      const bar = at < line.end && simplified.charAt(at) === '|';
      if (at < line.end && !bar) continue;
      const span = trimmed(simplified, { start, end: at });
      // Two bars with nothing between them are an empty cell; an empty line is nothing.
      if (span.end > span.start || (bar && barred)) cells.push({ ...span, barred });
      if (bar) barred = true;
      else if (span.end > span.start) barred = false;
      start = at + 1;
    }
  }
  return cells;
}

/** Cells between bars whose text runs over several lines, made one. */
export function joinedCells(cells: readonly FlatCell[]): FlatCell[] {
  const whole: FlatCell[] = [];
  for (const cell of cells) {
    const before = whole.at(-1);
    if (before && !cell.barred) before.end = cell.end;
    else whole.push({ ...cell });
  }
  return whole;
}
