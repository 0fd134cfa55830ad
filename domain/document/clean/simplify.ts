import { Converter } from 'opencc-js/t2cn';

// Its table takes a moment to load, so not before the first document.
let loaded: ((text: string) => string) | undefined;

function converter(): (text: string) => string {
  const convert: (text: string) => string = loaded ?? Converter({ from: 't', to: 'cn' });
  loaded = convert;
  return convert;
}

function simplified(character: string): string {
  const after = converter()(character);
  // Some rare characters become a surrogate pair: they stay, for offsets must hold.
  return after.length === 1 ? after : character;
}

/** Signs that fonts and typists put for others: the numeral zero, dashes, the tilde of ranges, small forms. */
const LOOKALIKES = new Map(
  ['〇○◯', '—―─', '-‐‑−﹣', '~〜∼', '〔﹝', '〕﹞', '(﹙', ')﹚', ',﹐', '、﹑', ';﹔', ':﹕'].flatMap(
    ([meant = '', ...others]) => others.map((sign): [string, string] => [sign, meant]),
  ),
);

/** 二O一四年: Latin, Cyrillic and Greek letters and the digit typed for the numeral. */
const YEAR_WITH_O = /[一二][〇零OoОΟο0一二三四五六七八九]{3}(?=\s?年)/g;

/** 5月1O日, 3月l5日: letters that a scan read for the digits of a day. */
const DAY_WITH_LETTERS = /(?<=[年月(~-] ?)(?:[1-3Il][OoIl]|[Il]\d|[OoIl])(?= ?[月日号])/g;

function folded(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x80) return character;
  if (code === 0x3000 || code === 0xa0 || (code >= 0x2000 && code <= 0x200a)) return ' ';
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  // Phrases would change a character by its neighbours and so the length: one at a time.
  if (code >= 0x3400 && code <= 0x9fff) return simplified(character);
  return LOOKALIKES.get(character) ?? character;
}

/** What each UTF-16 unit is folded to, as far as it was asked for; 0: not yet. */
const known = new Uint16Array(0x10000);
/** Arguments that one call takes without fear for the stack. */
const UNITS_AT_ONCE = 8_192;

function unitAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const before = known[unit];
  if (before) return before;
  const after = folded(text.charAt(at)).charCodeAt(0);
  known[unit] = after;
  return after;
}

/**
 * What patterns run on: Simplified characters, half-width digits, letters and punctuation, one kind of space, of
 * dash and of Chinese zero. Each UTF-16 unit becomes one unit, so that a place found here is that place in the text.
 */
export function simplify(text: string): string {
  let done = '';
  for (let from = 0; from < text.length; from += UNITS_AT_ONCE) {
    const units = new Uint16Array(Math.min(UNITS_AT_ONCE, text.length - from));
    for (let at = 0; at < units.length; at++) units[at] = unitAt(text, from + at);
    done += Reflect.apply(String.fromCharCode, null, units);
  }
  return done
    .replace(YEAR_WITH_O, (year) => year.replace(/[OoОΟο0]/g, '〇'))
    .replace(DAY_WITH_LETTERS, (day) => day.replace(/[Oo]/g, '0').replace(/[Il]/g, '1'));
}
