import { afterAll, beforeAll, expect, test } from 'vitest';
import { stepDemo } from '../../../bot/desk/demo.ts';
import { importCalendar } from '../../../bot/desk/import-calendar.ts';
import { readyLines } from '../../../bot/desk/ready-lines.ts';
import { bindAccount } from '../../../bot/directory/bind-account.ts';
import { redeemCode } from '../../../bot/directory/codes.ts';
import { openPrisma } from '../../../prisma/client.ts';
import { loadCalendar } from '../../../prisma/load-calendar.ts';
import { DEMO_PLAN_ID } from '../../../seeds/demo/facts.ts';
import { seed } from '../../../seeds/load.ts';
import { SEED_PLANS } from '../../../seeds/plans/index.ts';
import { freshDatabase } from '../../support/database.ts';
import { planId, runningPlan } from './running-plan.ts';
import { deskWorld, MONDAY, type DeskWorld } from './desk-world.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';

let world: DeskWorld;
let states: SupervisedState[];

beforeAll(async () => {
  world = await deskWorld();
  states = await runningPlan(world);
});
afterAll(() => world.close());

/** A notice for a year that the seeds hold as provisional. */
const override = {
  year: 2027,
  published: true,
  rest: ['2027-01-01', '2027-10-01', '2027-10-04'],
  work: ['2027-10-09'],
  source: '测试',
};

test('a new calendar is a new version that every open entity is told of; the same again is the same version', async () => {
  const before = await loadCalendar(world.prisma);
  const loaded = await importCalendar(world.deps, world.office, { override });
  expect(loaded).toMatchObject({ version: before.version + 1, told: states.length });
  expect(world.told).toHaveLength(states.length);
  expect((await importCalendar(world.deps, world.office, { override })).version).toBe(before.version + 1);
  await expect(importCalendar(world.deps, world.office, { override: { year: 'x' } })).rejects.toMatchObject({
    refusal: { code: 'INPUT_INVALID' },
  });
});

test("a demo's clock stands still once a real chat is bound, and a real plan has none", async () => {
  const step = (id: string) => stepDemo(world.deps, world.office, { planId: id, to: 'node' });
  await expect(step(planId)).rejects.toMatchObject({ refusal: { code: 'NOT_DEMO' } });
  expect(await step(DEMO_PLAN_ID)).toEqual({ summary: '已办' });
  const contact = await world.prisma.membership.findFirstOrThrow({ where: { unit: { planId: DEMO_PLAN_ID } } });
  await bindAccount(world.prisma, { channel: 'slack', team: 'T1', externalId: 'U1' }, contact.personId);
  await expect(step(DEMO_PLAN_ID)).rejects.toMatchObject({ refusal: { code: 'DEMO_CLOCK_HAS_REAL_CONTACT' } });
});

const linesAt = (now: Date) =>
  readyLines(
    {
      environment: { DUBAN_HOME: '.duban' },
      connections: { databaseUrl: world.url, http: 'http://127.0.0.1:8080' },
      postgresLine: 'PostgreSQL',
      temporalLine: 'Temporal',
    },
    now,
  );

test('in a year without a calendar everything stands, and says how one is loaded', async () => {
  const lines = await linesAt(new Date('2036-03-03T02:00:00Z'));
  expect(lines.find((line) => line.includes('没有2036年'))).toContain('calendar import FILE');
});

test('where the seeds’ calendar ends before the demo would, all else is loaded', async () => {
  const database = await freshDatabase();
  const prisma = openPrisma({ databaseUrl: database.url, max: 2 });
  await seed(prisma, new Date('2036-03-03T02:00:00Z'));
  expect(await prisma.plan.count({ where: { demo: false } })).toBe(SEED_PLANS.length);
  expect(await prisma.plan.count({ where: { demo: true } })).toBe(0);
  await prisma.$disconnect();
  await database.drop();
});

test('a start says at most eight lines, one of them a link that opens once', async () => {
  const lines = await linesAt(MONDAY);
  expect(lines.length).toBeLessThanOrEqual(8);
  const code = /\/\?code=([\w-]+)$/.exec(lines.find((line) => line.includes('?code=')) ?? '')?.[1] ?? '';
  expect(await redeemCode(world.prisma, { code, source: 'browser', purpose: 'login' })).toBe('local-coordinator');
  await expect(redeemCode(world.prisma, { code, source: 'browser', purpose: 'login' })).rejects.toMatchObject({
    refusal: { code: 'CODE_WRONG' },
  });
});
