/** A row keeps at most this much; longer bodies are refused with 413 before they come here. */
export const TEXT_MAX_BYTES = 1024 * 1024;

export interface CleanText {
  text: string;
  /** What PostgreSQL can't store, or what was beyond the limit; null where nothing was changed. */
  note: { nul: number; surrogates: number; cut: boolean; original: string | null } | null;
}

const NUL = '\u0000';
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** PostgreSQL takes neither NUL nor half a character: they become U+FFFD, and the original is kept beside (UTF-16, base64). */
export function cleanText(raw: string): CleanText {
  const nul = raw.split(NUL).length - 1;
  const surrogates = raw.match(LONE_SURROGATE)?.length ?? 0;
  const whole = cleanString(raw);
  const cut = Buffer.byteLength(whole) > TEXT_MAX_BYTES;
  const text = cut
    ? Buffer.from(whole)
        .subarray(0, TEXT_MAX_BYTES)
        .toString()
        .replace(/\uFFFD+$/, '')
    : whole;
  if (nul + surrogates === 0 && !cut) return { text, note: null };
  const original =
    nul + surrogates > 0 && raw.length <= TEXT_MAX_BYTES / 2 ? Buffer.from(raw, 'utf16le').toString('base64') : null;
  return { text, note: { nul, surrogates, cut, original } };
}

const cleanString = (text: string): string => text.replaceAll(NUL, '\uFFFD').replace(LONE_SURROGATE, '\uFFFD');

/** The same for every string and key of a payload, so that jsonb takes it. */
export function cleanJson(value: unknown): unknown {
  if (typeof value === 'string') return cleanString(value);
  if (Array.isArray(value)) return value.map(cleanJson);
  if (value === null || typeof value !== 'object') return value ?? null;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [cleanString(key), cleanJson(entry)]));
}
