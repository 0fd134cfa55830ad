import { createHash } from 'node:crypto';
import type { SourceDocument } from '../../../domain/document/types.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import { refuseRecorded, requireRight } from '../refuse.ts';
import { documentReader, type DocumentReader } from './document-reader.ts';
import { again, isTouched, storeReading, type DocumentRead } from './store-reading.ts';

/**
 * Reads a published plan and puts it under review. The same bytes are the same review; only one in which nobody
 * has said anything yet is read anew, in case the reader has learnt something since.
 * Throws RefusedError DOCUMENT_REFUSED, NOT_A_PLAN, NOT_PERMITTED; nothing is stored then.
 */
export async function readDocument(
  deps: DeskDeps,
  actor: DeskActor,
  { bytes, fileName }: { bytes: Uint8Array; fileName: string },
  reader: DocumentReader = documentReader,
): Promise<DocumentRead> {
  await requireRight(deps, actor, 'read-document', null);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = await deps.prisma.planReading.findUnique({ where: { sha256 } });
  if (known && (known.status === 'imported' || isTouched(known))) return again(known);
  const decoded = await reader.decode(bytes, fileName);
  if (!decoded.ok)
    return refuseRecorded(deps, actor, null, 'read-document', 'DOCUMENT_REFUSED', { reason: decoded.reason });
  const source = storable(decoded.source);
  const reading = reader.read(source);
  if (reading.kind === 'not-a-plan')
    return refuseRecorded(deps, actor, null, 'read-document', 'NOT_A_PLAN', { reason: reading.reason });
  return storeReading(deps, actor, { sha256, fileName: storableName(fileName), source, reading });
}

/** PostgreSQL stores neither NUL nor half a character; each is one unit long, so that no place moves. */
const storableText = (text: string): string => text.replaceAll('\u0000', '\ufffd').toWellFormed();
const storable = (source: SourceDocument): SourceDocument => ({ ...source, text: storableText(source.text) });
const storableName = (name: string): string => storableText(name).slice(0, 200);
