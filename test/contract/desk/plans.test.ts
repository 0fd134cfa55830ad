import { afterAll, beforeAll, expect, test } from 'vitest';
import { importPlan } from '../../../bot/desk/import-plan.ts';
import { dryRun } from '../../../bot/desk/dry-run.ts';
import { previewRedate, redatePlan } from '../../../bot/desk/redate-plan.ts';
import { startPlanAct } from '../../../bot/desk/start-plan.ts';
import { planList } from '../../../bot/desk/views/plan-list.ts';
import { today } from '../../../bot/desk/views/today.ts';
import { chenzhou } from '../../../seeds/plans/chenzhou.ts';
import { deskWorld, refusalsOn, type DeskWorld } from './desk-world.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await deskWorld();
});
afterAll(() => world.close());

const chenzhouId = { planId: 'chenzhou' };

test('the list has the five plans as drafts and the demo as ready', async () => {
  const plans = await planList(world.deps, world.office);
  expect(plans.map(({ id, status }) => `${id} ${status}`)).toEqual([
    'chenzhou draft',
    'huangshi draft',
    'shanghai-district draft',
    'bazhong draft',
    'national-2018 draft',
    expect.stringMatching(/ ready$/),
  ]);
  expect(plans[0]?.phases[0]).toMatchObject({ printed: '2009年11月', start: null });
});

test('a start before re-dating is refused, and the refusal is an Event', async () => {
  await expect(startPlanAct(world.deps, world.office, chenzhouId)).rejects.toMatchObject({
    refusal: { code: 'PLAN_DATES_PAST' },
  });
  expect(await refusalsOn(world.prisma, 'chenzhou')).toEqual(['PLAN_DATES_PAST']);
});

test("the preview gives the policy's dates for 22 November 2026 beside the printed ones", async () => {
  const preview = await previewRedate(world.deps, world.office, chenzhouId);
  expect(preview).toMatchObject({ mode: 'shift', defaultMode: 'shift' });
  expect(preview.summary).toMatch(/^顺延17年/);
  const phases = preview.rows.slice(1, 4).map(({ printed, effective, moved }) => ({ printed, effective, moved }));
  expect(phases).toMatchObject([
    { printed: '2009年11月', effective: '2026年11月23日至11月30日', moved: true },
    { effective: expect.stringContaining('2028年6月30日'), moved: true },
    { effective: '2028年6月1日至7月31日', moved: true },
  ]);
  expect(preview.firstWeek[0]).toMatchObject({ day: '2026-11-23' });
  expect(preview.firstWeek.reduce((sum, { prompts }) => sum + prompts, 0)).toBeGreaterThan(0);
  expect(preview.unboundUnits.length).toBeGreaterThan(3);
});

test('an earlier starting day is refused in a sentence', async () => {
  await expect(
    redatePlan(world.deps, world.office, { ...chenzhouId, mode: 'rearrange', startOn: '2026-11-01' }),
  ).rejects.toMatchObject({ refusal: { code: 'INPUT_INVALID' } });
});

test('once re-dated it is ready, its dry run is about the first phase, and it starts', async () => {
  const { summary } = await redatePlan(world.deps, world.office, { ...chenzhouId, mode: 'shift', reason: '试点重启' });
  expect(summary).toMatch(/^顺延17年/);
  expect(await dryRun(world.deps, world.office, chenzhouId)).toMatchObject({
    from: null,
    to: 'deployment',
    gaps: [],
    undoMinutes: 30,
  });
  const before = await today(world.deps, world.office, chenzhouId);
  expect(
    before.board.every(({ light, cells }) => light === 'grey' && cells.every((cell) => cell.light === 'grey')),
  ).toBe(true);
  expect(before).toMatchObject({
    localNow: '11月22日 12:00',
    day: { kind: 'weekend', windows: '' },
    demo: null,
    timersWaiting: 0,
  });
  expect((await startPlanAct(world.deps, world.office, chenzhouId)).summary).toContain('2026年11月23日');
  expect(world.started).toEqual(['plan/chenzhou']);
  await expect(startPlanAct(world.deps, world.office, chenzhouId)).rejects.toMatchObject({
    refusal: { code: 'PLAN_ALREADY_STARTED' },
  });
  await expect(redatePlan(world.deps, world.office, { ...chenzhouId, mode: 'archive' })).rejects.toMatchObject({
    refusal: { code: 'PLAN_NOT_READY' },
  });
  const kinds = await world.prisma.event.findMany({
    where: { entityId: 'desk/chenzhou', kind: { not: 'refused' } },
    orderBy: { seq: 'asc' },
    select: { kind: true },
  });
  expect(kinds.map(({ kind }) => kind)).toEqual(['planRedated', 'planStartAsked']);
});

test('an archived plan has no timers and cannot start', async () => {
  await redatePlan(world.deps, world.office, { planId: 'bazhong', mode: 'archive', reason: '补录' });
  await expect(startPlanAct(world.deps, world.office, { planId: 'bazhong' })).rejects.toMatchObject({
    refusal: { code: 'PLAN_NOT_READY' },
  });
});

test('the same facts are one plan, other facts another, and what breaks the schema names place and rule', async () => {
  const facts = { ...structuredClone(chenzhou), title: '试点工作方案' };
  const first = await importPlan(world.deps, world.office, { facts });
  expect(first).toMatchObject({ alreadyThere: false });
  expect(await importPlan(world.deps, world.office, { facts: structuredClone(facts) })).toMatchObject({
    planId: first.planId,
    alreadyThere: true,
  });
  expect(await importPlan(world.deps, world.office, { facts: { ...facts, docNumber: '另一文号' } })).toMatchObject({
    alreadyThere: false,
  });
  const broken = importPlan(world.deps, world.office, { facts: { ...facts, tasks: [{ title: 7 }] } });
  await expect(broken).rejects.toMatchObject({
    refusal: { code: 'PLAN_INVALID', message: expect.stringContaining('tasks[0]') },
  });
  expect(await refusalsOn(world.prisma, 'installation')).toEqual(['PLAN_INVALID']);
});

test('a plan whose dates are still to come is ready as printed', async () => {
  const facts = structuredClone(chenzhou);
  const later = (date: string | null): string | null =>
    date === null ? null : `${Number(date.slice(0, 4)) + 18}${date.slice(4)}`;
  const period = { start: later(facts.period.start), end: later(facts.period.end) };
  const phases = facts.phases.map((phase) => ({ ...phase, start: later(phase.start), end: later(phase.end) }));
  const { planId, summary } = await importPlan(world.deps, world.office, {
    facts: {
      ...facts,
      title: '明年的方案',
      issuedOn: '2026-11-20',
      period,
      phases,
      tasks: facts.tasks.map((task) => ({ ...task, due: null })),
    },
  });
  expect(summary).toContain('日期未过');
  expect(await world.prisma.plan.findUniqueOrThrow({ where: { id: planId } })).toMatchObject({
    status: 'ready',
    dates: { mode: 'as-printed' },
  });
});

test('a plan that nobody knows has no chain of its own', async () => {
  await expect(today(world.deps, world.office, { planId: 'nowhere' })).rejects.toMatchObject({
    refusal: { code: 'PLAN_UNKNOWN' },
  });
  expect(await refusalsOn(world.prisma, 'nowhere')).toEqual([]);
  expect(await refusalsOn(world.prisma, 'installation')).toContain('PLAN_UNKNOWN');
});
