import { medianOf, type Interval } from './interval.ts';

/** One side of a row: what is timed; it returns something, so that no work can be left out. */
export type Arm = () => unknown;

export interface Sampling {
  /** What one call of an arm does; 1 where absent. */
  each?: number;
  /** CPU so far, ms; this process's own where absent. */
  cpuMs?: () => number;
  /** Done before each sample, untimed. */
  prepare?: () => Promise<void>;
}

interface Sample {
  ms: number;
  cpuMs: number;
}

export interface Measured {
  /** Wall-clock milliseconds of one operation. */
  ms: Interval;
  /** The processes' own accounting, milliseconds of one operation. */
  cpuMs: Interval;
}

function ownCpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function sample(arm: Arm, calls: number, { each = 1, cpuMs = ownCpuMs, prepare }: Sampling): Promise<Sample> {
  await prepare?.();
  const cpu = cpuMs();
  const began = performance.now();
  for (let count = 0; count < calls; count++) await arm();
  const operations = calls * each;
  return { ms: (performance.now() - began) / operations, cpuMs: (cpuMs() - cpu) / operations };
}

const summary = (samples: readonly Sample[]): Measured => ({
  ms: medianOf(samples.map(({ ms }) => ms)),
  cpuMs: medianOf(samples.map(({ cpuMs }) => cpuMs)),
});

/** Both arms A B B A in each round, after one round that isn't counted, so that a busy machine slows both alike. */
export async function interleave(
  ours: Arm,
  against: Arm,
  rounds: number,
  operations: number,
  sampling: Sampling = {},
): Promise<{ ours: Measured; against: Measured }> {
  const samples = { ours: [] as Sample[], against: [] as Sample[] };
  for (let round = 0; round <= rounds; round++) {
    const taken = [];
    for (const arm of ['ours', 'against', 'against', 'ours'] as const)
      taken.push({ arm, ...(await sample(arm === 'ours' ? ours : against, operations, sampling)) });
    if (round > 0) for (const { arm, ...one } of taken) samples[arm].push(one);
  }
  return { ours: summary(samples.ours), against: summary(samples.against) };
}
