/** A title without what printing adds: width, spaces, punctuation. */
export const plainTitle = (title: string): string => title.normalize('NFKC').replace(/[\p{P}\p{S}\s]/gu, '');

export type Bigrams = ReadonlySet<string>;

/** Pairs of neighbouring characters; a text of one character is its own pair. */
export function bigramsOf(title: string): Bigrams {
  const points = Array.from(plainTitle(title));
  if (points.length === 1) return new Set(points);
  return new Set(points.slice(1).map((point, at) => `${points[at]}${point}`));
}

const common = (a: Bigrams, b: Bigrams): number => {
  let count = 0;
  for (const pair of a) if (b.has(pair)) count += 1;
  return count;
};

/** Sørensen–Dice: 1 for the same pairs, 0 for none in common. */
export const dice = (a: Bigrams, b: Bigrams): number =>
  a.size + b.size === 0 ? 1 : (2 * common(a, b)) / (a.size + b.size);

/** How much of `part` stands in `whole`, 0–1. */
export const coverage = (part: Bigrams, whole: Bigrams): number =>
  part.size === 0 ? 0 : common(part, whole) / part.size;

/** Share of two lists that they have in common, 0–1; two empty ones have nothing to say. */
export function sharedOf(a: readonly string[], b: readonly string[]): number {
  const all = new Set([...a, ...b]);
  if (all.size === 0) return 0;
  const other = new Set(b);
  return new Set(a.filter((one) => other.has(one))).size / all.size;
}
