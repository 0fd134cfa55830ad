import type { SourceDocument } from '../domain/document/types.ts';
import { decodeContainer } from './decode-container.ts';
import { LIMITS } from './limits.ts';
import { DOCUMENT_REFUSALS, DocumentRefused, type DocumentRefusalCode } from './refusals.ts';

export type Decoded =
  | { ok: true; source: SourceDocument }
  | { ok: false; code: DocumentRefusalCode; /** One sentence in Chinese: why, and what to do. */ reason: string };

/**
 * Any file's bytes → its text and blocks, or one sentence why not. Never throws, runs nothing, fetches nothing.
 * What the file is decides its content; `name` only where content leaves it open.
 */
export async function decodeDocument(bytes: Uint8Array, name?: string): Promise<Decoded> {
  if (bytes.length === 0) return refused('DOCUMENT_EMPTY');
  if (bytes.length > LIMITS.fileBytes) return refused('DOCUMENT_TOO_LARGE');
  try {
    const source = await decodeContainer(bytes, name);
    return source.text.trim() === '' ? refused('DOCUMENT_NO_TEXT') : { ok: true, source };
  } catch (error) {
    // Whatever a library throws at damaged bytes has one meaning for the person who sent them.
    return refused(error instanceof DocumentRefused ? error.code : 'DOCUMENT_DAMAGED');
  }
}

const refused = (code: DocumentRefusalCode): Decoded => ({ ok: false, code, reason: DOCUMENT_REFUSALS[code] });
