import type { Span } from '../types.ts';
import { linesOf, trimmed } from '../clean/edit-text.ts';

/** A line that isn't blank, without the white space around it. */
export interface HeadLine extends Span {
  said: string;
}

export const linesIn = (simplified: string, { start, end }: Span): HeadLine[] =>
  linesOf(simplified.slice(start, end)).flatMap((line) => {
    const span = trimmed(simplified, { start: line.start + start, end: line.end + start });
    return span.end > span.start ? [{ ...span, said: simplified.slice(span.start, span.end) }] : [];
  });
