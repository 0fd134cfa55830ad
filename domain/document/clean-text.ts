import type { CleanNote, Span } from './types.ts';

/**
 * The document without its noise, and the same in Simplified characters: both have equal length, so that patterns
 * run on `simplified` and what they find is cut from `text`, as printed.
 */
export interface CleanText {
  text: string;
  simplified: string;
  /** For each UTF-16 unit of `text` its place in the source; one more at the end. */
  sourceAt: Int32Array;
  notes: CleanNote[];
}

/**
 * The place in the source of a range of the clean text. A table that was drawn with characters stands cell by cell in
 * the clean text and line by line in the source: there the two ends may change their order.
 */
export function toSource({ sourceAt }: Pick<CleanText, 'sourceAt'>, { start, end }: Span): Span {
  const from = sourceAt[start] ?? 0;
  if (end <= start) return { start: from, end: from };
  const last = sourceAt[end - 1] ?? from;
  return { start: Math.min(from, last), end: Math.max(from, last) + 1 };
}
