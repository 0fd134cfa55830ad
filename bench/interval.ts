export interface Interval {
  median: number;
  low: number;
  high: number;
}

/** Median with its 95 % interval by order statistics: no assumption on how the times are spread. */
export function medianOf(samples: readonly number[]): Interval {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (rank: number) => sorted[Math.max(0, Math.min(sorted.length - 1, rank))] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  const half = 0.98 * Math.sqrt(sorted.length);
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    low: at(Math.floor(middle - half)),
    high: at(Math.ceil(middle + half)),
  };
}
