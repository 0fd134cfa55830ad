import { readdirSync, readFileSync } from 'node:fs';

/** Linux's unit in /proc. */
const TICK_MS = 10;

interface Stat {
  pid: number;
  parent: number;
  /** Its own and its ended children's, ms. */
  cpuMs: number;
}

/**
 * Milliseconds of CPU that these processes, their living and their ended children have used, from the kernel's own
 * accounting; 0 where there is no /proc.
 */
export function cpuOf(pids: readonly number[]): number {
  const stats = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(Number(name)));
  const counted = new Set(pids);
  for (let before = -1; before !== counted.size;) {
    before = counted.size;
    for (const { pid, parent } of stats) if (counted.has(parent)) counted.add(pid);
  }
  return stats.filter(({ pid }) => counted.has(pid)).reduce((sum, { cpuMs }) => sum + cpuMs, 0);
}

function statOf(pid: number): Stat[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name may hold spaces; what follows it doesn't.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent = 0] = fields.slice(1, 2);
    const ticks = fields.slice(11, 15).reduce((sum, value) => sum + value, 0);
    return [{ pid, parent, cpuMs: ticks * TICK_MS }];
  } catch {
    // It ended meanwhile.
    return [];
  }
}
