import { afterAll, beforeAll, expect, test } from 'vitest';
import { dossier } from '../../../activities/dossier.ts';
import { advancePhase } from '../../../bot/desk/advance-phase.ts';
import { dryRun } from '../../../bot/desk/dry-run.ts';
import { nudge } from '../../../bot/desk/nudge.ts';
import { today } from '../../../bot/desk/views/today.ts';
import type { RedatedPlan } from '../../../domain/plan/redate-types.ts';
import { DEFAULT_POLICY } from '../../../domain/plan/policy.ts';
import { initialPlanState } from '../../../domain/supervision/initial-states.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import type { Prisma } from '../../../prisma/client.ts';
import { checkpoint, deskWorld, MONDAY, refusalsOn, type DeskWorld } from './desk-world.ts';
import { planId, runningPlan } from './running-plan.ts';

let world: DeskWorld;
let states: SupervisedState[];

beforeAll(async () => {
  world = await deskWorld();
  states = await runningPlan(world);
  const { dates } = await world.prisma.plan.update({ where: { id: planId }, data: { status: 'running' } });
  const seed = { planId, entityId: `plan/${planId}`, clockId: 'real', offsetMs: 0, title: '', policy: DEFAULT_POLICY };
  const state = { ...initialPlanState({ ...seed, dates: dates as unknown as RedatedPlan }), current: 0, epoch: 1 };
  const json = state as unknown as Prisma.InputJsonValue;
  await world.prisma.checkpoint.create({
    data: { entityId: state.entityId, kind: 'plan', planId, generation: 1, version: 1, status: 'running', state: json },
  });
});
afterAll(() => world.close());

const now = MONDAY.toISOString();

test('the dry run of a running plan names what is missing, and the workflow reckons the same hash', async () => {
  const run = await dryRun(world.deps, world.office, { planId });
  const parts = states.flatMap((state) => (state.optional ? [] : state.parts)).length;
  expect(run).toMatchObject({ from: 'deployment', to: 'implementation' });
  expect(run.gaps).toEqual([{ code: 'receipts-missing', text: `${parts}份任务尚未签收`, count: parts }]);
  expect(run.unboundUnits.length).toBeGreaterThan(0);
  expect(run.firstWeek).toHaveLength(5);
  expect(await dossier(world.deps, { planId, now })).toEqual({
    hash: run.hash,
    gaps: run.gaps.map(({ text }) => text),
  });
});

test('a receipt makes another dossier', async () => {
  const { hash } = await dossier(world.deps, { planId, now });
  const at = states.findIndex(({ parts }) => parts.length > 0);
  const state = states[at] as SupervisedState;
  await checkpoint(world.prisma, { ...state, parts: state.parts.map((part) => ({ ...part, receiptAt: now })) });
  expect((await dossier(world.deps, { planId, now })).hash).not.toBe(hash);
});

test('the strip shows which phase is current', async () => {
  const { phases } = await today(world.deps, world.office, { planId });
  expect(phases.map(({ status }) => status)).toEqual(['current', 'next', 'next']);
  expect(phases[0]?.note).toMatch(/^1\/\d+ 签收 · 第8天$/);
});

test('within the undo window a second transition is refused with the time on the local clock', async () => {
  await world.prisma.plan.update({
    where: { id: planId },
    data: { holdUntil: new Date(MONDAY.getTime() + 1_800_000) },
  });
  const again = advancePhase(world.deps, world.office, { planId, hash: 'x' });
  await expect(again).rejects.toMatchObject({
    refusal: { code: 'ALREADY_ADVANCING', message: expect.stringContaining('11月30日10:30') },
  });
});

test('an act on a closed task is refused on record, without a workflow to ask', async () => {
  const state = states.find(({ parts }) => parts.some(({ relation }) => relation === 'subordinate')) as SupervisedState;
  const part = state.parts.find(({ relation }) => relation === 'subordinate');
  await checkpoint(world.prisma, { ...state, status: 'closed' });
  const taskId = state.entityId.slice('task/'.length);
  await expect(nudge(world.deps, world.office, { taskId, partId: part?.id })).rejects.toMatchObject({
    refusal: { code: 'TASK_CLOSED' },
  });
  expect(await refusalsOn(world.prisma, planId)).toContain('TASK_CLOSED');
});
