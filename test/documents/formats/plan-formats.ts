import iconv from 'iconv-lite';
import { doc } from '../doc-fixture.ts';
import { pdf, setPages } from '../pdf-fixture.ts';
import { planLines } from './plan-lines.ts';
import { printDocx } from './print-docx.ts';
import { printHtml } from './print-html.ts';

/** A plan's text as a file of each format that prints a whole plan; sheets print its tasks alone. */
export const PLAN_FORMATS: Record<string, (text: string) => Uint8Array | Promise<Uint8Array>> = {
  'utf8.txt': (text) => Buffer.from(text),
  'gb18030.txt': (text) => iconv.encode(text, 'gb18030'),
  docx: (text) => printDocx(text),
  doc: (text) => doc(planLines(text)),
  html: printHtml,
  pdf: (text) => pdf(setPages(planLines(text))),
};
