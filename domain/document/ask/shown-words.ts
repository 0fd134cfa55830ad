/** How much of a long stretch a question shows. */
export const SHOWN = 40;

/** Printed words as a question shows them: in one line, cut where they are long. */
export function shownWords(printed: string): string {
  const words = oneLine(printed);
  return words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words;
}

export const oneLine = (printed: string): string => printed.replace(/\s+/g, ' ').trim();
