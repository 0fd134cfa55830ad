import type { Measured } from './interleave.ts';

/** One line of a row's answer. */
export interface BenchResult {
  what: string;
  ours: Timed | Figure;
  against: Timed | Figure;
  /** What `against` is, in words. */
  than: string;
  goal: string;
  /** What the goal is about; of times `ours / against`, of rates the other way round where nothing else is said. */
  ratio?: number;
  met: boolean;
  /** What else was seen, printed below. */
  notes?: string[];
}

/** `cpuMs` where it was measured. */
export type Timed = Pick<Measured, 'ms'> & Partial<Measured>;

/** Something that was counted or reckoned, not timed. */
export interface Figure {
  value: number;
  unit: string;
}

export interface BenchRow {
  /** `B10`. */
  id: string;
  run: (rounds: number) => Promise<BenchResult[]>;
}
