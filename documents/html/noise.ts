import { isTag, isText, type Element } from 'domhandler';

/** True for what is never part of the words of an article. */
export type IsNoise = (element: Element) => boolean;

const NOISE_TAGS = new Set([
  'script', 'style', 'noscript', 'template', 'head', 'title', 'nav', 'iframe', 'object', 'embed', 'applet', 'svg', 'math',
  'select', 'button', 'input', 'textarea', 'footer', 'aside', 'canvas', 'audio', 'video', 'map', 'dialog',
]); // prettier-ignore

/** Words in id or class that pages give to what surrounds an article. */
const NOISE_WORDS =
  /(^|[\s_-])(nav|navbar|menu|menus|crumb|crumbs|breadcrumb|breadcrumbs|footer|foot|sidebar|share|bdsharebuttonbox|related|recommend|copyright|toolbar|searchbox|search|login|comments?|pagination|pager|qrcode|ewm|fontsize|print|dayin|guanbi)([\s_-]|$)/i;

/** A box called `print` that holds this much of the page is the article. */
const TOO_LARGE_FOR_NOISE = 0.4;

/** What surrounds the article of a page, by tag, by being hidden, and by name unless it holds most of the words. */
export function noiseOf(root: Element): IsNoise {
  const named: { element: Element; letters: number }[] = [];
  const count = (element: Element): number => {
    if (isNoiseTag(element)) return 0;
    let letters = 0;
    for (const node of element.children) {
      if (isText(node)) letters += lettersIn(node.data);
      else if (isTag(node)) letters += count(node);
    }
    if (NOISE_WORDS.test(element.attribs['id'] ?? '') || NOISE_WORDS.test(element.attribs['class'] ?? ''))
      named.push({ element, letters });
    return letters;
  };
  const all = count(root);
  const byName = new Set(
    named.filter(({ letters }) => letters < all * TOO_LARGE_FOR_NOISE).map(({ element }) => element),
  );
  return (element) => byName.has(element) || isNoiseTag(element);
}

export const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

function isNoiseTag(element: Element): boolean {
  if (NOISE_TAGS.has(element.name)) return true;
  const { style = '', hidden, 'aria-hidden': ariaHidden } = element.attribs;
  return hidden !== undefined || ariaHidden === 'true' || /display\s*:\s*none/i.test(style);
}
