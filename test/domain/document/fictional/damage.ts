import type { Random } from './random.ts';

/** What copying, scanning and retyping do to a text; each takes the text and gives it damaged. */
export const DAMAGES: Readonly<Record<string, (text: string, random: Random) => string>> = {
  'brackets lost': (text, random) => without(text, /[()（）〔〕【】]/g, random, 3),
  'lines split': (text, random) => broken(text, /(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])/g, random, 6),
  'lines joined': (text, random) => without(text, /\n/g, random, 3),
  'labels garbled': (text, random) =>
    text.replace(/(牵头|责任|配合)单位/g, (said, role: string) => (random.chance(0.3) ? `${role}科局` : said)),
  'numbers dropped': (text, random) =>
    text.replace(/^([ 　]*)(?:[(（][一二三四五六七八九十]+[)）]|\d+[.、．])/gm, (said, blank: string) =>
      random.chance(0.15) ? blank : said,
    ),
  'dates smudged': (text, random) =>
    text.replace(/(\d{4}年)?\d{1,2}月(?:\d{1,2}日)?/g, (said) =>
      random.chance(0.25) ? said.replace(random.pick([/年/, /月/, /\d(?=月)/]), random.pick(['', '□', ' '])) : said,
    ),
  'figures smudged': (text, random) =>
    text.replace(/\d+(?=(?:\.\d+)?(?:%|个|家|户|人|公里|亿元|万元))/g, (said) =>
      random.chance(0.25) ? random.pick([`${said}0230`, '□', said.replace(/.$/, ' ')]) : said,
    ),
  'signs lost': (text, random) => without(text, /、/g, random, 5),
  'digits wrapped': (text, random) => broken(text, /(?<=\d)(?=[\d年月个家%])/g, random, 5),
};

const placesOf = (text: string, what: RegExp): number[] => [...text.matchAll(what)].map(({ index }) => index);

function without(text: string, what: RegExp, random: Random, count: number): string {
  const lost = new Set(random.some(placesOf(text, what), count));
  return text
    .split('')
    .filter((_, at) => !lost.has(at))
    .join('');
}

function broken(text: string, what: RegExp, random: Random, count: number): string {
  return random
    .some(placesOf(text, what), count)
    .toSorted((a, b) => b - a)
    .reduce((said, at) => `${said.slice(0, at)}\n${said.slice(at)}`, text);
}
