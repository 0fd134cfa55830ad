import { CFB } from '@e965/xlsx';
import type { SourceDocument } from '../../domain/document/types.ts';
import { DocumentRefused } from '../refusals.ts';
import { decodeWorkbook } from '../sheet/decode-workbook.ts';
import { decodeDoc } from './decode-doc.ts';

/** Compound files: Word and Excel before 2007, what WPS writes, and encrypted files of any year. */
export async function decodeCompound(bytes: Uint8Array, extension: string): Promise<SourceDocument> {
  const container = CFB.read(bytes, { type: 'buffer' });
  const names = container.FullPaths.map((path: string) => path.replace(/^[^/]*\//, ''));
  const has = (pattern: RegExp) => names.some((name: string) => pattern.test(name));
  if (has(/(^|\/)(EncryptedPackage|EncryptionInfo)$/)) throw new DocumentRefused('DOCUMENT_ENCRYPTED');
  if (has(/(^|\/)(_VBA_PROJECT(_CUR)?|VBA|Macros)(\/|$)/i)) throw new DocumentRefused('DOCUMENT_MACRO');
  const word = CFB.find(container, 'WordDocument');
  if (word) return decodeDoc(bytes, Buffer.from(word.content));
  if (has(/^(Workbook|Book)$/i)) return decodeWorkbook(bytes);
  if (has(/^PowerPoint Document$/i)) throw new DocumentRefused('FORMAT_SLIDES');
  throw new DocumentRefused(extension === 'wps' ? 'FORMAT_WPS' : 'FORMAT_UNKNOWN');
}
