import type { World } from './world.ts';
import { CLOCK, PLAN } from './plan-facts.ts';

const active = { planId: PLAN, status: { in: ['waiting', 'open', 'running'] } };

/** The next instant at which entities have something to do; null where there is none. */
export async function nextNode({ prisma }: World): Promise<Date | null> {
  const { _min } = await prisma.checkpoint.aggregate({ where: active, _min: { nextAt: true } });
  return _min.nextAt;
}

/** Moves the plan's clock there and tells those that have something before it, as a demo's step does. Resolves to how many rungs that is. */
export async function moveTo({ prisma, entities }: World, instant: Date): Promise<number> {
  const offsetMs = instant.getTime() - Date.now();
  await prisma.clock.update({ where: { id: CLOCK }, data: { offsetMs: BigInt(offsetMs) } });
  const due = await prisma.checkpoint.findMany({
    where: { ...active, nextAt: { lte: instant } },
    select: { entityId: true, state: true },
  });
  await Promise.all(due.map(({ entityId }) => entities.signal(entityId, 'clockMoved', { offsetMs })));
  await entities.kickSender(CLOCK, offsetMs);
  const slots = due.flatMap(({ state }) => (state as unknown as { slots: { at: string; parts: unknown[] }[] }).slots);
  return slots.filter(({ at }) => at <= instant.toISOString()).reduce((sum, { parts }) => sum + parts.length, 0);
}
