import type { CleanText } from '../clean-text.ts';
import type { OutlineTable } from '../outline-types.ts';
import type { SourceDocument, Span } from '../types.ts';
import { linesOf, trimmed } from '../clean/edit-text.ts';
import { findTableHead } from '../tasks/table-head.ts';
import { joinBrokenRows } from './broken-rows.ts';
import { flatTables } from './flat-tables.ts';
import { cleanPlace } from './paragraphs.ts';
import { spacedTables } from './spaced-tables.ts';

function printedTables(clean: CleanText, blocks: SourceDocument['blocks']): OutlineTable[] {
  const inClean = ({ start, end }: Span): Span =>
    trimmed(clean.simplified, { start: cleanPlace(clean, start), end: cleanPlace(clean, end) });
  return blocks.flatMap((block): OutlineTable[] => {
    if (block.kind !== 'table') return [];
    const span = inClean(block.span);
    return span.end > span.start ? [{ span, rows: block.rows.map((row) => row.map(inClean)) }] : [];
  });
}

function cellsOf(simplified: string, line: Span): Span[] {
  const printed = simplified.slice(line.start, line.end);
  const separator = printed.includes('\t') ? '\t' : '|';
  if (!printed.includes(separator)) return [];
  const outer = separator === '|' ? { first: /^\s*\|/.test(printed), last: /\|\s*$/.test(printed) } : null;
  const cells: Span[] = [];
  let start = line.start;
  for (let at = line.start; at <= line.end; at++) {
    if (at < line.end && simplified.charAt(at) !== separator) continue;
    cells.push(trimmed(simplified, { start, end: at }));
    start = at + 1;
  }
  return cells.slice(outer?.first ? 1 : 0, outer?.last ? -1 : cells.length);
}

const isRule = (simplified: string, row: readonly Span[]): boolean =>
  row.every(({ start, end }) => /^:?-{2,}:?$/.test(simplified.slice(start, end)));

/** `一、守护岸线 |`: a group's name alone between bars. */
const isMark = (simplified: string, [cell]: readonly Span[]): boolean =>
  cell !== undefined &&
  cell.end - cell.start <= LONGEST_GROUP &&
  /^[一二三四五六七八九十]{1,3}、/.test(simplified.slice(cell.start, cell.end));

/** A group of rows has a heading no longer than this. */
const LONGEST_GROUP = 30;

/** A line between two rows stands for all their columns. */
const sectionRow = (head: readonly Span[], line: Span): Span[] => head.map(() => line);

/** Lines with tabs between their cells (or drawn with |), at least two one after another. */
function typedTables({ simplified }: CleanText, known: readonly OutlineTable[]): OutlineTable[] {
  const tables: OutlineTable[] = [];
  let rows: Span[][] = [];
  const close = (): void => {
    const first = rows[0]?.[0];
    const last = rows.at(-1)?.at(-1);
    if (rows.length >= 2 && first && last) tables.push({ span: { start: first.start, end: last.end }, rows });
    rows = [];
  };
  let table = 0;
  let between: Span | null = null;
  const lines = linesOf(simplified).map((line) => {
    while (table < known.length && (known[table]?.span.end ?? 0) < line.start) table++;
    const within = (known[table]?.span.start ?? Infinity) < line.end;
    return { line, cells: within ? [] : cellsOf(simplified, line) };
  });
  for (const { line, cells } of joinBrokenRows(simplified, lines)) {
    const text = trimmed(simplified, line);
    if (cells.filter(({ start, end }) => end > start).length >= 2) {
      if (between && rows[0] && cells.length === rows[0].length) rows.push(sectionRow(rows[0], between));
      else if (between) close();
      between = null;
      if (!isRule(simplified, cells)) rows.push(cells);
    } else if (cells.length === 1 && rows.length > 0 && isMark(simplified, cells))
      rows.push(rows[0]?.map(() => cells[0] ?? text) ?? []);
    else if (cells.length === 0 && text.end > text.start) {
      // One short line between two rows heads those below it.
      const heads =
        rows.length > 0 &&
        !between &&
        text.end - text.start <= LONGEST_GROUP &&
        !/[。;,]/.test(simplified.slice(text.start, text.end));
      if (heads) between = text;
      else {
        between = null;
        close();
      }
    }
  }
  close();
  return tables;
}

const overlaps = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

/** All tables of the document in order; what lost its rows is looked for where no other table names tasks. */
export function tablesOf(clean: CleanText, blocks: SourceDocument['blocks']): OutlineTable[] {
  const inOrder = (tables: OutlineTable[]): OutlineTable[] => tables.sort((a, b) => a.span.start - b.span.start);
  const printed = printedTables(clean, blocks);
  const ruled = inOrder([...printed, ...typedTables(clean, printed)]);
  const named = ruled.filter(({ rows }) => findTableHead(clean.simplified, rows) !== null);
  if (named.length > 0) return ruled;
  const loose = [...flatTables(clean.simplified, printed), ...spacedTables(clean.simplified)];
  return inOrder([...ruled.filter(({ span }) => !loose.some((one) => overlaps(one.span, span))), ...loose]);
}
