import { drawnRuns } from './drawn-lines.ts';
import { drawnRows, type DrawnText } from './drawn-rows.ts';
import type { Draft } from './edit-text.ts';

/**
 * Tables drawn with characters, ┌─┬─┐ or +---+---+, as rows of cells with tabs between them, the lines of a cell put
 * together. Each character keeps its place in the source, so that within such a table places no longer only rise.
 */
export function withDrawnTables(draft: Draft): Draft {
  const runs = drawnRuns(draft.text);
  if (runs.length === 0) return draft;
  const text: string[] = [];
  const simplified: string[] = [];
  const places: number[] = [];
  const notes = [...draft.notes];
  const keep = (from: number, to: number): void => {
    text.push(draft.text.slice(from, to));
    simplified.push(draft.simplified.slice(from, to));
    for (let at = from; at < to; at++) places.push(draft.sourceAt[at] ?? 0);
  };
  const put = (sign: string, at: number): void => {
    text.push(sign);
    simplified.push(sign);
    places.push(draft.sourceAt[at] ?? 0);
  };
  let done = 0;
  for (const run of runs) {
    const start = run[0]?.line.start ?? done;
    const end = run.at(-1)?.line.end ?? start;
    keep(done, start);
    let last = start;
    for (const row of drawnRows(draft.text, run)) {
      row.forEach((cell, at) => {
        if (at > 0) put('\t', last);
        last = printCell(cell, last);
      });
      put('\n', last);
    }
    // The line end behind the table is the last row's.
    text.pop();
    simplified.pop();
    places.pop();
    notes.push({
      code: 'broken-line',
      at: { start: draft.sourceAt[start] ?? 0, end: (draft.sourceAt[Math.max(start, end - 1)] ?? 0) + 1 },
      was: draft.text.slice(start, end),
      now: '',
    });
    done = end;
  }
  keep(done, draft.text.length);
  places.push(draft.sourceAt[draft.text.length] ?? 0);
  return { text: text.join(''), simplified: simplified.join(''), sourceAt: Int32Array.from(places), notes };

  function printCell(cell: DrawnText, before: number): number {
    let last = before;
    for (const part of cell) {
      const latin = /[a-z]$/i.test(text.at(-1) ?? '') && /^[a-z]/i.test(draft.text.slice(part.start, part.start + 1));
      if (latin) put(' ', last);
      keep(part.start, part.end);
      last = part.end - 1;
    }
    return last;
  }
}
