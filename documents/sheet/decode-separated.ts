import { parse } from 'csv-parse/sync';
import type { SourceDocument, SourceFormat } from '../../domain/document/types.ts';
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

function separatorOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split(/\r?\n|\r/)
    .slice(0, 20);
  const columns = (separator: string) => Math.max(...lines.map((line) => line.split(separator).length));
  return SEPARATORS.reduce((best, separator) => (columns(separator) > columns(best) ? separator : best));
}
