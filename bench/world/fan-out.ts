import { DEFAULT_POLICY } from '../../domain/plan/policy.ts';
import type { Prisma, PrismaClient } from '../../prisma/client.ts';
import { storeCalendar } from '../../prisma/load-calendar.ts';
import { SEED_CALENDAR } from '../../seeds/calendar/calendar.ts';

export const FAN_OUT_CLOCK = 'fan-out';
const PLAN = 'fan-out';
/** Monday 09:15 in Shanghai, as the window opens. */
export const OPENS_AT = new Date('2026-11-23T01:15:00.000Z');
const DUE_ON = '2026-12-02';

/** Where the nth person is reached. */
export type ChatOf = (index: number) => { channel: string; externalId: string };

/** A running plan whose persons have so many rungs each, all due at once; each person is a unit's only liaison. */
export async function putFanOut(
  prisma: PrismaClient,
  persons: number,
  linesEach: number,
  chatOf: ChatOf,
): Promise<void> {
  await storeCalendar(prisma, SEED_CALENDAR, 'bench');
  await prisma.clock.create({ data: { id: FAN_OUT_CLOCK } });
  await prisma.plan.create({
    data: {
      id: PLAN,
      clockId: FAN_OUT_CLOCK,
      title: '虚构市压力检验工作方案',
      status: 'running',
      facts: { office: { name: '虚构市办', host: null }, recurring: [] },
      policy: DEFAULT_POLICY as unknown as Prisma.InputJsonValue,
    },
  });
  const each = Array.from({ length: persons }, (_, index) => index);
  await prisma.unit.createMany({
    data: each.map((index) => ({
      id: `unit-${index}`,
      planId: PLAN,
      name: `第${index + 1}局`,
      short: `局${index + 1}`,
      aliases: [],
      kind: 'department',
      relation: 'subordinate',
      members: [],
      ordinal: index,
    })),
  });
  await prisma.person.createMany({
    data: each.map((index) => ({ id: `person-${index}`, name: `联络员${index + 1}` })),
  });
  await prisma.membership.createMany({
    data: each.map((index) => ({
      id: `member-${index}`,
      personId: `person-${index}`,
      unitId: `unit-${index}`,
      rank: 'liaison',
      taskIds: [],
    })),
  });
  await prisma.account.createMany({
    data: each.map((index) => ({ id: `account-${index}`, personId: `person-${index}`, ...chatOf(index) })),
  });
  for (let line = 0; line < linesEach; line += 1) await putLine(prisma, each, line);
}

async function putLine(prisma: PrismaClient, each: number[], line: number): Promise<void> {
  const tasks = each.map((index) => ({ index, id: `t-${index}-${line}`, title: `虚构事项${line + 1}` }));
  await prisma.checkpoint.createMany({
    data: tasks.map(({ index, id }) => ({
      entityId: `task/${id}`,
      kind: 'task',
      planId: PLAN,
      generation: 1,
      version: 1,
      status: 'open',
      state: {
        parts: [
          { id: 'p1', unitId: `unit-${index}`, completion: 'open', duties: [{ kind: 'completion', cycle: 'once' }] },
        ],
      },
    })),
  });
  await prisma.prompt.createMany({
    data: tasks.map(({ index, id, title }) => ({
      id,
      planId: PLAN,
      clockId: FAN_OUT_CLOCK,
      entityId: `task/${id}`,
      partId: 'p1',
      unitId: `unit-${index}`,
      role: 'lead',
      duty: 'completion',
      cycle: 'once',
      deadlineSeq: 1,
      rung: 'b7',
      audience: 'liaison',
      rule: 'bench',
      slotAt: OPENS_AT,
      dueAt: new Date(`${DUE_ON}T09:30:00.000Z`),
      status: 'queued',
      line: {
        entityId: `task/${id}`,
        partId: 'p1',
        planTitle: '虚构市压力检验工作方案',
        no: `T${line + 1}`,
        title,
        unit: `第${index + 1}局`,
        relation: 'subordinate',
        role: 'lead',
        assumedLead: false,
        duty: 'completion',
        cycle: 'once',
        rung: 'b7',
        dueOn: DUE_ON,
        dueAt: `${DUE_ON}T09:30:00.000Z`,
        provisional: false,
        progress: null,
        lastWords: null,
        lastReportOn: null,
        cadence: 'quarterly',
        taskDueOn: DUE_ON,
      },
    })),
  });
}
