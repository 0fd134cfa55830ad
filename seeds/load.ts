import { DEFAULT_POLICY } from '../domain/plan/policy.ts';
import { openPrisma, type PrismaClient } from '../prisma/client.ts';
import { REAL_CLOCK } from '../prisma/clock.ts';
import { storeCalendar } from '../prisma/load-calendar.ts';
import { storePlan } from '../prisma/store-plan.ts';
import { SEED_CALENDAR } from './calendar/calendar.ts';
import { loadDemo } from './load-demo.ts';
import { SEED_PLANS } from './plans/index.ts';

/** The person who acts at the machine itself, by one-time link or command line. */
export const LOCAL_COORDINATOR = { id: 'local-coordinator', name: '本机协调员' } as const;

/** Loads what comes with Duban: calendar, the five plans, the demo. What is there already stays as it is. */
export async function loadSeeds({ databaseUrl, now = new Date() }: { databaseUrl: string; now?: Date }): Promise<void> {
  const prisma = openPrisma({ databaseUrl, max: 2 });
  try {
    await seed(prisma, now);
  } finally {
    await prisma.$disconnect();
  }
}

export async function seed(prisma: PrismaClient, now: Date): Promise<void> {
  await prisma.clock.upsert({ where: { id: REAL_CLOCK }, create: { id: REAL_CLOCK }, update: {} });
  const calendars = await prisma.calendarYear.count();
  if (calendars === 0) await storeCalendar(prisma, SEED_CALENDAR, 'seeds/calendar');
  await prisma.person.upsert({ where: { id: LOCAL_COORDINATOR.id }, create: LOCAL_COORDINATOR, update: {} });
  await grant(prisma, LOCAL_COORDINATOR.id, ['operator', 'coordinator']);
  const known = new Set((await prisma.plan.findMany({ select: { id: true } })).map(({ id }) => id));
  for (const { id, facts } of SEED_PLANS) {
    if (known.has(id)) continue;
    await prisma.$transaction((tx) =>
      storePlan(tx, { planId: id, clockId: REAL_CLOCK, demo: false, facts, policy: DEFAULT_POLICY }),
    );
  }
  const removed = await prisma.setting.findUnique({ where: { key: 'demo.removed' } });
  if (removed === null) await loadDemo(prisma, now);
}

export async function grant(
  prisma: PrismaClient,
  personId: string,
  roles: readonly string[],
  planId: string | null = null,
): Promise<void> {
  await prisma.grant.createMany({
    data: roles.map((role) => ({ id: `${personId}-${role}-${planId ?? 'all'}`, personId, planId, role })),
    skipDuplicates: true,
  });
}
