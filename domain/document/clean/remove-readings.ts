import type { Draft, Edit } from './edit-text.ts';

/** Fewer than so many could be a person's or a firm's Latin name. */
const LEAST = 6;
const READING = /(?<=[\u3400-\u9fff])(?:\([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6}\))+/g;

/** Readings in Latin letters that a copying site put behind characters: 方(fang)案(an). */
export function readings({ simplified }: Draft): Edit[] {
  const found = [...simplified.matchAll(READING)];
  if (found.length < LEAST) return [];
  return found.map((reading) => ({
    start: reading.index,
    end: reading.index + reading[0].length,
    now: '',
    code: 'control-characters',
  }));
}
