import type { Element } from 'domhandler';
import { DocumentRefused } from '../refusals.ts';
import { attributeOf, childOf, dataOf, elementsOf, isOn, nameOf } from '../xml.ts';

/** What stands in a paragraph: its words with tracked changes accepted, and the text boxes anchored in it. */
export interface ParagraphContent {
  text: string;
  boxes: Element[];
}

/** Deleted and moved-away text, properties, and the code of fields. */
const SKIPPED = new Set(['del', 'moveFrom', 'delText', 'pPr', 'rPr', 'rt', 'sdtPr', 'tbl']);
const LINE_BREAKS = new Set(['br', 'cr']);

/** Throws DocumentRefused for a field that would start a program (DDE). */
export function paragraphContent(paragraph: Element): ParagraphContent {
  const words: string[] = [];
  const codes: string[] = [];
  const boxes: Element[] = [];
  const walk = (element: Element): void => {
    const name = nameOf(element);
    if (SKIPPED.has(name)) return;
    if (name === 't') words.push(dataOf(element));
    else if (name === 'instrText') codes.push(dataOf(element));
    else if (name === 'txbxContent') boxes.push(element);
    else if (LINE_BREAKS.has(name)) words.push('\n');
    else if (name === 'tab' || name === 'ptab') words.push(' ');
    else if (name === 'noBreakHyphen') words.push('-');
    else if (name === 'AlternateContent') walkChildren(childOf(element, 'Choice') ?? childOf(element, 'Fallback'));
    else if (!(name === 'r' && isOn(childOf(element, 'rPr'), 'vanish'))) {
      if (name === 'fldSimple') codes.push(attributeOf(element, 'instr') ?? '');
      walkChildren(element);
    }
  };
  const walkChildren = (element: Element | null): void => {
    for (const child of element ? elementsOf(element) : []) walk(child);
  };
  walkChildren(paragraph);
  if (/\bDDE(AUTO)?\b/i.test(codes.join(''))) throw new DocumentRefused('DOCUMENT_EXTERNAL');
  return { text: words.join(''), boxes };
}
