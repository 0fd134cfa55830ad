import { columnKind } from '../tasks/table-columns.ts';
import type { Span } from '../types.ts';
import { simplify } from './simplify.ts';
import type { DrawnCell, DrawnLine } from './drawn-lines.ts';

/** A cell's lines in their order; ranges of the text. */
export type DrawnText = Span[];

const NUMBER = /^[(（]?[\d一二三四五六七八九十]{1,3}[)）.、．]?$/;
/** A cell over several rows that has more lines is not repeated: no list of owners is longer. */
const MOST_LINES = 12;
/** How far a bar may stand from the one above, in columns. */
const NEAR = 3;

/** The rows of a drawn table, cells that wrap over lines and cells merged over rows put together. One cell: a group's name. */
export function drawnRows(text: string, lines: readonly DrawnLine[]): DrawnText[][] {
  const width = usualWidth(lines);
  const edges = edgesOf(text, lines, width);
  let head: DrawnText[] = [];
  const bands: DrawnLine[][] = [[]];
  for (const line of lines) {
    if (line.rule) bands.push([]);
    else bands.at(-1)?.push(line);
  }
  const filled = bands.filter((band) => band.length > 0);
  const above = filled.findIndex((band) => width === 1 || band.some(({ cells }) => cells.length > 1));
  const titles = filled.slice(0, Math.max(0, above)).flatMap((band) => rowsOf(band, false));
  const [first = [], ...rest] = filled.slice(Math.max(0, above));
  const upper = rowsOf(first, rest.length === 0);
  if (rest.length === 0) return [...titles, ...upper];
  // A head of two rows, 责任单位 over 牵头 and 配合, says its columns in the lower one.
  head = lowest(upper);
  return [...titles, head, ...rest.flatMap((band) => rowsOf(band, rest.length === 1))];

  /** What stands between two rules through the whole table. */
  function rowsOf(band: readonly DrawnLine[], unruled: boolean): DrawnText[][] {
    const [only] = band;
    if (only && width > 1 && band.every(({ cells }) => cells.length === 1))
      return [[band.flatMap(({ cells }) => cells.filter((cell) => cell.end > cell.start))]];
    const counted = band.filter(({ cells }) => NUMBER.test(saidOf(cells[0]))).length > 1;
    const rows: { cells: DrawnText[]; own: boolean[] }[] = [];
    const begin = (ruled: readonly boolean[]): void => {
      const above = rows.at(-1);
      rows.push({
        cells: Array.from({ length: width }, (_, at) => (ruled[at] === false ? (above?.cells[at] ?? []) : [])),
        own: Array.from({ length: width }, (_, at) => ruled[at] !== false || !above),
      });
    };
    const all = Array.from({ length: width }, () => true);
    // The line below a piece of a rule belongs to the row that the piece began.
    let below = false;
    for (const { line, cells } of band) {
      const placed = place(line, cells);
      const piece = cells.some(({ ruled }) => ruled);
      if (piece) begin(placed.map((cell) => cell?.ruled === true));
      else if (rows.length === 0) begin(all);
      else if (below) below = false;
      else if (counted ? NUMBER.test(saidOf(cells[0])) : unruled && cells.every(({ start, end }) => end > start))
        begin(all);
      below ||= piece;
      placed.forEach((cell, at) => {
        if (cell && !cell.ruled && cell.end > cell.start) rows.at(-1)?.cells[at]?.push(cell);
      });
    }
    return rows.map(({ cells, own }) =>
      cells.map((cell, at) => (own[at] === true || (cell.length <= MOST_LINES && isRepeated(at)) ? cell : [])),
    );
  }

  function saidOf(cell: Span | undefined): string {
    return cell ? text.slice(cell.start, cell.end) : '';
  }

  /** Owners and dates of a cell over several rows hold for each of them. */
  function isRepeated(at: number): boolean {
    const words = (head[at] ?? []).map((part) => saidOf(part)).join('');
    const kind = columnKind(simplify(words))?.kind;
    return kind === 'owner' || kind === 'due';
  }

  /** Cells by the column that each begins in; a cell over several columns stands in the first. */
  function place(line: Span, cells: readonly DrawnCell[]): (DrawnCell | null)[] {
    if (cells.length === width) return [...cells];
    const placed: (DrawnCell | null)[] = Array.from({ length: width }, () => null);
    const starts = barsOf(text, line, cells, edges.wide);
    cells.forEach((cell, index) => {
      const x = starts[index] ?? 0;
      const at = edges.starts.findIndex((edge) => Math.abs(edge - x) <= NEAR);
      const free = at >= 0 ? at : Math.min(index, width - 1);
      placed[free] ??= cell;
    });
    return placed;
  }
}

/** Of each column the lowest words. */
const lowest = (rows: readonly DrawnText[][]): DrawnText[] =>
  rows.reduce((above, row) => row.map((cell, at) => (cell.length > 0 ? cell : (above[at] ?? []))));

function usualWidth(lines: readonly DrawnLine[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of lines) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return Math.max(...[...counts].filter(([, times]) => times * 3 >= most).map(([width]) => width));
}

/** Where the columns begin, in columns of the page; `wide`: the drawing characters take two of them. */
function edgesOf(text: string, lines: readonly DrawnLine[], width: number): { starts: number[]; wide: boolean } {
  const full = lines.filter(({ cells }) => cells.length === width).slice(0, 8);
  const [one, two] = [false, true].map((wide) => {
    const all = full.map(({ line, cells }) => barsOf(text, line, cells, wide));
    const [first = []] = all;
    const off = all.reduce(
      (sum, starts) => sum + starts.reduce((part, x, at) => part + Math.abs(x - (first[at] ?? 0)), 0),
      0,
    );
    return { starts: first, wide, off };
  });
  return one && two && two.off < one.off ? two : (one ?? { starts: [], wide: false });
}

/** The column of the page at which each cell's bar stands. */
function barsOf(text: string, line: Span, cells: readonly DrawnCell[], wide: boolean): number[] {
  const found: number[] = [];
  let x = 0;
  let cell = 0;
  for (let at = line.start; at <= line.end; at++) {
    while (cell < cells.length && (cells[cell]?.from ?? 0) <= at) {
      found.push(x);
      cell += 1;
    }
    const code = text.charCodeAt(at);
    const box = code >= 0x2500 && code <= 0x257f;
    x += box ? (wide ? 2 : 1) : code > 0xff ? 2 : 1;
  }
  return found;
}
