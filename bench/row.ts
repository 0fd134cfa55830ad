import type { Measured } from './interleave.ts';

/** One line of a row's answer. */
export interface BenchResult {
  what: string;
  ours: Measured;
  against: Measured;
  /** What `against` is, in words. */
  than: string;
  goal: string;
  met: boolean;
}

export interface BenchRow {
  /** `B10`. */
  id: string;
  run: (rounds: number) => Promise<BenchResult[]>;
}
