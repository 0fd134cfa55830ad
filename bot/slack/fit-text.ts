/** Cuts between characters, never inside one. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = isHighSurrogate(text.charCodeAt(max - 1)) ? max - 1 : max;
  return text.slice(0, end);
}

/** The same, and an ellipsis where something was cut. */
export const shortened = (text: string, max: number): string => (text.length <= max ? text : `${cut(text, max - 1)}…`);

/** A text in pieces of at most `max`. */
export function pieces(text: string, max: number): string[] {
  const found: string[] = [];
  for (let rest = text; rest !== '';) {
    const piece = cut(rest, max);
    found.push(piece);
    rest = rest.slice(piece.length);
  }
  return found;
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
