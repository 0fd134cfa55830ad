import type { Address } from '../../domain/chat/port.ts';
import { DEFAULT_POLICY } from '../../domain/plan/policy.ts';
import { redate } from '../../domain/plan/redate.ts';
import type { Prisma, PrismaClient } from '../../prisma/client.ts';
import { storeCalendar } from '../../prisma/load-calendar.ts';
import { storeContact } from '../../prisma/store-contact.ts';
import { storePlan } from '../../prisma/store-plan.ts';
import { SEED_CALENDAR } from '../../seeds/calendar/calendar.ts';
import { chaosFacts, CLOCK, LIAISONS_A_UNIT, PLAN, STARTS_AT, STARTS_ON } from './plan-facts.ts';

/** Where the nth liaison is reached. */
export interface Addresses {
  bind(personId: string, index: number): Address;
}

/** The generated plan, ready to start on a clock of its own, its liaisons bound to the channel of the ledger or as given. */
export async function seedPlan(prisma: PrismaClient, addresses?: Addresses): Promise<void> {
  await prisma.clock.create({ data: { id: CLOCK, offsetMs: BigInt(STARTS_AT.getTime() - Date.now()) } });
  await storeCalendar(prisma, SEED_CALENDAR, 'chaos');
  await storePlan(prisma, { planId: PLAN, clockId: CLOCK, demo: false, facts: chaosFacts, policy: DEFAULT_POLICY });
  const dates = redate(chaosFacts, 'as-printed', { today: STARTS_ON, calendar: SEED_CALENDAR });
  await prisma.plan.update({
    where: { id: PLAN },
    data: { status: 'ready', dates: dates as unknown as Prisma.InputJsonValue },
  });
  await bindLiaisons(prisma, addresses);
}

async function bindLiaisons(prisma: PrismaClient, addresses: Addresses | undefined): Promise<void> {
  const units = await prisma.unit.findMany({
    where: { planId: PLAN, kind: 'department' },
    orderBy: { ordinal: 'asc' },
  });
  const tasks = await prisma.task.findMany({ where: { planId: PLAN }, orderBy: { ordinal: 'asc' } });
  let index = 0;
  for (const unit of units.filter(({ name }) => name !== chaosFacts.office.name)) {
    for (let n = 0; n < LIAISONS_A_UNIT; n += 1) {
      const personId = `${unit.name}-${n + 1}`;
      const taskIds = tasks.filter(({ ordinal }) => ordinal % LIAISONS_A_UNIT === n).map(({ id }) => id);
      await storeContact(prisma, {
        personId,
        name: `联络员${personId}`,
        demo: false,
        unitId: unit.id,
        rank: 'liaison',
        taskIds,
        ...(addresses ? {} : { channel: 'slack' }),
      });
      const address = addresses?.bind(personId, index);
      if (address) await prisma.account.create({ data: { id: `chat-${personId}`, ...address, personId } });
      index += 1;
      await prisma.grant.create({ data: { id: `${personId}-role`, personId, planId: PLAN, role: 'liaison' } });
    }
  }
}
