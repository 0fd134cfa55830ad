const SIGN = '(?:到|至|-|~|—|–|－|～)';
const COUNTED = '[个家户件项座处台套张名人场篇份次批栋株亩吨辆公平万亿元]';
/** 30至35家, 260到280人, 70%~75%: two bounds and no value. */
const BOUNDS = new RegExp(
  `(?<![第\\d.由从])(\\d+(?:\\.\\d+)?)\\s?(%?)\\s?${SIGN}\\s?(\\d+(?:\\.\\d+)?)\\s?(%|${COUNTED})`,
  'g',
);

/** 14个或者15个 */
const EITHER =
  /[一二三四五六七八九十\d]+[\u4e00-\u9fff%]{0,3}(?:还是|或者?)(?:是)?[一二三四五六七八九十\d]+\s?[个家户件项所座处公台套人名场份篇%]|\d[\d.]*\s?[万亿]?[\u4e00-\u9fff%]{1,4}(?:还是|或者?|要么)(?:是)?\s?\d[\d.]*|[\d一二三四五六七八九十百千万][多几]?[\u4e00-\u9fff]?[到至][一二三四五六七八九十百千万\d]+[多几]?[\u4e00-\u9fff]?不等|不是\s?\d[^,。;]{0,6}就是\s?\d|\d\s?[\u4e00-\u9fff%]?(?:或者?|还是|要么)(?:是)?\s?\d/;

/** Whether the words give a range of values instead of one. 由30至35家 is a change. */
export function givesRange(text: string): boolean {
  if (EITHER.test(text)) return true;
  for (const { 0: whole, 1: low, 2: percent, 3: high, 4: unit, index } of text.matchAll(BOUNDS)) {
    if (Number(low) >= Number(high) || (percent === '%' && unit !== '%')) continue;
    const before = text.slice(Math.max(0, index - 12), index);
    if (/(?:由|从|自|第)[^,]*$/.test(before)) continue;
    if (/^(?:年|月|日|岁|号|天|个?月)/.test(text.slice(index + whole.length - 1))) continue;
    return true;
  }
  return false;
}
