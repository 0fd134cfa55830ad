import type { Span } from '../types.ts';

/** Sentences of a text, each without its full stop; a paragraph's end ends a sentence too. */
export function sentencesIn(text: string): Span[] {
  return pieces(text, /[。!?\n]+/g, { start: 0, end: text.length });
}

/** Clauses between commas, semicolons and colons; a comma that parts thousands doesn't count. */
export function clausesIn(text: string, within: Span): Span[] {
  return pieces(text, /(?<!\d),|,(?!\d{3}(?!\d))|;|:(?!\d)|(?<!\d):|-{2}(?=\D)/g, within);
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

/** Without the white space around it. */
export function trimmed(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text.charAt(from))) from += 1;
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}
