const DIGITS: Record<string, number> = {
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const PLACES: Record<string, number> = { 十: 10, 百: 100, 千: 1_000 };
const GROUPS: Record<string, number> = { 万: 10_000, 亿: 100_000_000 };

/** The characters that a number may be written with; 零 stands for every kind of zero (see foldWidth). */
export const CHINESE_DIGITS = '零一二两三四五六七八九十百千万亿';

/**
 * 两千零五 → 2005, 一万二 → 12000, 六十 → 60, 三点五 → 3.5. Null for what isn't one number: 三五 (three to five), a
 * row of digits without places, a place without order.
 */
export function chineseNumber(text: string): number | null {
  const [whole = '', fraction, ...more] = text.split('点');
  if (more.length > 0) return null;
  const value = wholeNumber(whole);
  if (fraction === undefined || value === null) return value;
  const decimals = [...fraction].map((character) => DIGITS[character]);
  if (decimals.length === 0 || decimals.includes(undefined)) return null;
  return Number(`${value}.${decimals.join('')}`);
}

function wholeNumber(text: string): number | null {
  let total = 0;
  let group = 0;
  let digit: number | null = null;
  /** The place that a last digit without one stands for: 一万二 is 12,000, 一百五 is 150; after 零 it stands for itself. */
  let shorthand = 1;
  for (const character of text) {
    const value = DIGITS[character];
    const place = PLACES[character];
    const scale = GROUPS[character];
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
      if (value === 0) shorthand = 1;
    } else if (place !== undefined) {
      group += (digit ?? 1) * place;
      digit = null;
      shorthand = place / 10;
    } else if (scale !== undefined) {
      const before = group + (digit ?? 0);
      if (before === 0 && total === 0) return null;
      total = scale > total ? (total + before) * scale : total + before * scale;
      group = 0;
      digit = null;
      shorthand = scale / 10;
    } else return null;
  }
  return text === '' ? null : total + group + (digit ?? 0) * (shorthand > 1 ? shorthand : 1);
}
