import { analyse } from 'chardet';
import { DocumentRefused } from '../refusals.ts';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

const SAMPLE_BYTES = 65_536;
/** Above this share of broken or control characters the bytes are no text. */
const MOST_BROKEN = 0.02;
/** Up to this share an otherwise good UTF-8 file has lost a byte here and there. */
const MOST_LOST = 0.005;

/** Bytes → text, the encoding by byte order mark, then by content; `hint` (a page's charset) decides between equals. */
export function decodeText(bytes: Uint8Array, hint?: string): { text: string; encoding: TextEncoding } {
  const encoding = encodingOf(bytes, hint);
  const text = new TextDecoder(encoding).decode(bytes).replaceAll('\0', '');
  if (brokenShare(text.slice(0, SAMPLE_BYTES)) > MOST_BROKEN) throw new DocumentRefused('FORMAT_UNKNOWN');
  return { text, encoding };
}

function encodingOf(bytes: Uint8Array, hint: string | undefined): TextEncoding {
  const marked = byMark(bytes);
  if (marked) return marked;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const wide = wideOrder(sample);
  if (wide) return wide;
  const lost = lostInUtf8(sample);
  if (lost === 0) return lostInUtf8(bytes) <= MOST_LOST ? 'utf-8' : chineseEncoding(bytes, hint);
  return lost <= MOST_LOST ? 'utf-8' : chineseEncoding(sample, hint);
}

function byMark([a, b, c]: Uint8Array): TextEncoding | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without its mark: line ends, digits and Latin letters have a zero byte, always on the same side. */
function wideOrder(bytes: Uint8Array): TextEncoding | null {
  const zeros = [0, 0];
  const newlines = [0, 0];
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const [high, low] = [bytes[at], bytes[at + 1]];
    if (high === 0) zeros[0] = (zeros[0] ?? 0) + 1;
    if (low === 0) zeros[1] = (zeros[1] ?? 0) + 1;
    if (high === 0 && low === 0x0a) newlines[0] = (newlines[0] ?? 0) + 1;
    if (high === 0x0a && low === 0) newlines[1] = (newlines[1] ?? 0) + 1;
  }
  const [first = 0, second = 0] = zeros;
  if (first + second === 0 || bytes.length < 4) return null;
  if (first > second * 8 && (newlines[0] || first > bytes.length / 8)) return 'utf-16be';
  if (second > first * 8 && (newlines[1] || second > bytes.length / 8)) return 'utf-16le';
  return null;
}

/** Share of replaced characters among those outside ASCII; 0 for a file cut inside its last character. */
function lostInUtf8(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8').decode(bytes, { stream: true });
  let wide = 0;
  let lost = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) wide++;
    if (code === 0xfffd) lost++;
  }
  return wide === 0 ? 0 : lost / wide;
}

function chineseEncoding(bytes: Uint8Array, hint: string | undefined): TextEncoding {
  const found = analyse(bytes.subarray(0, SAMPLE_BYTES));
  const confidence = (name: string) => found.find((match) => match.name === name)?.confidence ?? 0;
  const [gb, big5] = [confidence('GB18030'), confidence('Big5')];
  if (gb !== big5) return gb > big5 ? 'gb18030' : 'big5';
  return hint !== undefined && /big5/i.test(hint) ? 'big5' : 'gb18030';
}

/** Replacement characters and controls other than white space. */
function brokenShare(text: string): number {
  if (text === '') return 0;
  let broken = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd || (code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1a)) broken++;
  }
  return broken / text.length;
}
