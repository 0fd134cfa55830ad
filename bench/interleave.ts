import { medianOf, type Interval } from './interval.ts';

/** One side of a row: what is timed; it returns something, so that no work can be left out. */
export type Arm = () => unknown;

interface Sample {
  ms: number;
  cpuMs: number;
}

export interface Measured {
  /** Wall-clock milliseconds of one operation. */
  ms: Interval;
  /** This process's own accounting, milliseconds of one operation. */
  cpuMs: Interval;
}

async function sample(arm: Arm, operations: number): Promise<Sample> {
  const cpu = process.cpuUsage();
  const began = performance.now();
  for (let count = 0; count < operations; count++) await arm();
  const ms = (performance.now() - began) / operations;
  const { user, system } = process.cpuUsage(cpu);
  return { ms, cpuMs: (user + system) / 1000 / operations };
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
): Promise<{ ours: Measured; against: Measured }> {
  const samples = { ours: [] as Sample[], against: [] as Sample[] };
  for (let round = 0; round <= rounds; round++) {
    const taken = [];
    for (const arm of ['ours', 'against', 'against', 'ours'] as const)
      taken.push({ arm, ...(await sample(arm === 'ours' ? ours : against, operations)) });
    if (round > 0) for (const { arm, ...one } of taken) samples[arm].push(one);
  }
  return { ours: summary(samples.ours), against: summary(samples.against) };
}
