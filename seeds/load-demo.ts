import { hasYear } from '../domain/calendar/calendar-index.ts';
import { yearOf } from '../domain/calendar/local-date.ts';
import { localDateOf } from '../domain/calendar/local-time.ts';
import { instantAt } from '../domain/calendar/local-time.ts';
import { nextWorkdayOnOrAfter } from '../domain/calendar/working-days.ts';
import { DEFAULT_POLICY, DEFAULT_ZONE } from '../domain/plan/policy.ts';
import { redate } from '../domain/plan/redate.ts';
import type { Db, Prisma, PrismaClient } from '../prisma/client.ts';
import { storeContact } from '../prisma/store-contact.ts';
import { storePlan } from '../prisma/store-plan.ts';
import { SEED_CALENDAR } from './calendar/calendar.ts';
import { monthAt } from './demo/dates.ts';
import { DEMO_PLAN_ID, demoBoardDate, demoFacts } from './demo/facts.ts';
import { demoPolicy } from './demo/policy.ts';
import { demoScripts } from './demo/scripts.ts';
import type { ScriptedContact } from './demo/types.ts';

export const DEMO_CLOCK = 'demo';
export const DEMO_COORDINATOR = { id: 'demo-coordinator', name: '陈某' } as const;
export const DEMO_LEADER = { id: 'demo-leader', name: '罗某' } as const;

/** The demo began this many months before the month of its first start. */
const MONTHS_BACK = 5;
/** The hour of the board's day at which the visitor comes in. */
const BOARD_TIME = '10:12';

/**
 * 示例市 with its own clock five months back, its people bound to scripts, its dates as printed: ready to start.
 * None where it would end beyond the seeds' calendar.
 */
export async function loadDemo(prisma: PrismaClient, now: Date): Promise<void> {
  if ((await prisma.plan.count({ where: { id: DEMO_PLAN_ID } })) > 0) return;
  const startMonth = monthAt(localDateOf(now.toISOString(), DEFAULT_ZONE).slice(0, 7), -MONTHS_BACK);
  const facts = demoFacts(startMonth);
  if (!hasYear(SEED_CALENDAR, yearOf(facts.period.end ?? startMonth))) return;
  const policy = demoPolicy(DEFAULT_POLICY);
  const startDay = nextWorkdayOnOrAfter(SEED_CALENDAR, `${startMonth}-01`);
  const startAt = instantAt(startDay, '08:30', DEFAULT_ZONE);
  const dates = redate(facts, 'as-printed', {
    today: startDay,
    calendar: SEED_CALENDAR,
    reason: '演示方案,按所载日期运行',
  });
  await prisma.$transaction(async (tx) => {
    await tx.clock.create({ data: { id: DEMO_CLOCK, offsetMs: BigInt(Date.parse(startAt) - now.getTime()) } });
    await storePlan(tx, { planId: DEMO_PLAN_ID, clockId: DEMO_CLOCK, demo: true, facts, policy });
    await tx.plan.update({
      where: { id: DEMO_PLAN_ID },
      data: { status: 'ready', dates: dates as unknown as Prisma.InputJsonValue },
    });
    await tx.setting.create({
      data: {
        key: 'demo.catch-up',
        value: { until: instantAt(demoBoardDate(startMonth), BOARD_TIME, DEFAULT_ZONE), done: false },
      },
    });
    await storePeople(tx, demoScripts(startMonth), facts.office.name);
  });
}

async function storePeople(tx: Db, scripts: readonly ScriptedContact[], office: string): Promise<void> {
  const units = await tx.unit.findMany({ where: { planId: DEMO_PLAN_ID } });
  const tasks = await tx.task.findMany({ where: { planId: DEMO_PLAN_ID } });
  for (const [index, script] of scripts.entries()) {
    const unit = units.find(({ name }) => name === script.unit);
    if (!unit) throw new Error(`no unit ${script.unit} in the demo`);
    const taskIds = tasks.flatMap(({ id, no }) => (no !== null && script.tasks?.includes(no) ? [id] : []));
    const personId = `demo-${index + 1}`;
    await storeContact(tx, {
      personId,
      name: script.name,
      demo: true,
      unitId: unit.id,
      rank: script.rank,
      taskIds,
      channel: 'scripted',
    });
    await tx.setting.create({ data: { key: `script/${personId}`, value: script as unknown as Prisma.InputJsonValue } });
    await tx.grant.create({
      data: {
        id: `${personId}-role`,
        personId,
        planId: DEMO_PLAN_ID,
        role: script.rank === 'supervisor' ? 'supervisor' : 'liaison',
      },
    });
  }
  const own = units.find(({ name }) => name === office);
  if (!own) throw new Error('the demo has no office unit');
  await storeContact(tx, {
    personId: DEMO_COORDINATOR.id,
    name: DEMO_COORDINATOR.name,
    demo: true,
    unitId: own.id,
    rank: 'liaison',
    taskIds: [],
    channel: 'scripted',
  });
  const officeScript: ScriptedContact = {
    unit: office,
    rank: 'liaison',
    name: DEMO_COORDINATOR.name,
    behaviour: { kind: 'prompt', delayMinutes: 25 },
    answers: [],
  };
  await tx.setting.create({
    data: { key: `script/${DEMO_COORDINATOR.id}`, value: officeScript as unknown as Prisma.InputJsonValue },
  });
  await tx.person.create({ data: { ...DEMO_LEADER, demo: true } });
  await tx.grant.createMany({
    data: [
      { id: 'demo-coordinator-role', personId: DEMO_COORDINATOR.id, planId: DEMO_PLAN_ID, role: 'coordinator' },
      { id: 'demo-leader-role', personId: DEMO_LEADER.id, planId: DEMO_PLAN_ID, role: 'leader' },
    ],
  });
}
