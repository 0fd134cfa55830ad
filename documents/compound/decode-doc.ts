import WordExtractor from 'word-extractor';
import type { SourceDocument } from '../../domain/document/types.ts';
import { DocumentRefused } from '../refusals.ts';
import { createSourceWriter } from '../source-writer.ts';
import { docBlocks } from './doc-blocks.ts';

/** FibBase of [MS-DOC] 2.5.2: magic number, and the flags at 0x0A. */
const WORD_97 = 0xa5ec;
const ENCRYPTED_FLAG = 0x0100;

/** A Word 97–2003 file; `stream` is its WordDocument. The numbers of automatic lists are not stored in its text. */
export async function decodeDoc(bytes: Uint8Array, stream: Buffer): Promise<SourceDocument> {
  if (stream.length < 0x200 || stream.readUInt16LE(0) !== WORD_97) throw new DocumentRefused('FORMAT_WPS');
  if ((stream.readUInt16LE(0x0a) & ENCRYPTED_FLAG) !== 0) throw new DocumentRefused('DOCUMENT_ENCRYPTED');
  if (stream.includes('DDEAUTO', 0, 'utf16le') || stream.includes('DDEAUTO', 0, 'latin1'))
    throw new DocumentRefused('DOCUMENT_EXTERNAL');
  const document = await new WordExtractor().extract(Buffer.from(bytes));
  // Its types leave out the option: Chinese quotation marks are to stay as printed.
  const getBody = document.getBody as (options: { filterUnicode: boolean }) => string;
  const writer = createSourceWriter();
  for (const block of docBlocks(getBody.call(document, { filterUnicode: false }))) {
    if (typeof block === 'string') writer.paragraph(block);
    else writer.table(block.map((row) => row.map((text) => ({ text }))));
  }
  writer.paragraph(document.getTextboxes({ includeHeadersAndFooters: false, includeBody: true }));
  return writer.finish('doc');
}
