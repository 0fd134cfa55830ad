import { cutWords } from './cut-words.ts';

/** Characters of a reason, an issue or a request that stay in a state; the inbox and the Event have all. */
const WORDS_KEPT = 200;

export const keptWords = (words: string): string => cutWords(words, WORDS_KEPT);

/** Of a report that stands the state has no more than its beginning: thirty parts have one each. */
const LAST_WORDS_KEPT = 60;

export const lastWordsOf = (words: string): string =>
  words.length <= LAST_WORDS_KEPT ? words : `${cutWords(words, LAST_WORDS_KEPT - 1)}…`;

/** Is `kept` what lastWordsOf made of these words? */
export const isBeginningOf = (kept: string, words: string): boolean => words.startsWith(kept.replace(/…$/, ''));
