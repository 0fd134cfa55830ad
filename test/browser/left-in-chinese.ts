import type { Page } from 'playwright-core';

/** Parts of a page that are content as written: formal papers, what people said, what was read from a document. */
const CONTENT = '[data-testid="brief"], blockquote, .own-words, textarea, input, .message';

/**
 * What still stands in Chinese on an English page, beside content: names, titles and words as they were written, each
 * taken out wherever it stands. `content` may hold a string more than once.
 */
export async function leftInChinese(page: Page, content: readonly string[]): Promise<string[]> {
  const texts = await page.evaluate((skipped) => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const { parentElement } = node;
      if (parentElement === null || parentElement.closest(skipped) !== null) continue;
      if (parentElement.closest('script, style, noscript') === null) found.push(node.textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
      if (element.closest(skipped) === null)
        found.push(...['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''));
    return found;
  }, CONTENT);
  const known = [...new Set(content)].filter((text) => HAN.test(text)).sort((a, b) => b.length - a.length);
  const without = (text: string): string => known.reduce((left, one) => left.replaceAll(one, ''), unquoted(text));
  return [...new Set(texts)].filter((text) => HAN.test(without(text)));
}

/** What somebody wrote stands in quotation marks. */
const unquoted = (text: string): string => text.replace(/“[^”]*”|"[^"]*"/g, '');

const HAN = /\p{Script=Han}/u;

/** Every string of an answer of the interface under keys that hold content. */
export function contentOf(answer: unknown, keys: ReadonlySet<string>): string[] {
  if (Array.isArray(answer)) return answer.flatMap((one) => contentOf(one, keys));
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([key, value]) => (keys.has(key) ? stringsIn(value) : contentOf(value, keys)));
}

const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : [];
