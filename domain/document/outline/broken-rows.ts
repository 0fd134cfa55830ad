import type { Span } from '../types.ts';
import { columnKind } from '../tasks/table-columns.ts';

/** A line of a text and its cells; ranges of the text, one cell where no sign parts it. */
export interface CellLine {
  line: Span;
  cells: Span[];
}

/** A cell is broken into few lines, or its row isn't whole for another reason. */
const MOST_LINES = 6;
const FEWEST_KINDS = 2;

/**
 * Rows whose cells break over lines (a paragraph's end inside a cell, copied as text) as one again: below a head of
 * known words a short row takes the lines behind it where it has just as many cells as the head then.
 */
export function joinBrokenRows(simplified: string, lines: readonly CellLine[]): CellLine[] {
  const joined: CellLine[] = [];
  let width = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const here = lines[at];
    if (!here) continue;
    const kinds = here.cells.length < 3 ? [] : here.cells.filter(({ start, end }) => isHead(simplified, start, end));
    if (kinds.length >= FEWEST_KINDS) width = here.cells.length;
    const more = here.cells.length >= 2 && here.cells.length < width ? linesToFill(lines, at, width) : 0;
    joined.push(more > 0 ? lines.slice(at + 1, at + 1 + more).reduce(together, here) : here);
    at += more;
  }
  return joined;
}

const isHead = (simplified: string, start: number, end: number): boolean =>
  end - start <= 14 && columnKind(simplified.slice(start, end)) !== null;

/** How many lines behind line `at` make its row whole; 0: none do. The last of them has cells of its own. */
function linesToFill(lines: readonly CellLine[], at: number, width: number): number {
  let cells = lines[at]?.cells.length ?? 0;
  for (let more = 1; more <= MOST_LINES; more += 1) {
    const next = lines[at + more];
    if (!next) return 0;
    cells += Math.max(1, next.cells.length) - 1;
    if (cells > width) return 0;
    if (cells === width) return more;
  }
  return 0;
}

/** The last cell of a row goes on in the first of the line below. */
function together(row: CellLine, { line, cells }: CellLine): CellLine {
  const last = row.cells.at(-1) ?? row.line;
  const first = cells[0] ?? line;
  return {
    line: { start: row.line.start, end: line.end },
    cells: [...row.cells.slice(0, -1), { start: last.start, end: first.end }, ...cells.slice(1)],
  };
}
