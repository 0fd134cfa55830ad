import { isTag } from 'domhandler';
import type { SourceDocument, SourceFormat } from '../../domain/document/types.ts';
import { writeBlocks } from '../html/write-blocks.ts';
import { LIMITS } from '../limits.ts';
import { createSourceWriter } from '../source-writer.ts';
import { parseMarkup } from '../xml.ts';

const TABLE = /<table\b[^<>]*>/gi;
const TABLE_END = /<\/table\s*>/gi;

export const hasMarkedUpTable = (text: string): boolean => /<table\b[^<>]*>/i.test(text) && /<\/table\s*>/i.test(text);

/**
 * A text in which tables stand as a web page's markup, as a page's source or an editor's clipboard leaves them: the
 * tables are read, the lines around them stay as they are.
 */
export function decodeMarkedUp(text: string, format: SourceFormat): SourceDocument {
  const writer = createSourceWriter();
  let at = 0;
  for (const { start, end } of tablesOf(text)) {
    writer.paragraph(text.slice(at, start));
    const page = parseMarkup(`<div>${text.slice(start, end)}</div>`, { xmlMode: false, mostDepth: LIMITS.htmlDepth });
    for (const element of page.children.filter(isTag)) writeBlocks(element, writer, () => false);
    at = end;
  }
  writer.paragraph(text.slice(at));
  return writer.finish(format);
}

/** From an opening tag to the next closing one that has none open before it. */
function tablesOf(text: string): { start: number; end: number }[] {
  const tags = [
    ...[...text.matchAll(TABLE)].map(({ index }) => ({ at: index, end: index, step: 1 })),
    ...[...text.matchAll(TABLE_END)].map((found) => ({
      at: found.index,
      end: found.index + found[0].length,
      step: -1,
    })),
  ].toSorted((a, b) => a.at - b.at);
  const tables: { start: number; end: number }[] = [];
  let open = 0;
  let start = 0;
  for (const { at, end, step } of tags) {
    if (step > 0 && open === 0) start = at;
    if (open + step < 0) continue;
    open += step;
    if (open === 0) tables.push({ start, end });
  }
  return tables;
}
