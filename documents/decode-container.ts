import type { SourceDocument } from '../domain/document/types.ts';
import { decodeDocx } from './docx/decode-docx.ts';
import { decodeHtml } from './html/decode-html.ts';
import { decodeIsolated } from './isolated/isolated.ts';
import { DocumentRefused, type DocumentRefusalCode } from './refusals.ts';
import { decodeSeparated, looksSeparated } from './sheet/decode-separated.ts';
import { extensionOf, sniff } from './sniff.ts';
import { decodePlain } from './text/decode-plain.ts';
import { decodeText } from './text/decode-text.ts';
import { openZip, type Zip } from './zip.ts';

/** By content to the decoder of a format. Throws DocumentRefused, or whatever a library throws at damaged bytes. */
export async function decodeContainer(bytes: Uint8Array, name?: string): Promise<SourceDocument> {
  const extension = extensionOf(name);
  const container = sniff(bytes);
  switch (container) {
    case 'zip':
      return decodeZip(bytes, await openZip(bytes), extension);
    case 'html':
      return decodeHtml(bytes);
    case 'text':
      return decodeLetters(bytes, extension);
    case 'compound':
    case 'pdf':
      return decodeIsolated({ format: container, bytes, extension });
    case 'image':
      throw new DocumentRefused('FORMAT_IMAGE');
    case 'archive':
      throw new DocumentRefused('FORMAT_ARCHIVE');
    case 'rtf':
      throw new DocumentRefused('FORMAT_RTF');
    case 'mht':
      throw new DocumentRefused('FORMAT_MHT');
    case 'word-xml':
      throw new DocumentRefused('FORMAT_WORD_XML');
    case 'program':
      throw new DocumentRefused('FORMAT_UNKNOWN');
  }
}

/** Formats that are zip files and that nothing here reads, by a part that each of them has. */
const UNREAD: [RegExp, DocumentRefusalCode][] = [
  [/^xl\/workbook\.bin$/, 'FORMAT_XLSB'],
  [/^ppt\//, 'FORMAT_SLIDES'],
  [/^OFD\.xml$/i, 'FORMAT_OFD'],
  [/^(Index\/[^/]+\.iwa|Index\.zip)$/, 'FORMAT_PAGES'],
];

async function decodeZip(bytes: Uint8Array, zip: Zip, extension: string): Promise<SourceDocument> {
  const has = (part: RegExp) => zip.names.some((name) => part.test(name));
  if (has(/^word\//)) return decodeDocx(zip);
  if (has(/^xl\/workbook\.xml$/)) return decodeIsolated({ format: 'workbook', bytes, extension });
  const unread = UNREAD.find(([part]) => has(part))?.[1];
  if (unread) throw new DocumentRefused(unread);
  if (zip.read('mimetype')?.includes('opendocument')) throw new DocumentRefused('FORMAT_ODT');
  throw new DocumentRefused(extension === 'wps' ? 'FORMAT_WPS' : 'FORMAT_ARCHIVE');
}

/** A named .csv, or values under the head of a task sheet; a single paragraph with commas is none. */
function decodeLetters(bytes: Uint8Array, extension: string): SourceDocument {
  const { text } = decodeText(bytes);
  const named = extension === 'csv' || extension === 'tsv';
  return named || looksSeparated(text) ? decodeSeparated(text) : decodePlain(text, 'txt');
}
