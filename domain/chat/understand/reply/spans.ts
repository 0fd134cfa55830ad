import type { Span } from '../types.ts';

export function covering(spans: { start: number; end: number }[]): Span {
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
}

/** The first run of neighbouring clauses. */
export function runOf(spans: Span[], plain: string): Span | null {
  const [first, ...others] = [...spans].sort((a, b) => a.start - b.start);
  if (!first) return null;
  let { end } = first;
  for (const span of others) {
    if (!/^[\s,、:]{0,3}$/.test(plain.slice(end, span.start))) break;
    end = Math.max(end, span.end);
  }
  return { start: first.start, end };
}

/** The clauses of one task as they were written. */
export function wordsOf(spans: Span[], text: string): string {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const runs: Span[] = [];
  for (const { start, end } of sorted) {
    const before = runs.at(-1);
    if (before && /^[\s,,、::;;。.()()"“”]{0,4}$/.test(text.slice(before.end, start)))
      before.end = Math.max(before.end, end);
    else runs.push({ start, end });
  }
  return runs.map(({ start, end }) => text.slice(start, end)).join('……');
}
