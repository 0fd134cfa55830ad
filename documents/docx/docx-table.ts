import type { Element } from 'domhandler';
import { LIMITS } from '../limits.ts';
import type { WrittenCell } from '../source-writer.ts';
import { attributeOf, childOf, childrenOf, elementsOf, integerOf, nameOf, valueOf } from '../xml.ts';

interface GridCell {
  element: Element;
  column: number;
  columns: number;
  /** Goes on with the cell above. */
  continues: boolean;
  starts: boolean;
}

/** A table's cells with their spans; `textOf` is called once for each printed cell, in reading order. */
export function readDocxTable(table: Element, textOf: (cell: Element) => string): WrittenCell[][] {
  const rows = wrapped(table, 'tr')
    .filter((row) => childOf(childOf(row, 'trPr'), 'del') === null)
    .map((row) => ({ before: gridBefore(row), cells: gridCells(row) }));
  return rows.map(({ before, cells }, at) => [
    ...Array.from({ length: before }, () => ({ text: '' })),
    ...cells
      .filter(({ continues }) => !continues)
      .map((cell) => ({
        text: textOf(cell.element),
        columnSpan: cell.columns,
        rowSpan: cell.starts ? 1 + rowsBelow(rows, at, cell.column) : 1,
      })),
  ]);
}

/** A table of one cell is a frame around paragraphs. */
export function frameOf(table: Element): Element | null {
  const rows = wrapped(table, 'tr');
  const cells = rows.flatMap((row) => wrapped(row, 'tc'));
  return cells.length === 1 ? (cells[0] ?? null) : null;
}

function rowsBelow(rows: { cells: GridCell[] }[], at: number, column: number): number {
  let below = 0;
  while (rows[at + below + 1]?.cells.some((cell) => cell.column === column && cell.continues)) below++;
  return below;
}

function gridCells(row: Element): GridCell[] {
  let column = gridBefore(row);
  return wrapped(row, 'tc')
    .slice(0, LIMITS.sheetColumns)
    .map((element) => {
      const properties = childOf(element, 'tcPr');
      const columns = Math.max(1, integerOf(valueOf(properties, 'gridSpan')) ?? 1);
      const merge = childOf(properties, 'vMerge');
      const starts = attributeOf(merge, 'val') === 'restart';
      const cell = { element, column, columns, continues: merge !== null && !starts, starts };
      column += columns;
      return cell;
    });
}

const gridBefore = (row: Element): number =>
  Math.min(Math.max(0, integerOf(valueOf(childOf(row, 'trPr'), 'gridBefore')) ?? 0), 20);

/** Rows and cells may stand inside content controls and tracked insertions. */
function wrapped(parent: Element, name: 'tr' | 'tc'): Element[] {
  return elementsOf(parent).flatMap((element) => {
    const own = nameOf(element);
    if (own === name) return [element];
    if (own === 'sdt') return childrenOf(element, 'sdtContent').flatMap((content) => wrapped(content, name));
    return own === 'customXml' || own === 'ins' ? wrapped(element, name) : [];
  });
}
