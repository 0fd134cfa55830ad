import { linesOf, type Draft, type Edit } from './edit-text.ts';

/** A copy is at least so long: tables and signatures repeat shorter runs by right. */
const SHORTEST_COPY = 200;

interface Line {
  start: number;
  end: number;
  said: string;
}

const saidLines = (text: string): Line[] =>
  linesOf(text)
    .map(({ start, end }) => ({ start, end, said: text.slice(start, end).replace(/\s+/g, '') }))
    .filter(({ said }) => said !== '');

/** How far apart two equal long lines mostly stand, in lines; null: none stands twice. */
function commonDistance(lines: readonly Line[]): number | null {
  const seen = new Map<string, number>();
  const weight = new Map<number, number>();
  lines.forEach(({ said }, at) => {
    const first = seen.get(said);
    if (first === undefined) seen.set(said, at);
    else if (said.length >= 12) weight.set(at - first, (weight.get(at - first) ?? 0) + said.length);
  });
  let best: number | null = null;
  for (const [distance, sum] of weight)
    if (sum >= SHORTEST_COPY && (best === null || sum > (weight.get(best) ?? 0))) best = distance;
  return best;
}

/** The longest run of lines that repeat those `distance` lines above. */
function longestRun(lines: readonly Line[], distance: number): { from: number; to: number } {
  let best = { from: 0, to: 0, length: 0 };
  let from = -1;
  let length = 0;
  for (let at = distance; at <= lines.length; at++) {
    const same = at < lines.length && lines[at]?.said === lines[at - distance]?.said;
    if (same) {
      if (from < 0) from = at;
      length += lines[at]?.said.length ?? 0;
    } else {
      if (from >= 0 && length > best.length) best = { from, to: at, length };
      from = -1;
      length = 0;
    }
  }
  return best.length >= SHORTEST_COPY ? best : { from: 0, to: 0 };
}

/** The second copy of an article or a page that stands twice. */
export function doubledCopy({ text }: Draft): Edit[] {
  const lines = saidLines(text);
  const distance = commonDistance(lines);
  if (distance === null) return [];
  const { from, to } = longestRun(lines, distance);
  const first = lines[from];
  const last = lines[to - 1];
  // A table repeats a row as its neighbour; a copy starts where its model ended, or later.
  if (!first || !last || to === from || to - from > distance) return [];
  return [{ start: first.start, end: Math.min(last.end + 1, text.length), now: '', code: 'doubled-copy' }];
}
