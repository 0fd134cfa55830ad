import type { OpenTask } from '../types.ts';

const ROW = /(^|\s)(\d{1,2})(?:[.、](?!\d))?(?![\d.%:/-])(?=\s?[\u4e00-\u9fff\d])/g;

/**
 * 1完成 2 70% 3未启动: rows that only blanks part, led by the numbers of open tasks in their order. The blank before
 * each becomes a full stop, so that places stay.
 */
export function withRows(plain: string, open: readonly OpenTask[]): string {
  const rows = [...plain.matchAll(ROW)].filter(({ 2: number }) => open.some(({ no }) => no === number));
  const places = rows.map(({ 2: number }) => open.findIndex(({ no }) => no === number));
  const isList =
    rows.length >= 2 &&
    plain.slice(0, rows[0]?.index).trim() === '' &&
    places.every((place, at) => at === 0 || place > (places[at - 1] ?? -1));
  if (!isList) return plain;
  return rows.slice(1).reduce((text, { index }) => `${text.slice(0, index)}。${text.slice(index + 1)}`, plain);
}
