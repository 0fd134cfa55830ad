import type { CleanNote, Span } from '../types.ts';
import { simplify } from './simplify.ts';

/** A text on its way to being clean, with the place of each unit in the source. */
export interface Draft {
  text: string;
  simplified: string;
  sourceAt: Int32Array;
  notes: CleanNote[];
}

/** Replace a range of the draft by other text (by nothing, mostly). */
export interface Edit extends Span {
  now: string;
  code: CleanNote['code'];
}

export const draftOf = (text: string): Draft => ({
  text,
  simplified: simplify(text),
  sourceAt: new Int32Array(text.length + 1).map((_, at) => at),
  notes: [],
});

/** Applies edits in one pass. Of two that overlap the first counts. */
export function edited(draft: Draft, edits: readonly Edit[]): Draft {
  const inOrder = edits.toSorted((a, b) => a.start - b.start || b.end - a.end);
  if (inOrder.length === 0) return draft;
  const pieces: string[] = [];
  const simplifiedPieces: string[] = [];
  const places: number[] = [];
  const notes = [...draft.notes];
  const keep = (from: number, to: number): void => {
    pieces.push(draft.text.slice(from, to));
    simplifiedPieces.push(draft.simplified.slice(from, to));
    for (let at = from; at < to; at++) places.push(draft.sourceAt[at] ?? 0);
  };
  let done = 0;
  for (const { start, end, now, code } of inOrder) {
    if (start < done) continue;
    keep(done, start);
    pieces.push(now);
    simplifiedPieces.push(simplify(now));
    const from = draft.sourceAt[start] ?? 0;
    for (let at = 0; at < now.length; at++)
      places.push(draft.sourceAt[Math.min(start + at, Math.max(start, end - 1))] ?? from);
    notes.push({
      code,
      at: { start: from, end: end > start ? (draft.sourceAt[end - 1] ?? from) + 1 : from },
      was: draft.text.slice(start, end),
      now,
    });
    done = end;
  }
  keep(done, draft.text.length);
  places.push(draft.sourceAt[draft.text.length] ?? 0);
  return { text: pieces.join(''), simplified: simplifiedPieces.join(''), sourceAt: Int32Array.from(places), notes };
}

/** The lines of a text that hold a character, without their line ends; a file may hold a million empty ones. */
export function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  for (let start = 0; start < text.length; start++) {
    if (text.charAt(start) === '\n') continue;
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    lines.push({ start, end });
    start = end;
  }
  return lines;
}

/** Chinese characters are told from white space by their code: nearly all ends are such. */
function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 0x3001 ? /\s/.test(text.charAt(at)) : code === 0xfeff;
}

/** A range without the white space at its two ends. */
export function trimmed(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && isBlank(text, from)) from++;
  while (to > from && isBlank(text, to - 1)) to--;
  return { start: from, end: to };
}
