import { setTimeout as pause } from 'node:timers/promises';
import { isInWindow } from '../../domain/calendar/send-window.ts';
import { DEFAULT_POLICY } from '../../domain/plan/policy.ts';
import { loadCalendar } from '../../prisma/load-calendar.ts';
import { countSendable } from '../../prisma/queries/sendable.ts';
import { unsettled } from '../../prisma/queries/unsettled.ts';
import { patiently } from './patiently.ts';
import { CLOCK, PLAN } from './plan-facts.ts';
import type { World } from './world.ts';

/** What is still being worked on; all zero is quiet. */
async function left({ prisma, clock }: World): Promise<Record<string, number>> {
  const now = await clock.now(CLOCK);
  const { open } = isInWindow(await loadCalendar(prisma), DEFAULT_POLICY, now.toISOString());
  const at = {
    clockId: CLOCK,
    now,
    windowless: ['web'],
    windowed: ['slack', 'telegram'],
    openPlans: open ? [PLAN] : [],
  };
  const [{ inbox, entities, unreachable }, sendable, deliveries] = [
    await unsettled(prisma, CLOCK, now),
    await countSendable(prisma, at),
    await prisma.delivery.count({ where: { clockId: CLOCK, status: 'sending' } }),
  ];
  return { inbox, entities, unreachable, sendable, deliveries };
}

/** Waits until nothing is left to do. Resolves to what was left at the bound, or null. */
export async function untilQuiet(world: World, withinMs = 120_000): Promise<string | null> {
  const until = Date.now() + withinMs;
  for (;;) {
    const now = await patiently(() => left(world));
    if (Object.values(now).every((count) => count === 0)) return null;
    if (Date.now() > until) return JSON.stringify(now);
    await pause(100);
  }
}
