import { Converter } from 'opencc-js/cn2t';
import type { Facts } from './types.ts';

const convert = Converter({ from: 'cn', to: 'tw' });

/** Character by character, so that a name reads the same wherever it stands. */
export const traditional = (text: string): string => [...text].map((character) => convert(character)).join('');

const KEPT = new Set(['comparator', 'kind', 'every', 'scope', 'per', 'obligation']);

function deep(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return KEPT.has(key) ? value : traditional(value);
  if (Array.isArray(value)) return value.map((item) => deep(item));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, deep(inner, name)]));
}

export const traditionalFacts = (facts: Facts): Facts => deep(facts) as Facts;
