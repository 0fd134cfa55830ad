import { isTag, type Document, type Element } from 'domhandler';
import type { SourceDocument } from '../../domain/document/types.ts';
import { LIMITS } from '../limits.ts';
import { DocumentRefused } from '../refusals.ts';
import { createSourceWriter } from '../source-writer.ts';
import { decodeText } from '../text/decode-text.ts';
import { parseMarkup } from '../xml.ts';
import { findArticle } from './find-article.ts';
import { noiseOf, type IsNoise } from './noise.ts';
import { pageTitle } from './page-title.ts';
import { writeBlocks } from './write-blocks.ts';

/** A web page's article without its menus, tables kept. No script runs and nothing is fetched. */
export function decodeHtml(bytes: Uint8Array): SourceDocument {
  const { text } = decodeText(bytes, charsetOf(bytes));
  const document = parseMarkup(text, { xmlMode: false, mostDepth: LIMITS.htmlDepth });
  const root = rootOf(document);
  const isNoise = noiseOf(root);
  const article = findArticle(root, isNoise);
  const writer = createSourceWriter();
  writeBlocks(article, writer, isNoise);
  const written = writer.finish('html');
  const title = pageTitle(root);
  return title === null || plain(written.text).includes(plain(title)) ? written : withTitle(article, title, isNoise);
}

/** The heading of the page often stands outside the article's own box. */
function withTitle(article: Element, title: string, isNoise: IsNoise): SourceDocument {
  const writer = createSourceWriter();
  writer.paragraph(title, 1);
  writeBlocks(article, writer, isNoise);
  return writer.finish('html');
}

function rootOf(document: Document): Element {
  const elements = document.children.filter(isTag);
  const html = elements.find(({ name }) => name === 'html');
  if (html && elements.length === 1) return html;
  // A fragment, or text after the closing tag: everything below the document is the page.
  const root = html ?? elements[0];
  if (!root) throw new DocumentRefused('DOCUMENT_NO_TEXT');
  return Object.assign(root.cloneNode(false), { children: document.children });
}

/** `<meta charset>` or the older http-equiv form, in the first bytes. */
function charsetOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4_096)).toString('latin1');
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
}

const plain = (text: string): string => text.replace(/\s+/g, '');
