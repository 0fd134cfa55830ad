import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { acceptChange } from '../../bot/desk/amend/accept-change.ts';
import { proposeAmendment } from '../../bot/desk/amend/propose-amendment.ts';
import type { DeskDeps } from '../../bot/desk/deps.ts';
import { createChannels } from '../../bot/channels.ts';
import { closeWithdrawn } from '../../bot/withdrawn/close-withdrawn.ts';
import type { PlanFacts, PlanTask } from '../../domain/plan/types.ts';
import type { PlanState, SupervisedState } from '../../domain/supervision/types.ts';
import { verifyChains } from '../../prisma/verify-chains.ts';
import { demoFacts } from '../../seeds/demo/facts.ts';
import { scriptedContactsFor } from '../../seeds/test-contacts.ts';
import { phaseWorkflowId, planWorkflowId, taskWorkflowId } from '../../workflows/ids.ts';
import { workflowBundle } from './harness.ts';
import { office } from './office.ts';
import { startPlanRun, type PlanRun } from './plan-run.ts';

const PLAN = 'demo';
const whole = demoFacts('2026-06');
const [deployment, implementation, inspection] = whole.phases as [
  PlanFacts['phases'][0],
  PlanFacts['phases'][0],
  PlanFacts['phases'][0],
];
/** 示例市 with four of its tasks: begun with two phases. */
const version = (phases: PlanFacts['phases'], change: (task: PlanTask) => PlanTask = (task) => task): PlanFacts => ({
  ...whole,
  contacts: [],
  phases,
  tasks: whole.tasks.slice(0, 4).map(change),
});
const begun = version([deployment, implementation]);

let run: PlanRun;
let desk: DeskDeps;
let ids: string[];

beforeAll(async () => {
  run = await startPlanRun({
    plans: [{ id: PLAN, facts: begun, contacts: scriptedContactsFor(begun), mode: 'as-printed' }],
    startAt: new Date('2026-06-01T00:30:00Z'),
  });
  const { prisma } = run.h;
  ({ desk } = run);
  const tasks = await prisma.task.findMany({ where: { planId: PLAN }, orderBy: { ordinal: 'asc' } });
  ids = tasks.map(({ id }) => taskWorkflowId(id));
}, 600_000);
afterAll(() => run.stop());

const stored = async <S>(entityId: string): Promise<S> =>
  (await run.h.prisma.checkpoint.findUniqueOrThrow({ where: { entityId } })).state as unknown as S;
const kinds = async () => (await stored<PlanState>(planWorkflowId(PLAN))).phases.map(({ kind }) => kind);
const propose = (facts: PlanFacts) => proposeAmendment(desk, office, { planId: PLAN, facts });
const accept = async (changeId: string): Promise<string> => {
  const { summary } = await acceptChange(desk, office, { planId: PLAN, changeId });
  await run.steps.quiet();
  return summary;
};

