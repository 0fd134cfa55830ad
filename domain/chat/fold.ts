/**
 * Compatibility forms and case folded (/HELP → /help, ( → (), each character in its place: what is found in
 * the folded text stands at the same index in the words as they were written.
 */
export const fold = (text: string): string =>
  Array.from(text, (character) => {
    const folded = character.normalize('NFKC').toLowerCase();
    return folded.length === character.length ? folded : character;
  }).join('');
