import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { generatePlan } from '../../test/domain/document/fictional/generate.ts';
import { TASK_SENTENCES } from '../../test/domain/document/fictional/print/sentences.ts';

/** Characters of a printed page of a Chinese office document: 22 lines of 28. */
const PAGE_CHARS = 22 * 28;
/** Nearly all characters are Chinese, of 3 bytes in UTF-8. */
const CHARS_OF_12_KB = (12 * 1024) / 3;

const isTable = (line: string) => line.includes('\t');

/** The lines of a fictional plan of at least 16 tasks in that layout, its paragraphs lengthened to about `chars` characters. */
function planOf(units: string, chars: number): string[] {
  for (let seed = 1; ; seed++) {
    const { clean, facts, features } = generatePlan(seed);
    if (facts.tasks.length < 16 || !features.includes(`units:${units}`) || !features.includes('heading:run-in'))
      continue;
    const lines = clean.split('\n');
    const long = (line: string) => !isTable(line) && line.length > 40;
    const each = (chars - lines.join('').length) / lines.filter(long).length;
    return lines.map((line, at) => (long(line) ? lengthened(line, each, at) : line));
  }
}

/** Sentences are put after the first: what a paragraph starts and ends with stays. */
function lengthened(line: string, by: number, from: number): string {
  const added: string[] = [];
  for (let at = from; added.join('').length + 20 < by; at++)
    added.push(TASK_SENTENCES[at % TASK_SENTENCES.length] ?? '');
  const head = line.indexOf('。') + 1;
  return line.slice(0, head) + added.join('') + line.slice(head);
}

/** A plan of about 12 KB in UTF-8. */
export const shortText = (): Uint8Array => new TextEncoder().encode(planOf('bracket-roles', CHARS_OF_12_KB).join('\n'));

/** Word starts a new run, with its fonts and size, wherever script or punctuation changes. */
const runs = (text: string) =>
  text
    .split(/(?<=[,。;:、])|(?=\d)(?<!\d)/)
    .filter(Boolean)
    .map(
      (piece) => new TextRun({ text: piece, font: { ascii: 'Times New Roman', eastAsia: '仿宋_GB2312' }, size: 32 }),
    );
const paragraph = (text: string) =>
  new Paragraph({ children: runs(text), indent: { firstLine: 640 }, spacing: { line: 560 } });
const cell = (text: string) => new TableCell({ children: [paragraph(text)] });

/** A word processor's file of that many pages, its tables as tables. */
export async function longDocx(pages: number): Promise<Uint8Array> {
  const children: (Paragraph | Table)[] = [];
  let rows: string[][] = [];
  const close = () => {
    if (rows.length > 0)
      children.push(new Table({ rows: rows.map((cells) => new TableRow({ children: cells.map(cell) })) }));
    rows = [];
  };
  for (const line of planOf('table-beside-body', pages * PAGE_CHARS)) {
    if (isTable(line)) rows.push(line.split('\t'));
    else {
      close();
      children.push(paragraph(line));
    }
  }
  close();
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}
