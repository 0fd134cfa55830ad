import type { Span } from '../types.ts';
import { trimmed } from '../clean/edit-text.ts';

/** Sentences of a text, each without its full stop; a paragraph's end ends a sentence too. */
export function sentencesIn(text: string): Span[] {
  return pieces(text, /[。!?\n]+/g, { start: 0, end: text.length });
}

/** Clauses between commas, semicolons and colons; a comma that parts thousands doesn't count. */
export function clausesIn(text: string, within: Span): Span[] {
  // Each way begins with the sign itself: the search then leaps from sign to sign.
  return pieces(text, /,(?:(?<!\d,)|(?!\d{3}(?!\d)))|;|:(?:(?!\d)|(?<!\d:))|--(?=\D)/g, within);
}

function pieces(text: string, separator: RegExp, { start, end }: Span): Span[] {
  const found: Span[] = [];
  let from = start;
  const add = (to: number): void => {
    const span = trimmed(text, { start: from, end: to });
    if (span.end > span.start) found.push(span);
  };
  for (const match of text.slice(start, end).matchAll(separator)) {
    add(start + match.index);
    from = start + match.index + match[0].length;
  }
  add(end);
  return found;
}
