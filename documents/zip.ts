import { promisify } from 'node:util';
import { inflateRawSync } from 'node:zlib';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { LIMITS } from './limits.ts';
import { DocumentRefused } from './refusals.ts';

/** A zip file whose parts are inflated one by one, never past LIMITS. */
export interface Zip {
  names: string[];
  /** Bytes of a part, null where there is none. Throws DocumentRefused. */
  read(name: string): Buffer | null;
}

const STORED = 0;
const DEFLATED = 8;
const LOCAL_HEADER_BYTES = 30;

const openZipFile = promisify<Buffer, { lazyEntries: boolean; decodeStrings: boolean }, ZipFile>(fromBuffer);

/** Lists a zip's parts without inflating any. Throws DocumentRefused where the list itself is out of bounds. */
export async function openZip(bytes: Uint8Array): Promise<Zip> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = await listEntries(buffer);
  let inflatedBytes = 0;
  const read = (name: string): Buffer | null => {
    const entry = entries.get(name);
    if (!entry) return null;
    const content = inflate(buffer, entry);
    inflatedBytes += content.length;
    if (inflatedBytes > LIMITS.zipTotalBytes) throw new DocumentRefused('DOCUMENT_BOMB');
    return content;
  };
  return { names: [...entries.keys()], read };
}

async function listEntries(buffer: Buffer): Promise<Map<string, Entry>> {
  const file = await openZipFile(buffer, { lazyEntries: true, decodeStrings: true }).catch(() => {
    throw new DocumentRefused('DOCUMENT_DAMAGED');
  });
  if (file.entryCount > LIMITS.zipEntries) throw new DocumentRefused('DOCUMENT_BOMB');
  const entries = new Map<string, Entry>();
  await new Promise<void>((resolve, reject) => {
    file.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      file.readEntry();
    });
    file.on('end', () => resolve());
    file.on('error', () => reject(new DocumentRefused('DOCUMENT_DAMAGED')));
    file.readEntry();
  });
  return entries;
}

function inflate(buffer: Buffer, entry: Entry): Buffer {
  if (entry.isEncrypted()) throw new DocumentRefused('DOCUMENT_ENCRYPTED');
  const header = entry.relativeOffsetOfLocalHeader;
  if (header + LOCAL_HEADER_BYTES > buffer.length) throw new DocumentRefused('DOCUMENT_DAMAGED');
  const start = header + LOCAL_HEADER_BYTES + buffer.readUInt16LE(header + 26) + buffer.readUInt16LE(header + 28);
  const packed = buffer.subarray(start, start + entry.compressedSize);
  if (entry.compressionMethod === STORED) return packed;
  if (entry.compressionMethod !== DEFLATED) throw new DocumentRefused('DOCUMENT_DAMAGED');
  const byRatio = Math.max(LIMITS.zipRatioFromBytes, packed.length * LIMITS.zipRatio);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.min(LIMITS.zipPartBytes, byRatio) });
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new DocumentRefused(tooLarge ? 'DOCUMENT_BOMB' : 'DOCUMENT_DAMAGED');
  }
}
