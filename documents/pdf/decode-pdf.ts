import { fileURLToPath } from 'node:url';
import type { SourceDocument } from '../../domain/document/types.ts';
import { LIMITS } from '../limits.ts';
import { DocumentRefused } from '../refusals.ts';
import { createSourceWriter } from '../source-writer.ts';
import { joinLines, type PdfPage } from './join-lines.ts';
import { linesOf, type PdfRun } from './pdf-line.ts';
import { plainSigns } from './plain-signs.ts';

/** Fewer letters than this on a page, on average: pictures of pages with a stamp or a page number. */
const FEWEST_LETTERS_PER_PAGE = 15;
const MOST_GARBLED = 0.15;

/** The text layer of a PDF as paragraphs. No script of the file is run, no font or picture is drawn. */
export async function decodePdf(bytes: Uint8Array): Promise<SourceDocument> {
  const pages = await readPages(bytes);
  const text = pages.flatMap(({ lines }) => lines.map((line) => line.text)).join('');
  if (lettersIn(text) < FEWEST_LETTERS_PER_PAGE * Math.max(1, pages.length)) throw new DocumentRefused('PDF_SCANNED');
  if (garbledIn(text) > text.length * MOST_GARBLED) throw new DocumentRefused('PDF_GARBLED');
  const writer = createSourceWriter();
  for (const paragraph of joinLines(pages)) writer.paragraph(paragraph);
  return writer.finish('pdf');
}

async function readPages(bytes: Uint8Array): Promise<PdfPage[]> {
  const { getDocument, VerbosityLevel } = await loadLibrary();
  const task = getDocument({
    // The library takes the buffer over.
    data: new Uint8Array(bytes),
    cMapUrl: fileURLToPath(new URL('cmaps/', import.meta.resolve('pdfjs-dist/package.json'))),
    cMapPacked: true,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    if (document.numPages > LIMITS.pdfPages) throw new DocumentRefused('DOCUMENT_TOO_LARGE');
    const pages: PdfPage[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const [, bottom = 0, , top = 0] = page.view;
      const { items } = await page.getTextContent();
      const runs = items.flatMap((item) => ('str' in item ? runOf(item, bottom) : []));
      pages.push({ lines: linesOf(runs), height: top - bottom });
      page.cleanup();
    }
    return pages;
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw new DocumentRefused('DOCUMENT_ENCRYPTED');
    throw error;
  } finally {
    await task.destroy();
  }
}

/** Only lines from left to right; a watermark across the page is no text of it. */
function runOf(item: { str: string; transform: number[]; width: number; height: number }, bottom: number): PdfRun[] {
  const [a = 0, b = 0, , d = 0, x = 0, y = 0] = item.transform;
  if (Math.abs(b) > Math.abs(a) * 0.1) return [];
  return [{ text: plainSigns(item.str), x, y: y - bottom, width: item.width, size: item.height || Math.abs(d) || 10 }];
}

const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}\p{Co}\ufffd]/gu)?.length ?? 0;
const garbledIn = (text: string): number => text.match(/[\p{Co}\p{Cc}\ufffd]/gu)?.length ?? 0;

/** The library wants a browser's drawing classes to exist when it is loaded; reading text never uses them. */
async function loadLibrary() {
  const browser = globalThis as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'Path2D', 'ImageData']) browser[name] ??= class {};
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}
