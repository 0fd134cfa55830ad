import { readFileSync } from 'node:fs';
import { UsageError } from './failure.ts';

const LIMIT_BYTES = 1024 * 1024;

/** A JSON file, or standard input for `-`. Throws UsageError with what is wrong with it. */
export function readJsonFile(path: string): unknown {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path === '-' ? 0 : path);
  } catch (error) {
    throw new UsageError(
      `无法读取文件 ${path}(${(error as NodeJS.ErrnoException).code ?? '未知原因'})。`,
      'FILE_UNREADABLE',
    );
  }
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
