import { isTag, type Element } from 'domhandler';
import type { WrittenCell } from '../source-writer.ts';

const SECTIONS = new Set(['tbody', 'thead', 'tfoot']);
const isCell = ({ name }: Element): boolean => name === 'td' || name === 'th';

/** A table that only places things: one with a table inside, or with a single column. */
export function isLayoutTable(table: Element): boolean {
  if (holdsTable(table)) return true;
  return !rowsOf(table).some((row) => cellsOf(row).length > 1);
}

/** A table's cells with their spans. */
export const readHtmlTable = (table: Element, textOf: (cell: Element) => string): WrittenCell[][] =>
  rowsOf(table)
    .map((row) =>
      cellsOf(row).map((cell) => ({
        text: textOf(cell),
        columnSpan: spanOf(cell, 'colspan'),
        rowSpan: spanOf(cell, 'rowspan'),
      })),
    )
    .filter((row) => row.length > 0);

const rowsOf = (table: Element): Element[] =>
  table.children.filter(isTag).flatMap((element) => {
    if (element.name === 'tr') return [element];
    return SECTIONS.has(element.name) ? rowsOf(element) : [];
  });

const cellsOf = (row: Element): Element[] => row.children.filter(isTag).filter(isCell);

const spanOf = (cell: Element, name: 'colspan' | 'rowspan'): number => {
  const span = Number.parseInt(cell.attribs[name] ?? '1', 10);
  return span > 1 ? span : 1;
};

const holdsTable = (element: Element): boolean =>
  element.children.some((node) => isTag(node) && (node.name === 'table' || holdsTable(node)));
