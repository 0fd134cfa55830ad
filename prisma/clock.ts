import type { PrismaClient } from './generated/client.ts';

/** A plan's now. Real plans share the clock `real`; each demo plan has one of its own. */
export interface PlanClock {
  now(clockId: string): Promise<Date>;
  offsetMs(clockId: string): Promise<number>;
}

export const REAL_CLOCK = 'real';

/** Reads offsets from Clock rows; an unknown clock runs with real time. `realNow` is injected, so that tests can skip time. */
export function createPlanClock(prisma: Pick<PrismaClient, 'clock'>, realNow: () => Date): PlanClock {
  const offsetMs = async (clockId: string): Promise<number> => {
    const row = await prisma.clock.findUnique({ where: { id: clockId }, select: { offsetMs: true } });
    return Number(row?.offsetMs ?? 0n);
  };
  return {
    offsetMs,
    now: async (clockId) => new Date(realNow().getTime() + (await offsetMs(clockId))),
  };
}
