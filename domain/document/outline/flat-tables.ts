import type { OutlineTable } from '../outline-types.ts';
import type { Span } from '../types.ts';
import { columnKind, type ColumnKind } from '../tasks/table-columns.ts';
import { splitNames } from '../units/split-names.ts';
import { couldBeName, isUnitName } from '../units/unit-name.ts';
import { flatCells, joinedCells, type FlatCell } from './flat-cells.ts';
import { numberMark } from './number-mark.ts';

const LONGEST_HEAD = 14;
const MOST_COLUMNS = 12;
const NUMBER = /^\d{1,3}[.、]?$/;
const EMPTY = /^[\s—–/\\无-]*$/;

interface FlatHead {
  /** Index of its first cell, and of the first cell behind it. */
  from: number;
  to: number;
  kinds: (ColumnKind | null)[];
}

/**
 * Tables that a converter printed cell below cell: the words of the head on consecutive lines (or between bars that
 * don't show the rows), then the cells of each row in their order.
 */
export function flatTables(simplified: string, known: readonly OutlineTable[]): OutlineTable[] {
  const spans = known.map(({ span }) => span);
  const cells = flatCells(simplified, spans);
  const tables: OutlineTable[] = [];
  for (let at = 0; at < cells.length; at++) {
    const head = headAt(simplified, cells, at);
    if (!head) continue;
    const barred = cells.slice(head.from + 1, head.to).some((cell) => cell.barred);
    const { rows, next } = barred
      ? barredRows(simplified, cells, head)
      : head.kinds[0]?.kind === 'no'
        ? numberedRows(simplified, cells, head)
        : plainRows(simplified, cells, head);
    const first = cells[head.from];
    const last = cells[next - 1];
    if (rows.length === 0 || !first || !last) {
      at = head.to - 1;
      continue;
    }
    const printed = cells.slice(head.from, head.to).map(plain);
    tables.push({ span: { start: first.start, end: last.end }, rows: [printed, ...rows] });
    at = next - 1;
  }
  return tables;
}

const plain = ({ start, end }: Span): Span => ({ start, end });

/** The run of head words that begins here: one names tasks, one names owners. */
function headAt(simplified: string, cells: readonly FlatCell[], from: number): FlatHead | null {
  const kinds: (ColumnKind | null)[] = [];
  let known = 0;
  for (let at = from; at < cells.length && at < from + MOST_COLUMNS; at++) {
    const cell = cells[at];
    if (!cell || cell.end === cell.start) break;
    const words = simplified.slice(cell.start, cell.end);
    if (words.length > LONGEST_HEAD || /[。,:;\d]/.test(words)) break;
    kinds.push(columnKind(words));
    if (kinds.at(-1)) known = kinds.length;
    else if (kinds.length === 1) return null;
  }
  const head = kinds.slice(0, known);
  const has = (kind: ColumnKind['kind']): boolean => head.some((one) => one?.kind === kind);
  if (head.length < 2 || head.filter(Boolean).length * 2 < head.length) return null;
  return has('task') && has('owner') ? { from, to: from + known, kinds: head } : null;
}

/** Does a cell below an owner's head name somebody, or nobody by a dash? */
function named(simplified: string, cell: Span | undefined): boolean {
  if (!cell) return false;
  const said = simplified.slice(cell.start, cell.end);
  if (EMPTY.test(said)) return true;
  const names = splitNames(said.replace(/[。;]$/, '')).map(({ start, end }) => said.slice(start, end));
  return names.filter((name) => isUnitName(name) || couldBeName(name)).length * 2 > names.length;
}

function fits(simplified: string, row: readonly Span[], { kinds }: FlatHead): boolean {
  const owners = kinds.flatMap((kind, at) => (kind?.kind === 'owner' ? [row[at]] : []));
  return owners.length > 0 && owners.every((cell) => named(simplified, cell));
}

const isHeading = (said: string): boolean => {
  const style = numberMark(said)?.style;
  return said.length <= 60 && (style === 'cn' || style === 'cn-paren' || style === 'chapter' || style === 'part');
};

