import type { Span } from '../types.ts';
import { columnKind, type ColumnKind } from './table-columns.ts';

/** Which columns of a table are what; indices into its rows. */
export interface TableHead {
  /** First row below the head. */
  bodyFrom: number;
  task: number;
  section: number | null;
  no: number | null;
  due: number | null;
  obligation: number | null;
  owners: { at: number; role: Extract<ColumnKind, { kind: 'owner' }>['role'] }[];
}

/** Titles, units of measure and dates of filing may stand above the head. */
const ROWS_ABOVE = 12;

/** The head of a table of tasks; null for any other table. */
export function findTableHead(simplified: string, rows: readonly Span[][]): TableHead | null {
  for (let at = 0; at < Math.min(rows.length, ROWS_ABOVE); at++) {
    const upper = rows[at]?.map((cell) => kindAt(simplified, cell)) ?? [];
    const distinct = new Set(rows[at]?.filter((_, column) => upper[column]).map(({ start }) => start));
    if (distinct.size < 2) continue;
    const second = lowerHead(simplified, rows, at);
    const head = chooseColumns(rows.slice(at + (second ? 2 : 1)), second ?? upper);
    if (head) return { ...head, bodyFrom: at + (second ? 2 : 1) };
  }
  return null;
}

const kindAt = (simplified: string, { start, end }: Span): ColumnKind | null =>
  columnKind(simplified.slice(start, end));

const isSame = (a: Span | undefined, b: Span | undefined): boolean =>
  a !== undefined && b !== undefined && a.start === b.start && a.end === b.end;

/** A head of two rows (责任单位 over 牵头 and 配合): cells of the second that say more, else those above. */
function lowerHead(simplified: string, rows: readonly Span[][], at: number): (ColumnKind | null)[] | null {
  const [upper, lower] = [rows[at], rows[at + 1]];
  if (!upper || !lower) return null;
  const split = upper.some((cell, column) => column > 0 && isSame(cell, upper[column - 1]) && cell.end > cell.start);
  const kept = lower.some((cell, column) => isSame(cell, upper[column]));
  const kinds = lower.map((cell, column) => kindAt(simplified, cell) ?? kindAt(simplified, upper[column] ?? cell));
  const own = lower.filter((cell, column) => !isSame(cell, upper[column]) && kindAt(simplified, cell) !== null);
  return own.length > 0 && (split || kept) ? kinds : null;
}

type Columns = Omit<TableHead, 'bodyFrom'>;

function chooseColumns(body: readonly Span[][], kinds: readonly (ColumnKind | null)[]): Columns | null {
  const places = (kind: ColumnKind['kind']): number[] => kinds.flatMap((one, at) => (one?.kind === kind ? [at] : []));
  const first = (kind: ColumnKind['kind']): number | null => places(kind)[0] ?? null;
  const owners = kinds.flatMap((one, at) => (one?.kind === 'owner' ? [{ at, role: one.role }] : []));
  const candidates = places('task').sort((a, b) => rankOf(kinds[a]) - rankOf(kinds[b]) || a - b);
  // 重点任务 merged over several 具体举措, each with its own units: those are the tasks.
  const owned = Math.max(0, ...owners.map(({ at }) => cellsIn(body, at)));
  const finest = Math.max(0, ...candidates.map((at) => cellsIn(body, at)));
  const task = candidates.find((at) => cellsIn(body, at) >= Math.min(owned || finest, finest));
  if (task === undefined || (owners.length === 0 && kinds.filter(Boolean).length < 2)) return null;
  const coarser = candidates.find((at) => at < task && cellsIn(body, at) < cellsIn(body, task) * 0.8);
  return {
    task,
    owners,
    section: first('section') ?? coarser ?? null,
    no: first('no'),
    due: first('due'),
    obligation: first('obligation'),
  };
}

const rankOf = (kind: ColumnKind | null | undefined): number => (kind?.kind === 'task' ? kind.rank : 9);

/** How many different cells a column has, merged ones counted once and empty ones not at all. */
const cellsIn = (body: readonly Span[][], column: number): number =>
  new Set(body.flatMap((row) => (row[column] && row[column].end > row[column].start ? [row[column].start] : []))).size;
