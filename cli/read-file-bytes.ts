import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { LIMITS } from '../documents/limits.ts';
import { RefusedError } from '../domain/refusals.ts';
import { UsageError } from './failure.ts';

/** A file's bytes and its name, or standard input for `-`, which has none. Throws UsageError, DOCUMENT_TOO_LARGE. */
export function readFileBytes(path: string): { bytes: Uint8Array; name: string } {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path === '-' ? 0 : path);
  } catch (error) {
    throw new UsageError(
      `无法读取文件 ${path}(${(error as NodeJS.ErrnoException).code ?? '未知原因'})。`,
      'FILE_UNREADABLE',
    );
  }
  if (bytes.byteLength > LIMITS.fileBytes) throw new RefusedError('DOCUMENT_TOO_LARGE');
  return { bytes, name: path === '-' ? '' : basename(path) };
}
