import type { Element } from 'domhandler';
import type { SourceDocument } from '../../domain/document/types.ts';
import { mainPart, refuseActiveContent } from '../office-package.ts';
import { DocumentRefused } from '../refusals.ts';
import { createSourceWriter, type SourceWriter } from '../source-writer.ts';
import { attributeOf, childOf, childrenOf, elementsOf, integerOf, nameOf, parseXml, valueOf } from '../xml.ts';
import type { Zip } from '../zip.ts';
import { frameOf, readDocxTable } from './docx-table.ts';
import { createNumbering, type NumberNext } from './numbering.ts';
import { paragraphContent } from './paragraph-text.ts';
import { outlineLevel, readStyles, type StyleOf } from './styles.ts';

/** A Word file's body: paragraphs with the numbers that Word prints, tables, text boxes; tracked changes accepted. */
export function decodeDocx(zip: Zip): SourceDocument {
  refuseActiveContent(zip);
  const main = mainPart(zip) ?? 'word/document.xml';
  const root = parsePart(zip, main);
  const body = childOf(root, 'body');
  if (!body) throw new DocumentRefused('DOCUMENT_DAMAGED');
  const beside = (name: string) => parsePart(zip, main.replace(/[^/]*$/, name));
  const writer = createSourceWriter();
  walkBlocks(body, {
    writer,
    styleOf: readStyles(beside('styles.xml')),
    numberNext: createNumbering(beside('numbering.xml')),
    inCell: false,
  });
  return writer.finish('docx');
}

interface Walk {
  writer: Pick<SourceWriter, 'paragraph' | 'table'>;
  styleOf: StyleOf;
  numberNext: NumberNext;
  /** A cell may hold nothing but its number (序号); a paragraph of the body without words is not printed. */
  inCell: boolean;
}

const CONTAINERS = new Set(['sdtContent', 'customXml', 'ins', 'moveTo', 'smartTag', 'txbxContent']);

function walkBlocks(parent: Element, walk: Walk): void {
  /** Words of paragraphs whose end was deleted: they run on in the next one. */
  let held = '';
  for (const element of elementsOf(parent)) {
    const name = nameOf(element);
    if (name === 'p') {
      const { text, level, boxes, runsOn } = readParagraph(element, walk, held);
      held = runsOn ? text : '';
      if (!runsOn) walk.writer.paragraph(text, level);
      for (const box of boxes) walkBlocks(box, walk);
    } else if (name === 'tbl') {
      const frame = frameOf(element);
      if (frame) walkBlocks(frame, walk);
      else walk.writer.table(readDocxTable(element, (cell) => cellText(cell, walk)));
    } else if (name === 'sdt') {
      if (!isContents(element)) for (const content of childrenOf(element, 'sdtContent')) walkBlocks(content, walk);
    } else if (CONTAINERS.has(name)) walkBlocks(element, walk);
  }
  walk.writer.paragraph(held);
}

/** A cell's paragraphs and inner tables as lines. */
function cellText(cell: Element, walk: Walk): string {
  const lines: string[] = [];
  walkBlocks(cell, {
    ...walk,
    inCell: true,
    writer: {
      paragraph: (text) => void lines.push(text),
      table: (rows) => void lines.push(...rows.map((row) => row.map(({ text }) => text).join(' '))),
    },
  });
  return lines.join('\n').trim();
}

function readParagraph(paragraph: Element, walk: Walk, held: string) {
  const properties = childOf(paragraph, 'pPr');
  const styleId = valueOf(properties, 'pStyle');
  const style = walk.styleOf(styleId);
  const { text, boxes } = paragraphContent(paragraph);
  const runsOn = childOf(childOf(properties, 'rPr'), 'del') !== null;
  if (style.isContents) return { text: '', level: null, boxes, runsOn: false };
  if (runsOn) return { text: held + text, level: null, boxes, runsOn };
  const own = outlineLevel(properties);
  const level = own === null ? style.level : own > 9 ? null : own;
  const number = numberOf(properties, styleId, walk);
  const words = held + text;
  if (words.trim() === '' && !walk.inCell) return { text: '', level: null, boxes, runsOn };
  return { text: joinNumber(number, words), level, boxes, runsOn };
}

/** The paragraph's own list wins over its style's; list 0 takes the number away. */
function numberOf(properties: Element | null, styleId: string | null, { styleOf, numberNext }: Walk): string {
  const own = childOf(properties, 'numPr');
  const style = styleOf(styleId);
  const numId = valueOf(own, 'numId') ?? style.numId;
  if (numId === null || numId === '0') return '';
  const ilvl = integerOf(valueOf(own, 'ilvl')) ?? (valueOf(own, 'numId') === null ? style.ilvl : null);
  return numberNext(numId, ilvl, styleId);
}

/** `1.` before `2025年` must not become 1.2025. */
function joinNumber(number: string, text: string): string {
  const words = text.trimStart();
  return /[\d.]$/.test(number) && /^\d/.test(words) ? `${number} ${words}` : `${number}${words}`;
}

const isContents = (control: Element): boolean =>
  attributeOf(childOf(childOf(childOf(control, 'sdtPr'), 'docPartObj'), 'docPartGallery'), 'val') ===
  'Table of Contents';

function parsePart(zip: Zip, name: string): Element | null {
  const bytes = zip.read(name);
  return bytes && parseXml(bytes);
}
