import { catalogueFor } from './catalogue/index.ts';
import type { SendableMessage } from './message.ts';

/** What one message may be told in at most; the rest stands in the web inbox. */
export const PARTS_MAX = 4;

const sentences = new Intl.Segmenter('zh', { granularity: 'sentence' });
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/**
 * A message that a provider doesn't take whole, as several: whole lines where a line fits, else whole sentences,
 * cut between characters only where a sentence alone is too long. The same message is always split alike, and
 * what is added to its end changes no earlier part, so that a crash between two parts repeats none. Buttons and
 * signature stand under the last part. `fits` is the provider's own measure of one part.
 */
export function splitMessage(message: SendableMessage, fits: (part: SendableMessage) => boolean): SendableMessage[] {
  if (fits(message)) return [message];
  const { continued, restInWebInbox } = catalogueFor(message.locale);
  const heading = message.heading === '' ? '' : `${message.heading}${continued}`;
  const fit = (lines: string[]): boolean => fits({ ...message, heading, lines });
  const lines = message.lines.flatMap((line) => packed(sentencesOf(line), (text) => fit([text, restInWebInbox])));
  const groups: string[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group && fit([...group, line, restInWebInbox])) group.push(line);
    else groups.push([line]);
  }
  const told = groups.slice(0, PARTS_MAX);
  if (groups.length > told.length) told.at(-1)?.push(restInWebInbox);
  const { asksReply, ...rest } = message;
  return told.map((some, index) => ({
    ...rest,
    heading: index === 0 ? message.heading : heading,
    lines: some,
    part: { no: index + 1, of: told.length },
    ...(index === told.length - 1 ? (asksReply ? { asksReply } : {}) : { buttons: [], signature: '' }),
  }));
}

const sentencesOf = (text: string): string[] => [...sentences.segment(text)].map(({ segment }) => segment);
const charactersOf = (text: string): string[] => [...graphemes.segment(text)].map(({ segment }) => segment);

/** As few texts as possible, each fitting; a piece that doesn't fit alone is cut between its characters. */
function packed(pieces: string[], fits: (text: string) => boolean): string[] {
  const whole = pieces.join('');
  if (fits(whole)) return [whole];
  const found: string[] = [];
  for (let from = 0; from < pieces.length;) {
    const count = mostThat(pieces.length - from, (many) => fits(pieces.slice(from, from + many).join('')));
    if (count > 0) found.push(pieces.slice(from, from + count).join(''));
    else {
      const characters = charactersOf(pieces[from] ?? '');
      found.push(...(characters.length > 1 ? packed(characters, fits) : characters));
    }
    from += Math.max(1, count);
  }
  return found;
}

/** The greatest number up to `max` that holds; 0 where not even one does. */
function mostThat(max: number, holds: (many: number) => boolean): number {
  let [low, high] = [0, max];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
