import { isTag, isText, type Element } from 'domhandler';

/** The title of the page's document: the publisher's own field, its first heading, or the window's title without the site. */
export function pageTitle(root: Element): string | null {
  const found: { field?: string; heading?: string; window?: string } = {};
  const visit = (element: Element): void => {
    if (
      element.name === 'meta' &&
      /^(ArticleTitle|og:title)$/i.test(element.attribs['name'] ?? element.attribs['property'] ?? '')
    )
      found.field ??= words(element.attribs['content'] ?? '');
    else if (element.name === 'h1') found.heading ??= words(textOf(element));
    else if (element.name === 'title')
      found.window ??= words(textOf(element))
        .split(/[_|-]|\s[—–-]\s/)[0]
        ?.trim();
    for (const node of element.children) if (isTag(node)) visit(node);
  };
  visit(root);
  return found.field || found.heading || found.window || null;
}

const words = (text: string): string => text.replace(/\s+/g, ' ').trim();

const textOf = (element: Element): string =>
  element.children.map((node) => (isText(node) ? node.data : isTag(node) ? textOf(node) : '')).join('');
