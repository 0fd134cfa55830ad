import { coverage, dice, type Bigrams } from './similarity.ts';

/** A piece's title stands in the whole's to this share at least. */
const PIECE_INSIDE = 0.65;
/** Each further piece tells this share of the whole that the others don't. */
const PIECE_ADDS = 0.15;
/** Together they tell this share of the whole. */
const PIECES_TELL = 0.6;
/** Above this one title is the other one reworded, not a piece of it. */
const REWORDED = 0.85;

export interface Entry {
  at: number;
  pairs: Bigrams;
}

export interface Pieces {
  whole: number;
  /** In the order of their plan, two at least. */
  pieces: number[];
}

/**
 * Wholes whose title is told by two or more of the parts' titles: old tasks split into new ones, or, asked
 * the other way round, new tasks that took up old ones. Each part serves one whole.
 */
export function findPieces(wholes: readonly Entry[], parts: readonly Entry[]): Pieces[] {
  const taken = new Set<number>();
  return wholes.flatMap((whole) => {
    const inside = parts.filter(
      (part) =>
        !taken.has(part.at) &&
        coverage(part.pairs, whole.pairs) >= PIECE_INSIDE &&
        !wholes.some((other) => other !== whole && dice(other.pairs, part.pairs) > dice(whole.pairs, part.pairs)),
    );
    if (inside.length < 2 || inside.some((part) => dice(part.pairs, whole.pairs) >= REWORDED)) return [];
    const pieces = cover(whole, inside);
    if (pieces === null) return [];
    for (const at of pieces) taken.add(at);
    return [{ whole: whole.at, pieces }];
  });
}

/** The parts that tell the whole, each adding its share; null where one is enough or all too little. */
function cover(whole: Entry, inside: readonly Entry[]): number[] | null {
  const told = new Set<string>();
  const chosen: number[] = [];
  let left = [...inside];
  while (left.length > 0) {
    const gains = left.map(({ pairs }) => [...pairs].filter((pair) => whole.pairs.has(pair) && !told.has(pair)));
    const best = gains.reduce((max, gain, at) => (gain.length > (gains[max]?.length ?? 0) ? at : max), 0);
    const [part, gain] = [left[best], gains[best] ?? []];
    if (!part || gain.length < PIECE_ADDS * whole.pairs.size) break;
    for (const pair of gain) told.add(pair);
    chosen.push(part.at);
    left = left.filter((one) => one !== part);
  }
  return chosen.length >= 2 && told.size >= PIECES_TELL * whole.pairs.size ? chosen.sort((a, b) => a - b) : null;
}
