import { DomHandler, isTag, isText, type ChildNode, type Document, type Element } from 'domhandler';
import { Parser } from 'htmlparser2';
import { LIMITS } from './limits.ts';
import { DocumentRefused } from './refusals.ts';

/** Parses a part of an office file. Forgiving and linear; no entity of a document type is ever expanded. */
export function parseXml(bytes: Uint8Array): Element | null {
  const [first, second] = bytes;
  const wide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const encoding = wide ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  const document = parseMarkup(new TextDecoder(encoding).decode(bytes), { xmlMode: true, mostDepth: LIMITS.xmlDepth });
  return document.children.find(isTag) ?? null;
}

/**
 * Markup → tree within LIMITS. The parser's own work grows with the square of the depth, walks over the tree call
 * themselves, and a tree costs a hundred times its text: so depth and number of elements are bounded while it grows.
 */
export function parseMarkup(text: string, { xmlMode, mostDepth }: { xmlMode: boolean; mostDepth: number }): Document {
  const handler = new DomHandler();
  const open = handler.onopentag.bind(handler);
  const close = handler.onclosetag.bind(handler);
  let depth = 0;
  let elements = 0;
  handler.onopentag = (name, attributes) => {
    if (++depth > mostDepth) throw new DocumentRefused('DOCUMENT_DAMAGED');
    if (++elements > LIMITS.elements) throw new DocumentRefused('DOCUMENT_TOO_LARGE');
    open(name, attributes);
  };
  handler.onclosetag = () => {
    depth--;
    close();
  };
  new Parser(handler, { xmlMode }).end(text);
  return handler.root;
}

/** `w:p` → `p`: the prefix of a namespace is the writer's choice. */
export const nameOf = (element: Element): string => element.name.slice(element.name.indexOf(':') + 1);

export const elementsOf = (element: Element): Element[] => element.children.filter(isTag);

export const childOf = (element: Element | null | undefined, name: string): Element | null =>
  (element?.children.find((node: ChildNode): node is Element => isTag(node) && nameOf(node) === name) as
    | Element
    | undefined) ?? null;

export const childrenOf = (element: Element | null | undefined, name: string): Element[] =>
  element ? elementsOf(element).filter((node) => nameOf(node) === name) : [];

/** Attribute by its name without prefix; null where it is absent. */
export function attributeOf(element: Element | null | undefined, name: string): string | null {
  if (!element) return null;
  const plain = element.attribs[name] ?? element.attribs[`w:${name}`];
  if (plain !== undefined) return plain;
  const found = Object.entries(element.attribs).find(([key]) => key.endsWith(`:${name}`));
  return found?.[1] ?? null;
}

/** `val` of a child: `<w:ilvl w:val="1"/>` under numPr. */
export const valueOf = (element: Element | null | undefined, name: string): string | null =>
  attributeOf(childOf(element, name), 'val');

/** A whole number, or null for anything else. */
export function integerOf(value: string | null): number | null {
  if (value === null || !/^-?\d{1,9}$/.test(value.trim())) return null;
  return Number(value);
}

/** An on-off property: present without value, or with a value that isn't off. */
export function isOn(element: Element | null | undefined, name: string): boolean {
  const found = childOf(element, name);
  return found !== null && !['0', 'false', 'off'].includes(attributeOf(found, 'val') ?? '1');
}

/** The character data of an element itself. */
export const dataOf = (element: Element): string =>
  element.children.map((node) => (isText(node) ? node.data : '')).join('');
