import type { Span } from '../../../../domain/document/types.ts';
import { plain } from './compare.ts';

/** Finds words in a text whatever blanks, widths, quotes and brackets stand between them. */
export function printedPlaces(text: string): (words: string) => Span[] {
  const starts: number[] = [];
  let bare = '';
  for (let at = 0; at < text.length; at += 1) {
    // A mark that `plain` takes off at an end stands for itself inside a text.
    const sign = text.charAt(at);
    const kept = /[。;；]/.test(sign) ? sign.normalize('NFKC') : plain(sign);
    for (const one of kept) {
      bare += one;
      starts.push(at);
    }
  }
  return (words) => {
    const sought = plain(words);
    const found: Span[] = [];
    if (sought === '') return found;
    for (let at = bare.indexOf(sought); at >= 0; at = bare.indexOf(sought, at + 1)) {
      const start = starts[at] ?? 0;
      found.push({ start, end: (starts[at + sought.length - 1] ?? start) + 1 });
    }
    return found;
  };
}
