import type { PrismaClient } from './generated/client.ts';

/** A plan's now. Real plans share the clock `real`; each demo plan has one of its own. */
export interface PlanClock {
  /** `knownMs`: the offset where it has just been read with something else, which saves a look. */
  now(clockId: string, knownMs?: number | null): Promise<Date>;
  offsetMs(clockId: string, knownMs?: number | null): Promise<number>;
}

export const REAL_CLOCK = 'real';

/**
 * Reads offsets from Clock rows; an unknown clock runs with real time, and so does the real one, whose row nobody
 * moves. `realNow` is injected, so that tests can skip time.
 */
export function createPlanClock(prisma: Pick<PrismaClient, 'clock'>, realNow: () => Date): PlanClock {
  /** One look for all who ask in the same turn of the loop: it begins after all of them have asked. */
  const asked = new Map<string, Promise<number>>();

  async function look(id: string): Promise<number> {
    await Promise.resolve();
    asked.delete(id);
    const row = await prisma.clock.findUnique({ where: { id }, select: { offsetMs: true } });
    return Number(row?.offsetMs ?? 0n);
  }

  function offsetMs(clockId: string, knownMs: number | null = null): Promise<number> {
    if (knownMs !== null || clockId === REAL_CLOCK) return Promise.resolve(knownMs ?? 0);
    const looking = asked.get(clockId) ?? look(clockId);
    asked.set(clockId, looking);
    return looking;
  }

  return {
    offsetMs,
    now: async (clockId, knownMs) => new Date(realNow().getTime() + (await offsetMs(clockId, knownMs))),
  };
}
