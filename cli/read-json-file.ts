import { UsageError } from './failure.ts';
import { readFileBytes } from './read-file-bytes.ts';

const LIMIT_BYTES = 1024 * 1024;

/** A JSON file, or standard input for `-`. Throws UsageError with what is wrong with it. */
export const readJsonFile = (path: string): unknown => jsonIn(path, readFileBytes(path).bytes);

/** The JSON that a file holds; `path` names it in what is thrown. */
export function jsonIn(path: string, bytes: Uint8Array): unknown {
  if (bytes.byteLength > LIMIT_BYTES) throw new UsageError('文件超过1 MiB,请拆分后再导入。', 'BODY_TOO_LARGE');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`文件 ${path} 不是UTF-8编码,请另存为UTF-8。`, 'FILE_UNREADABLE');
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new UsageError(`文件 ${path} 不是有效的JSON:${(error as Error).message}。`, 'FILE_UNREADABLE');
  }
}
