import type { SourceDocument } from '../domain/document/types.ts';
import { decodeDocx } from './docx/decode-docx.ts';
import { decodeHtml } from './html/decode-html.ts';
import { DocumentRefused, type DocumentRefusalCode } from './refusals.ts';
import { extensionOf, sniff } from './sniff.ts';
import { decodePlain } from './text/decode-plain.ts';
import { openZip, type Zip } from './zip.ts';

/** By content to the decoder of a format. Throws DocumentRefused, or whatever a library throws at damaged bytes. */
export async function decodeContainer(bytes: Uint8Array, name?: string): Promise<SourceDocument> {
  const extension = extensionOf(name);
  const container = sniff(bytes);
  switch (container) {
    case 'zip':
      return decodeZip(await openZip(bytes), extension);
    case 'html':
      return decodeHtml(bytes);
    case 'text':
      return decodePlain(bytes);
    case 'compound':
    case 'pdf':
      throw new DocumentRefused('FORMAT_UNKNOWN');
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

function decodeZip(zip: Zip, extension: string): SourceDocument {
  const has = (part: RegExp) => zip.names.some((name) => part.test(name));
  if (has(/^word\//)) return decodeDocx(zip);
  const unread = UNREAD.find(([part]) => has(part))?.[1];
  if (unread) throw new DocumentRefused(unread);
  if (zip.read('mimetype')?.includes('opendocument')) throw new DocumentRefused('FORMAT_ODT');
  throw new DocumentRefused(extension === 'wps' ? 'FORMAT_WPS' : 'FORMAT_ARCHIVE');
}
