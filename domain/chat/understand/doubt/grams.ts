import { simplify } from '../../../document/clean/simplify.ts';

/** Longest run of characters that is weighed as one. */
const LONGEST = 3;

/** Every run of one to three characters of these words, once; a number is one 0, a beginning ^, an end ¶. */
export function gramsOf(words: string): string[] {
  const plain = `^${simplify(words)
    .toLowerCase()
    .replace(/\d+(?:\.\d+)?/g, '0')
    .replace(/[\s`$\\]+/g, '_')}¶`;
  const found = new Set<string>();
  for (let length = 1; length <= LONGEST; length += 1)
    for (let at = 0; at + length <= plain.length; at += 1) found.add(plain.slice(at, at + length));
  return [...found];
}
