/** Signs of CJK Radicals Supplement (U+2E80–2EF3), each with the character that looks the same. */
const RADICALS =
  '⺒巳⺓幺⺛旡⺟母⺠民⺹耂⺺肀⻁虎⻄西⻅见⻆角⻉贝⻋车⻐钅⻑長⻒镸⻓长⻔门⻖阝⻘青⻙韦⻚页⻛风⻜飞⻝食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻮齿⻯竜⻰龙⻲亀⻳龟';

const MEANT = new Map(Array.from({ length: RADICALS.length / 2 }, (_, at) => [RADICALS[at * 2], RADICALS[at * 2 + 1]]));

/**
 * A font that has one glyph for a radical and its character may name the radical: ⼀ for 一, ⺠ for 民. Unicode's own
 * equivalence covers the Kangxi radicals alone.
 */
export const plainSigns = (text: string): string =>
  text
    .replace(/[\u2e80-\u2fdf]/g, (radical) => MEANT.get(radical) ?? radical.normalize('NFKC'))
    .replaceAll('\u00a0', ' ');
