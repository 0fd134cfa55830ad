import { isTag, isText, type Element } from 'domhandler';
import { lettersIn, type IsNoise } from './noise.ts';

/** Boxes that a page is built of; an article is one of them. */
const BOXES = new Set(['html', 'body', 'main', 'article', 'section', 'div', 'form', 'center', 'td', 'font', 'span']);
const TABLE_PARTS = new Set(['table', 'tbody', 'thead', 'tr', 'td', 'th']);
/** A box that holds this much of its parent's words stands for it. */
const MOST_WORDS = 0.7;

interface Weight {
  /** Letters outside links. */
  words: number;
  element: Element;
  children: Weight[];
}

/** The smallest box that still holds most of the page's words outside links: menus and lists of news are links. */
export function findArticle(root: Element, isNoise: IsNoise): Element {
  let current = weigh(root, false, isNoise);
  /** The last box that is no part of a table: a table of tasks must not lose its head row. */
  let article = root;
  for (;;) {
    const heaviest = current.children.reduce<Weight | null>(
      (best, child) => (!best || child.words > best.words ? child : best),
      null,
    );
    if (!heaviest || heaviest.words < current.words * MOST_WORDS) break;
    if (!BOXES.has(heaviest.element.name) && !TABLE_PARTS.has(heaviest.element.name)) break;
    current = heaviest;
    if (BOXES.has(current.element.name)) article = current.element;
  }
  return article;
}

function weigh(element: Element, inLink: boolean, isNoise: IsNoise): Weight {
  const children: Weight[] = [];
  let words = 0;
  for (const node of element.children) {
    if (isText(node)) words += inLink ? 0 : lettersIn(node.data);
    else if (isTag(node) && !isNoise(node)) {
      const child = weigh(node, inLink || node.name === 'a', isNoise);
      words += child.words;
      children.push(child);
    }
  }
  return { words, element, children };
}
