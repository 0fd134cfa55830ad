import type { Span } from '../types.ts';

/** 月调度 of `月调度、季通报、年考核`: the cycle in one character before the act. */
const SHORT =
  /(?<=^|[、“"和及与行立持施:])(?<cycle>[日周旬月季年])度?(?:调度|通报|考核|报告|督查|督导|例会|点评|分析|总结|评估|评比|清零|小结|排名|研判|会商|检查|抽查|巡查|结|报|考)(?=[、”"和及与制机]|$)/g;
const EVERY: Readonly<Record<string, string>> = {
  日: 'day',
  周: 'week',
  旬: 'half month',
  月: 'month',
  季: 'quarter',
  年: 'year',
};
/** One alone is a word of its own: 年总结. */
const LEAST = 2;

/** Acts that are told with their cycles in a list; places are of the words that were given. Empty: no such list. */
export function shortCycles(words: string): (Span & { every: string })[] {
  const found = [...words.matchAll(SHORT)].map(({ 0: said, index, groups }) => ({
    start: index,
    end: index + said.length,
    every: EVERY[groups?.['cycle'] ?? ''] ?? 'periodic',
  }));
  return found.length >= LEAST ? found : [];
}
