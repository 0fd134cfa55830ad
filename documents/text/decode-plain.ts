import type { SourceBlock, SourceDocument, SourceFormat } from '../../domain/document/types.ts';
import { LIMITS } from '../limits.ts';
import { DocumentRefused } from '../refusals.ts';
import { decodeMarkedUp, hasMarkedUpTable } from './marked-up-table.ts';

/** What somebody pasted. */
export const decodePasted = (text: string): SourceDocument => decodePlain(text, 'pasted');

/** A text as it stands, with \n for every kind of line end; each line that isn't blank is a paragraph. */
export function decodePlain(given: string, format: SourceFormat): SourceDocument {
  const text = given.replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n');
  if (text.length > LIMITS.textChars) throw new DocumentRefused('DOCUMENT_TOO_LARGE');
  if (hasMarkedUpTable(text)) return decodeMarkedUp(text, format);
  const blocks: SourceBlock[] = [];
  for (let start = 0; start < text.length;) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const line = text.slice(start, end);
    const printed = line.trim();
    if (printed !== '') {
      const from = start + line.indexOf(printed);
      blocks.push({ kind: 'paragraph', span: { start: from, end: from + printed.length }, level: null });
    }
    start = end + 1;
  }
  return { format, text, blocks };
}
