import { parse } from 'csv-parse/sync';
import type { SourceDocument, SourceFormat } from '../../domain/document/types.ts';
import { columnKind } from '../../domain/document/tasks/table-columns.ts';
import { LIMITS } from '../limits.ts';
import { createSourceWriter } from '../source-writer.ts';

const SEPARATORS = ['\t', ',', ';', ','];

/** Separated values as one table; the separator is whichever parts the first lines into most columns. */
export function decodeSeparated(text: string, format: SourceFormat = 'csv'): SourceDocument {
  const rows: string[][] = parse(text, {
    delimiter: separatorOf(text),
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    to: LIMITS.sheetRows,
  });
  const writer = createSourceWriter();
  writer.table(
    rows.filter((row) => row.some((cell) => cell.trim() !== '')).map((row) => row.map((cell) => ({ text: cell }))),
  );
  return writer.finish(format);
}

const HEAD_LINES = 12;

/** Does one of the first lines part into the heads of a task sheet, and the next into as many cells? */
export function looksSeparated(text: string): boolean {
  const lines = text
    .slice(0, 8_000)
    .split(/\r?\n|\r/)
    .slice(0, HEAD_LINES);
  return lines.some((line, at) =>
    [',', ';'].some((separator) => {
      const kinds = line.split(separator).map((cell) => columnKind(cell.replaceAll('"', '').trim())?.kind);
      const below = lines[at + 1]?.split(separator).length ?? 0;
      return kinds.includes('task') && new Set(kinds.filter(Boolean)).size >= 2 && below >= Math.max(2, kinds.length);
    }),
  );
}

function separatorOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split(/\r?\n|\r/)
    .slice(0, 20);
  const columns = (separator: string) => Math.max(...lines.map((line) => line.split(separator).length));
  return SEPARATORS.reduce((best, separator) => (columns(separator) > columns(best) ? separator : best));
}
