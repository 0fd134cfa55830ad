import type { SourceBlock, SourceDocument, SourceFormat, Span } from '../domain/document/types.ts';
import { LIMITS } from './limits.ts';
import { DocumentRefused } from './refusals.ts';

/** A cell as its file gives it; spans above 1 cover the cells to the right and below, which are not given. */
export interface WrittenCell {
  text: string;
  columnSpan?: number;
  rowSpan?: number;
}

export interface SourceWriter {
  /** One paragraph a line; empty lines are left out. */
  paragraph(text: string, level?: number | null): void;
  table(rows: WrittenCell[][]): void;
  finish(format: SourceFormat): SourceDocument;
}

/** Builds the text and its blocks side by side, so that every block is a range of the text. */
export function createSourceWriter(): SourceWriter {
  const parts: string[] = [];
  const blocks: SourceBlock[] = [];
  let length = 0;
  let cellCount = 0;
  const put = (text: string): Span => {
    const start = length;
    parts.push(text);
    length += text.length;
    if (length > LIMITS.textChars) throw new DocumentRefused('DOCUMENT_TOO_LARGE');
    return { start, end: length };
  };
  const paragraph = (text: string, level: number | null = null): void => {
    for (const line of text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)) {
      const printed = line.trim();
      if (printed === '') continue;
      blocks.push({ kind: 'paragraph', span: put(printed), level });
      put('\n');
    }
  };
  const table = (rows: WrittenCell[][]): void => {
    const start = length;
    const written: Span[][] = [];
    /** Cells from above that still cover a column: column → the cell's place and the rows left. */
    let hanging = new Map<number, { span: Span; rows: number }>();
    for (const row of rows) {
      const spans: Span[] = [];
      const next: typeof hanging = new Map();
      const fillHanging = (): void => {
        for (let above = hanging.get(spans.length); above; above = hanging.get(spans.length)) {
          if (above.rows > 1) next.set(spans.length, { span: above.span, rows: above.rows - 1 });
          spans.push(above.span);
        }
      };
      let printedCells = 0;
      for (const cell of row) {
        fillHanging();
        if (printedCells++ > 0) put('\t');
        const span = put(oneLine(cell.text));
        const columns = clamp(cell.columnSpan, LIMITS.sheetColumns);
        const down = clamp(cell.rowSpan, LIMITS.sheetRows);
        for (let column = 0; column < columns && spans.length < LIMITS.sheetColumns; column++) {
          if (down > 1) next.set(spans.length, { span, rows: down - 1 });
          spans.push(span);
        }
        if (spans.length >= LIMITS.sheetColumns) break;
      }
      fillHanging();
      for (const [column, above] of hanging)
        if (column >= spans.length && above.rows > 1) next.set(column, { ...above, rows: above.rows - 1 });
      hanging = next;
      cellCount += spans.length;
      if (cellCount > LIMITS.cells) throw new DocumentRefused('DOCUMENT_TOO_LARGE');
      put('\n');
      written.push(spans);
    }
    if (written.length > 0) blocks.push({ kind: 'table', span: { start, end: length - 1 }, rows: written });
  };
  return { paragraph, table, finish: (format) => ({ format, text: parts.join(''), blocks }) };
}

const clamp = (span: number | undefined, most: number): number =>
  span === undefined || !(span > 1) ? 1 : Math.min(Math.floor(span), most);

/** A tab or a line break inside a cell would read as a new cell or row. */
const oneLine = (text: string): string =>
  text
    .split(/[\t\n\r\v\f\u0085\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ');
