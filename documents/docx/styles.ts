import type { Element } from 'domhandler';
import { attributeOf, childOf, childrenOf, integerOf, valueOf } from '../xml.ts';

/** What a paragraph takes from its style, its ancestors' properties included. */
export interface ParagraphStyle {
  /** Heading level, 1 the highest. */
  level: number | null;
  numId: string | null;
  ilvl: number | null;
  /** A line of the table of contents: it repeats a heading. */
  isContents: boolean;
}

export type StyleOf = (styleId: string | null) => ParagraphStyle;

const BODY_TEXT_LEVEL = 9;
const MOST_ANCESTORS = 20;

/** styles.xml → what each paragraph style brings. */
export function readStyles(root: Element | null): StyleOf {
  const styles = new Map<string, Element>();
  let standard: string | null = null;
  for (const style of childrenOf(root, 'style')) {
    const id = attributeOf(style, 'styleId');
    if (id === null || (attributeOf(style, 'type') ?? 'paragraph') !== 'paragraph') continue;
    styles.set(id, style);
    if (['1', 'true', 'on'].includes(attributeOf(style, 'default') ?? '')) standard = id;
  }
  const known = new Map<string, ParagraphStyle>();
  return (styleId) => {
    const id = styleId ?? standard ?? '';
    const style = known.get(id) ?? resolve(styles, id);
    known.set(id, style);
    return style;
  };
}

function resolve(styles: Map<string, Element>, id: string): ParagraphStyle {
  const found: ParagraphStyle = { level: null, numId: null, ilvl: null, isContents: false };
  let level: number | null = null;
  let current: string | null = id;
  for (let step = 0; current !== null && step < MOST_ANCESTORS; step++) {
    const style: Element | undefined = styles.get(current);
    if (!style) break;
    const properties = childOf(style, 'pPr');
    const numbers = childOf(properties, 'numPr');
    const name = valueOf(style, 'name') ?? '';
    if (/^(toc|目录)\s*\d/i.test(name)) found.isContents = true;
    level ??= outlineLevel(properties) ?? levelByName(name);
    found.numId ??= valueOf(numbers, 'numId');
    found.ilvl ??= integerOf(valueOf(numbers, 'ilvl'));
    current = valueOf(style, 'basedOn');
  }
  found.level = level === null || level > BODY_TEXT_LEVEL ? null : level;
  return found;
}

/** outlineLvl counts from 0, and 9 is body text: here 1 to 9, and 10. */
export function outlineLevel(properties: Element | null): number | null {
  const printed = integerOf(valueOf(properties, 'outlineLvl'));
  return printed === null || printed < 0 ? null : printed + 1;
}

function levelByName(name: string): number | null {
  const digit = /^(?:heading|标题)\s*([1-9])$/i.exec(name.trim())?.[1];
  return digit === undefined ? null : Number(digit);
}
