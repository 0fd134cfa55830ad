import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptAllChanges } from '../../../bot/desk/amend/accept-all.ts';
import { acceptChange } from '../../../bot/desk/amend/accept-change.ts';
import { amendmentList } from '../../../bot/desk/amend/amendment-list.ts';
import { proposeAmendment } from '../../../bot/desk/amend/propose-amendment.ts';
import { resumeAmendments } from '../../../bot/desk/amend/resume-amendments.ts';
import type { RedatedPlan } from '../../../domain/plan/redate-types.ts';
import type { PlanFacts, PlanPhase } from '../../../domain/plan/types.ts';
import { RefusedError, type RefusalCode } from '../../../domain/refusals.ts';
import { phaseWindows } from '../../../domain/supervision/initial-states.ts';
import type { Prisma } from '../../../prisma/client.ts';
import { chenzhou } from '../../../seeds/plans/chenzhou.ts';
import type { AmendPlan } from '../../../workflows/messages.ts';
import { blankPlan } from '../../domain/supervision/blank-plan.ts';
import { deskWorld, refusalsOn, type DeskWorld } from './desk-world.ts';
import { planId, runningPlan } from './running-plan.ts';

let world: DeskWorld;
let refuses: RefusalCode | null = null;
const told: AmendPlan[] = [];

const stored = async () => {
  const { facts, dates } = await world.prisma.plan.findUniqueOrThrow({ where: { id: planId } });
  return { facts: facts as unknown as PlanFacts, dates: dates as unknown as RedatedPlan };
};
/** The plan's workflow as it stands, in the phase at this place. */
async function planAt(current: number, advancing = false): Promise<void> {
  const { dates } = await stored();
  const until = '2026-11-30T02:20:00.000Z';
  const by = { id: 'c', name: '协调员' };
  const state = {
    ...blankPlan,
    entityId: `plan/${planId}`,
    planId,
    phases: phaseWindows(dates),
    current,
    epoch: current + 1,
    advancing: advancing ? { to: current + 1, undoUntil: until, dossierHash: 'h', override: null, by } : null,
  };
  const json = state as unknown as Prisma.InputJsonValue;
  await world.prisma.checkpoint.upsert({
    where: { entityId: state.entityId },
    create: {
      entityId: state.entityId,
      kind: 'plan',
      planId,
      generation: 1,
      version: 1,
      status: 'running',
      state: json,
    },
    update: { state: json },
  });
}

beforeAll(async () => {
  world = await deskWorld();
  await runningPlan(world);
  await world.prisma.plan.update({ where: { id: planId }, data: { status: 'running' } });
  world.deps.updates.amend = async (_, ask) => {
    if (refuses) throw new RefusedError(refuses, { phase: '某阶段' });
    told.push(ask);
    return { summary: '已按修订调整' };
  };
});
afterAll(() => world.close());

const version = (phases: PlanPhase[]): PlanFacts => ({ ...chenzhou, contacts: [], phases });
const [deployment, implementation, inspection] = chenzhou.phases as [PlanPhase, PlanPhase, PlanPhase];
const propose = (phases: PlanPhase[]) => proposeAmendment(world.deps, world.office, { planId, facts: version(phases) });
const accept = (changeId: string) => acceptChange(world.deps, world.office, { planId, changeId });
const kinds = async () => {
  const { facts, dates } = await stored();
  return [facts.phases.map(({ kind }) => kind), dates.phases.map(({ kind }) => kind)];
};
const all = ['deployment', 'implementation', 'inspection'];
const two = ['deployment', 'implementation'];

test('a phase that runs or is over is not taken out, and the refusal says what to do instead', async () => {
  await planAt(2);
  await propose([deployment, implementation]);
  await expect(accept('phase.inspection.removed')).rejects.toMatchObject({
    refusal: { code: 'PHASE_BEGUN', message: expect.stringContaining('可逐项取消') },
  });
  expect(await refusalsOn(world.prisma, planId)).toContain('PHASE_BEGUN');
  expect(await acceptAllChanges(world.deps, world.office, { planId })).toMatchObject({ accepted: 0, left: 1 });
  expect(await kinds()).toEqual([all, all]);
  expect(told).toEqual([]);
});

test('while a transition can be undone no phase comes or goes', async () => {
  await planAt(0, true);
  await expect(accept('phase.inspection.removed')).rejects.toMatchObject({
    refusal: { code: 'ALREADY_ADVANCING', details: { until: '11月30日10:20' } },
  });
});

test('what the plan began meanwhile is open again: nobody was told, and the plan is as it was', async () => {
  await planAt(1);
  refuses = 'PHASE_BEGUN';
  await expect(accept('phase.inspection.removed')).rejects.toMatchObject({ refusal: { code: 'PHASE_BEGUN' } });
  expect(await kinds()).toEqual([all, all]);
  const { amendments } = await amendmentList(world.deps, world.office, { planId });
  expect(amendments[0]?.counts).toEqual({ open: 1, accepted: 0, declined: 0 });
  expect(await world.prisma.event.count({ where: { planId, kind: 'changeTakenBack' } })).toBe(1);
  expect(world.decided).toEqual([]);
});

test('so it is where the workflow was out of reach at first', async () => {
  refuses = 'TEMPORAL_UNAVAILABLE';
  await expect(accept('phase.inspection.removed')).rejects.toMatchObject({
    refusal: { code: 'TEMPORAL_UNAVAILABLE' },
  });
  expect(await kinds()).toEqual([two, two]);
  refuses = 'PHASE_BEGUN';
  await resumeAmendments(world.deps);
  expect(await kinds()).toEqual([all, all]);
});

test('a phase that has not begun goes, and comes back with a later version', async () => {
  refuses = null;
  await accept('phase.inspection.removed');
  expect(await kinds()).toEqual([two, two]);
  expect(told.at(-1)?.windows.map(({ kind }) => kind)).toEqual(two);
  // Refused once and accepted again: the Update is another one.
  expect(new Set(told.map(({ actId }) => actId)).size).toBe(told.length);
  await planAt(1);
  await propose([deployment, implementation, inspection]);
  await accept('phase.inspection.added');
  expect(await kinds()).toEqual([all, all]);
  const { dates } = await stored();
  expect(told.at(-1)?.windows.at(-1)).toEqual({
    kind: 'inspection',
    name: inspection.name,
    start: dates.phases[2]?.start.effective,
    end: dates.phases[2]?.end.effective,
  });
});

test('a phase without dates is not laid into a running plan', async () => {
  await planAt(0);
  await propose([deployment, implementation]);
  await accept('phase.inspection.removed');
  await planAt(0);
  // Nothing else in the plan tells when it would be.
  const period = { start: null, end: null };
  const facts = { ...(await stored()).facts, period } as unknown as Prisma.InputJsonValue;
  await world.prisma.plan.update({ where: { id: planId }, data: { facts } });
  await propose([deployment, implementation, { ...inspection, start: null, end: null }]);
  await expect(accept('phase.inspection.added')).rejects.toMatchObject({ refusal: { code: 'PHASE_UNDATED' } });
});
