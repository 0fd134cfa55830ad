import type { Span } from '../../../../domain/document/types.ts';

export interface Segment extends Span {
  text: string;
  /** Places of the draft that stand here, the narrowest first. */
  paths: string[];
}

/** The text cut at every end of an anchor; in order, without gaps. */
export function segmentsOf(text: string, anchors: Record<string, Span>): Segment[] {
  const spans = Object.entries(anchors)
    .map(([path, { start, end }]) => ({ path, start: Math.max(0, start), end: Math.min(text.length, end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  let next = 0;
  let open: typeof spans = [];
  return cuts.slice(0, -1).map((start, at) => {
    const end = cuts[at + 1] ?? text.length;
    open = open.filter((span) => span.end > start);
    for (let span = spans[next]; span !== undefined && span.start <= start; span = spans[next]) {
      open.push(span);
      next += 1;
    }
    const paths = open.toSorted((a, b) => a.end - a.start - (b.end - b.start)).map(({ path }) => path);
    return { start, end, text: text.slice(start, end), paths };
  });
}
