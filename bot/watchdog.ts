import type { PrismaClient } from '../prisma/client.ts';
import type { PlanClock } from '../prisma/clock.ts';

const GRACE_MS = 5 * 60_000;

/** Entities that have had something to do for more than five minutes of their plan's clock and didn't do it. */
export async function overdueEntities(prisma: PrismaClient, clock: PlanClock): Promise<string[]> {
  const clocks = await prisma.clock.findMany({
    select: { id: true, plans: { select: { id: true }, where: { status: 'running' } } },
  });
  const found: string[] = [];
  for (const { id, plans } of clocks) {
    if (plans.length === 0) continue;
    const before = new Date((await clock.now(id)).getTime() - GRACE_MS);
    const late = await prisma.checkpoint.findMany({
      where: {
        planId: { in: plans.map((plan) => plan.id) },
        status: { in: ['waiting', 'open', 'running'] },
        nextAt: { lt: before },
      },
      orderBy: { nextAt: 'asc' },
      select: { entityId: true },
      take: 1_000,
    });
    found.push(...late.map(({ entityId }) => entityId));
  }
  return found;
}
