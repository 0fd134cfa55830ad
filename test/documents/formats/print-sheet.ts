import { utils, write } from '@e965/xlsx';

/** Rows as a workbook of one sheet with a title over them, as an office types it. */
export function printXlsx(title: string, rows: readonly string[][]): Uint8Array {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet([[title], ...rows]);
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: (rows[0]?.length ?? 1) - 1 } }];
  utils.book_append_sheet(book, sheet, 'Sheet1');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

/** The same as separated values, its head in the first line. */
export const printCsv = (rows: readonly string[][]): Uint8Array =>
  Buffer.from(
    `\ufeff${rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')}\r\n`,
  );