const ofWidth = (cell: Span, head: FlatHead): Span[] => head.kinds.map(() => plain(cell));

interface Rows {
  rows: Span[][];
  /** Index of the first cell behind them. */
  next: number;
}

/** Between bars each row has as many cells as the head; an empty one may part the rows. */
function barredRows(simplified: string, all: readonly FlatCell[], head: FlatHead): Rows {
  const behind = all.slice(head.to);
  const cells = joinedCells(behind);
  const said = (at: number): string => simplified.slice(cells[at]?.start ?? 0, cells[at]?.end ?? 0);
  const width = head.kinds.length;
  const counted = head.kinds[0]?.kind === 'no';
  const rows: Span[][] = [];
  let at = 0;
  let end = -1;
  while (at < cells.length) {
    const cell = cells[at];
    if (!cell) break;
    if (cell.end === cell.start) at++;
    else if (isHeading(said(at)) && !(cells[at + 1] && NUMBER.test(said(at)))) {
      rows.push(ofWidth(cell, head));
      at++;
    } else {
      const row = cells.slice(at, at + width).map(plain);
      if (row.length < width || (counted && !NUMBER.test(said(at))) || !fits(simplified, row, head)) break;
      rows.push(row);
      at += width;
      end = row.at(-1)?.end ?? end;
    }
  }
  const inside = behind.findIndex(({ start }) => start >= end);
  return { rows: end < 0 ? [] : rows, next: inside < 0 ? all.length : head.to + inside };
}

/** A number opens each row; what a row has more than the head belongs to its task. */
function numberedRows(simplified: string, cells: readonly FlatCell[], head: FlatHead): Rows {
  const said = (at: number): string => simplified.slice(cells[at]?.start ?? 0, cells[at]?.end ?? 0);
  const width = head.kinds.length;
  const task = head.kinds.findIndex((kind) => kind?.kind === 'task');
  const rows: Span[][] = [];
  let at = head.to;
  let next = head.to;
  let owned = 0;
  while (at < cells.length) {
    const cell = cells[at];
    if (!cell) break;
    if (isHeading(said(at)) && !NUMBER.test(said(at))) {
      rows.push(ofWidth(cell, head));
      at++;
      continue;
    }
    if (!NUMBER.test(said(at))) break;
    let to = at + 1;
    while (to < cells.length && !NUMBER.test(said(to)) && !isHeading(said(to))) to++;
    const last = to === cells.length ? Math.min(to, at + width) : to;
    const extra = Math.max(0, last - at - width);
    const row: Span[] = [];
    for (let column = 0; column < width; column++) {
      const from = cells[at + column + (column > task ? extra : 0)];
      const until = column === task ? cells[at + column + extra] : from;
      const missing = at + column + (column >= task ? extra : 0) >= last;
      if (missing || !from || !until) row.push({ start: cells[last - 1]?.end ?? 0, end: cells[last - 1]?.end ?? 0 });
      else row.push({ start: from.start, end: until.end });
    }
    if (!fits(simplified, row, head)) break;
    rows.push(row);
    owned++;
    at = last;
    next = last;
  }
  return { rows: owned > 0 ? rows : [], next };
}

/** Without numbers: as many cells a row as the head has. */
function plainRows(simplified: string, cells: readonly FlatCell[], head: FlatHead): Rows {
  const rows: Span[][] = [];
  let at = head.to;
  let next = head.to;
  while (at < cells.length) {
    const cell = cells[at];
    if (cell && isHeading(simplified.slice(cell.start, cell.end))) {
      rows.push(ofWidth(cell, head));
      at++;
      continue;
    }
    const row = cells.slice(at, at + head.kinds.length).map(plain);
    if (row.length < head.kinds.length || !fits(simplified, row, head)) break;
    rows.push(row);
    at += head.kinds.length;
    next = at;
  }
  return { rows: next > head.to ? rows : [], next };
}
