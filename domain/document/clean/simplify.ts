import { Converter } from 'opencc-js/t2cn';

// Its table takes a moment to load, so not before the first document.
let loaded: ((text: string) => string) | undefined;

function converter(): (text: string) => string {
  const convert: (text: string) => string = loaded ?? Converter({ from: 't', to: 'cn' });
  loaded = convert;
  return convert;
}

const known = new Map<string, string>();

function simplified(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const after = converter()(character);
  // Some rare characters become a surrogate pair: they stay, for offsets must hold.
  const kept = after.length === 1 ? after : character;
  known.set(character, kept);
  return kept;
}

/** Small forms of signs, and what they stand for. */
const SMALL = '﹝﹞﹙﹚﹐﹑﹔﹕';
const FULL = '〔〕(),、;:';
/** Two signs that plans print for the numeral zero. */
const ZEROS = /[○◯]/;

/** 二O一四年: Latin, Cyrillic and Greek letters and the digit typed for the numeral. */
const YEAR_WITH_O = /[一二][〇零OoОΟο0一二三四五六七八九]{3}(?=\s?年)/g;

function folded(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x80) return character;
  if (code === 0x3000 || code === 0xa0 || (code >= 0x2000 && code <= 0x200a)) return ' ';
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (ZEROS.test(character)) return '〇';
  const small = SMALL.indexOf(character);
  if (small >= 0) return FULL.charAt(small);
  // Phrases would change a character by its neighbours and so the length: one at a time.
  return code >= 0x3400 && code <= 0x9fff ? simplified(character) : character;
}

/**
 * What patterns run on: Simplified characters, half-width digits, letters and punctuation, one kind of space and
 * of Chinese zero. Each UTF-16 unit becomes one unit, so that a place found here is that place in the text.
 */
export const simplify = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => folded(text.charAt(at)))
    .join('')
    .replace(YEAR_WITH_O, (year) => year.replace(/[OoОΟο0]/g, '〇'));
