/** The lines of a plain text that print something, as a typist would enter them paragraph by paragraph. */
export const planLines = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