describe('the phases of a running plan, amended', () => {
  test('take one behind those that it began with, and lose it again', async () => {
    await propose(version([deployment, implementation, inspection]));
    await accept('phase.inspection.added');
    expect(await kinds()).toEqual(['deployment', 'implementation', 'inspection']);
    await propose(begun);
    await accept('phase.inspection.removed');
    expect(await kinds()).toEqual(['deployment', 'implementation']);
  });

  test('keep the one that runs', async () => {
    await propose(version([implementation]));
    await expect(accept('phase.deployment.removed')).rejects.toMatchObject({ refusal: { code: 'PHASE_BEGUN' } });
    expect(await kinds()).toEqual(['deployment', 'implementation']);
  });

  test('go on into the phase that runs next, whose window was moved before it began', async () => {
    await run.steps.runUntil(new Date('2026-06-26T08:00:00Z'));
    await propose(version([deployment, { ...implementation, end: '2028-05' }]));
    await accept('phase.implementation.dates');
    await run.advance(PLAN);
    const plan = await stored<PlanState>(planWorkflowId(PLAN));
    expect(plan.phases[plan.current]).toMatchObject({ kind: 'implementation', end: '2028-05-31' });
    await vi.waitFor(
      async () => {
        for (const id of ids)
          expect(await stored<SupervisedState>(id)).toMatchObject({
            phase: { kind: 'implementation', end: '2028-05-31' },
          });
      },
      { timeout: 60_000, interval: 100 },
    );
  });

  test('make a due day that has gone by overdue at once: one message, and no rung of the past', async () => {
    await run.steps.runUntil(new Date('2026-08-05T08:00:00Z'));
    const due = (task: PlanTask): PlanTask => (task.no === '(三)' ? { ...task, due: '2026-07-20' } : task);
    await propose(version([deployment, { ...implementation, end: '2028-05' }], due));
    expect(await accept('t2.due')).toContain('时限早于今日');
    const entityId = ids[2] ?? '';
    await run.steps.runUntil(new Date('2026-08-06T08:00:00Z'));
    const state = await stored<SupervisedState>(entityId);
    expect(state.dueOn).toBe('2026-07-20');
    const rungs = await run.h.prisma.prompt.findMany({
      where: { entityId, duty: 'completion', deadlineSeq: { gte: 2 }, audience: 'liaison' },
    });
    const past = rungs.filter(({ slotAt }) => slotAt < new Date('2026-08-05T00:00:00Z'));
    expect(past.length).toBeGreaterThan(0);
    expect(new Set(past.map(({ status }) => status))).toEqual(new Set(['skipped']));
    const sent = rungs.filter(({ deliveryId }) => deliveryId !== null).map(({ partId }) => partId);
    expect(sent.toSorted()).toEqual(state.parts.map(({ id }) => id).toSorted());
  });

  test('a unit out whose card is open has it closed, by which amendment, and its report stays on record', async () => {
    const before = await stored<SupervisedState>(ids[0] ?? '');
    const out = before.parts.find(({ role }) => role === 'responsible');
    const change = (task: PlanTask): PlanTask =>
      task.no === '(一)' ? { ...task, responsibleUnits: task.responsibleUnits.slice(1) } : task;
    await propose(version([deployment, { ...implementation, end: '2028-05' }], change));
    await accept(`t0.responsibleUnits-${whole.tasks[0]?.responsibleUnits[0] ?? ''}`);
    const { prisma, clock } = run.h;
    await closeWithdrawn({ prisma, clock, channels: createChannels([...run.h.deps.ports.values()]) });
    const prompts = await prisma.prompt.findMany({
      where: { entityId: ids[0] ?? '', partId: out?.id ?? '', deliveryId: { not: null } },
    });
    const cards = await prisma.delivery.findMany({
      where: { id: { in: prompts.flatMap(({ deliveryId }) => deliveryId ?? []) } },
    });
    const notices = await prisma.delivery.count({ where: { id: { startsWith: 'withdrawn/' } } });
    expect(cards.length).toBeGreaterThan(0);
    expect(cards.filter(({ closedAt }) => closedAt === null).length).toBeLessThanOrEqual(notices);
    const after = await stored<SupervisedState>(ids[0] ?? '');
    expect(after.formerParts?.at(-1)).toMatchObject({
      id: out?.id,
      lastWords: out?.lastWords,
      receiptAt: out?.receiptAt,
    });
  });

  test('take the last phase while the one before it runs, and open it in its turn', async () => {
    await propose(version([deployment, { ...implementation, end: '2028-05' }, inspection]));
    await accept('phase.inspection.added');
    await run.advance(PLAN);
    const plan = await stored<PlanState>(planWorkflowId(PLAN));
    expect(plan).toMatchObject({ status: 'running', current: 2, epoch: 3 });
    await vi.waitFor(
      async () => {
        const own = await stored<SupervisedState>(phaseWorkflowId(PLAN, 'inspection', 3));
        expect(own.parts.map(({ title }) => title)).toEqual(inspection.duties);
      },
      { timeout: 60_000, interval: 100 },
    );
    await propose(version([deployment, { ...implementation, end: '2028-05' }]));
    await expect(accept('phase.inspection.removed')).rejects.toMatchObject({ refusal: { code: 'PHASE_BEGUN' } });
  });

  test('leave histories that replay and chains that hold', async () => {
    for (const id of [planWorkflowId(PLAN), ...ids]) {
      const handle = run.h.env.client.workflow.getHandle(id);
      // A run that has just continued as new has nothing yet that could replay.
      const history = await vi.waitUntil(
        async () => {
          const seen = await handle.fetchHistory();
          return (seen.events?.length ?? 0) > 3 ? seen : null;
        },
        { timeout: 60_000, interval: 50 },
      );
      await Worker.runReplayHistory({ workflowBundle: await workflowBundle() }, history, id);
    }
    expect((await verifyChains(run.h.prisma)).broken).toEqual([]);
  });
});
