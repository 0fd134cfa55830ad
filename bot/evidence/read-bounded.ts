import { FileRefused } from './file-fetcher.ts';

const MEGABYTE = 1024 * 1024;

export const tooLarge = (name: string, limitBytes: number): FileRefused =>
  new FileRefused('FILE_TOO_LARGE', { name, limit: Math.floor(limitBytes / MEGABYTE) });

/** A response's body, of at most so many bytes: what is longer is cut off, whatever its headers said. Throws FileRefused FILE_TOO_LARGE. */
export async function readBounded(response: Response, limitBytes: number, name: string): Promise<Uint8Array> {
  const { body } = response;
  if (Number(response.headers.get('content-length') ?? 0) > limitBytes) {
    await body?.cancel();
    throw tooLarge(name, limitBytes);
  }
  if (!body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > limitBytes) {
      await reader.cancel();
      throw tooLarge(name, limitBytes);
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks);
}
