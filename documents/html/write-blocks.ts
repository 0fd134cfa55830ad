import { isTag, isText, type Element } from 'domhandler';
import type { SourceWriter } from '../source-writer.ts';
import { formatNumber } from '../number-format.ts';
import { isLayoutTable, readHtmlTable } from './html-table.ts';
import type { IsNoise } from './noise.ts';

type Writer = Pick<SourceWriter, 'paragraph' | 'table'>;

const BLOCKS = new Set([
  'html', 'body', 'main', 'article', 'section', 'header', 'div', 'p', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote', 'center',
  'form', 'fieldset', 'pre', 'hr', 'address', 'figure', 'figcaption', 'details', 'summary',
  'table', 'caption', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6',
]); // prettier-ignore

/** Writes an element's words as a browser breaks them into lines, data tables as tables. */
export function writeBlocks(root: Element, writer: Writer, isNoise: IsNoise): void {
  let line = '';
  /** Number of a list item whose first words are still to come. */
  let number = '';
  let level: number | null = null;
  const endLine = (): void => {
    writer.paragraph(line, level);
    line = '';
  };
  const walk = (element: Element, verbatim: boolean): void => {
    if (isNoise(element)) return;
    if (element.name === 'br') {
      line += '\n';
      return;
    }
    if (element.name === 'table' && !isLayoutTable(element)) {
      endLine();
      writer.table(readHtmlTable(element, (cell) => cellText(cell, isNoise)));
      return;
    }
    const block = BLOCKS.has(element.name);
    const outer = level;
    if (block) endLine();
    if (/^h[1-6]$/.test(element.name)) level = Number(element.name[1]);
    walkChildren(element, verbatim || element.name === 'pre');
    if (block) endLine();
    level = outer;
  };
  const walkChildren = (element: Element, verbatim: boolean): void => {
    let item = 0;
    for (const node of element.children) {
      if (isText(node)) {
        if (number !== '' && node.data.trim() !== '') {
          line += number;
          number = '';
          line = joinInline(line, node.data.trimStart());
        } else line = verbatim ? line + node.data : joinInline(line, node.data);
      } else if (isTag(node)) {
        if (node.name === 'li' && element.name === 'ol') number = itemNumber(element, node, item++);
        walk(node, verbatim);
      }
    }
  };
  walkChildren(root, root.name === 'pre');
  endLine();
}

function cellText(cell: Element, isNoise: IsNoise): string {
  const lines: string[] = [];
  const writer: Writer = {
    paragraph: (text) => void lines.push(text),
    table: (rows) => void lines.push(...rows.map((row) => row.map(({ text }) => text).join(' '))),
  };
  writeBlocks(cell, writer, isNoise);
  return lines.join('\n').trim();
}

const WIDE = /[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** White space is one space, and none where a source line was merely wrapped between two wide characters. */
function joinInline(line: string, data: string): string {
  const words = data.replace(/[ \t\r\n\f]+/g, (space, at: number) => {
    const before = at > 0 ? data[at - 1] : line.at(-1);
    const after = data[at + space.length];
    return /\n/.test(space) && before && after && WIDE.test(before) && WIDE.test(after) ? '' : ' ';
  });
  return line + words.replaceAll('\u00a0', ' ');
}

/** The number that a browser prints before an item, unless the item carries one of its own. */
function itemNumber(list: Element, item: Element, index: number): string {
  if (/list-style(-type)?\s*:[^;]*none/i.test(`${list.attribs['style'] ?? ''};${item.attribs['style'] ?? ''}`))
    return '';
  const first = firstWords(item);
  if (/^[((〔[]?([\d一二三四五六七八九十百]+[.、.))〕\]]|第|[①-⑳])/.test(first)) return '';
  const start = Number.parseInt(list.attribs['start'] ?? '1', 10);
  const formats: Record<string, string> = { a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman' };
  const number = formatNumber(
    (Number.isFinite(start) ? start : 1) + index,
    formats[list.attribs['type'] ?? ''] ?? 'decimal',
  );
  return /^\d/.test(first) ? `${number}. ` : `${number}.`;
}

function firstWords(element: Element): string {
  for (const node of element.children) {
    const words = isText(node) ? node.data.trim() : isTag(node) ? firstWords(node) : '';
    if (words !== '') return words;
  }
  return '';
}
