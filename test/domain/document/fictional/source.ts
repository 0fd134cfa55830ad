import type { SourceBlock, SourceDocument } from '../../../../domain/document/types.ts';

type Row = { start: number; cells: string[] };

function tableOf(rows: readonly Row[]): SourceBlock {
  const spans = rows.map(({ start, cells }) => {
    let at = start;
    return cells.map((cell) => {
      const span = { start: at, end: at + cell.length };
      at = span.end + 1;
      return span;
    });
  });
  const end = spans.at(-1)?.at(-1)?.end ?? 0;
  return { kind: 'table', span: { start: rows[0]?.start ?? 0, end }, rows: spans };
}

/** As a text file, where a row is a line with tabs, or as a word processor's file, where a table is a table. */
export function toSource(text: string, format: 'txt' | 'docx'): SourceDocument {
  const blocks: SourceBlock[] = [];
  let rows: Row[] = [];
  let start = 0;
  const close = () => {
    if (rows.length > 0) blocks.push(tableOf(rows));
    rows = [];
  };
  for (const line of text.split('\n')) {
    if (format === 'docx' && line.includes('\t')) rows.push({ start, cells: line.split('\t') });
    else {
      close();
      const from = start + (line.length - line.trimStart().length);
      if (line.trim() !== '')
        blocks.push({ kind: 'paragraph', span: { start: from, end: from + line.trim().length }, level: null });
    }
    start += line.length + 1;
  }
  close();
  return { format, text, blocks };
}
