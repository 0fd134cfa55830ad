import { decodeDocument, type Decoded } from '../../../documents/decode.ts';
import { LIMITS } from '../../../documents/limits.ts';
import { DOCUMENT_REFUSALS, type DocumentRefusalCode } from '../../../documents/refusals.ts';
import { decodePasted } from '../../../documents/text/decode-plain.ts';
import { readPlan } from '../../../domain/document/read-plan.ts';
import type { Reading, SourceDocument } from '../../../domain/document/types.ts';

/** What makes a text of a file, and a draft of a text; tests bring their own. */
export interface DocumentReader {
  /** `fileName` is empty for a pasted text. */
  decode(bytes: Uint8Array, fileName: string): Promise<Decoded>;
  read(source: SourceDocument): Reading;
}

const refused = (code: DocumentRefusalCode): Decoded => ({ ok: false, code, reason: DOCUMENT_REFUSALS[code] });

function pasted(bytes: Uint8Array): Decoded {
  const text = new TextDecoder().decode(bytes);
  if (text.trim() === '') return refused('DOCUMENT_EMPTY');
  return text.length > LIMITS.textChars ? refused('DOCUMENT_TOO_LARGE') : { ok: true, source: decodePasted(text) };
}

export const documentReader: DocumentReader = {
  decode: async (bytes, fileName) => (fileName === '' ? pasted(bytes) : decodeDocument(bytes, fileName)),
  read: readPlan,
};
