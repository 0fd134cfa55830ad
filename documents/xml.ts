import { isTag, isText, type ChildNode, type Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { LIMITS } from './limits.ts';
import { DocumentRefused } from './refusals.ts';

/** Parses a part of an office file. Forgiving and linear; no entity of a document type is ever expanded. */
export function parseXml(bytes: Uint8Array): Element | null {
  const [first, second] = bytes;
  const wide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const encoding = wide ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  const document = parseDocument(new TextDecoder(encoding).decode(bytes), { xmlMode: true });
  const root = document.children.find(isTag) ?? null;
  if (root && isTooDeep(root)) throw new DocumentRefused('DOCUMENT_DAMAGED');
  return root;
}

/** The walks over a tree call themselves, so a tree made to be deep is refused before. */
export function isTooDeep(root: Element, most: number = LIMITS.xmlDepth): boolean {
  let level: Element[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap((element) => element.children.filter(isTag));
  }
  return false;
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
