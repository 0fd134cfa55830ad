import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDateOf } from '../../domain/calendar/local-time.ts';
import { DEFAULT_ZONE } from '../../domain/plan/policy.ts';
import { CALENDAR_YEARS } from '../../seeds/calendar/years.ts';
import { chenzhou } from '../../seeds/plans/chenzhou.ts';
import { scriptedContactsFor } from '../../seeds/test-contacts.ts';
import { phaseWorkflowId, planWorkflowId, senderWorkflowId } from '../../workflows/ids.ts';
import { readHistory, recordHistories } from '../histories/record.ts';
import { expectEveryRungOnce } from './compare-rungs.ts';
import { workflowBundle } from './harness.ts';
import type { PlanRun } from './plan-run.ts';
import { playToEnd } from './run-to-end.ts';

const PLAN = 'chenzhou';
/** Days are judged here; five-plans/chenzhou.test.ts plays every task. */
const facts = { ...chenzhou, tasks: chenzhou.tasks.slice(0, 4) };
let run: PlanRun;

beforeAll(async () => {
  ({ run } = await playToEnd({
    plans: [{ id: PLAN, facts, contacts: scriptedContactsFor(facts), mode: 'rearrange' }],
    startAt: new Date('2025-01-02T00:00:00Z'),
  }));
}, 900_000);
afterAll(() => run.stop());

test('every rung of four tasks of 郴州 in 2025 and 2026 has one outcome', async () => {
  expect(await expectEveryRungOnce(run.h.prisma, PLAN)).toBeGreaterThan(300);
});

test('weekend days that are worked are used, and published holidays never', async () => {
  const sent = await run.h.prisma.prompt.findMany({
    where: { status: { in: ['sent', 'merged'] } },
    distinct: ['slotAt'],
    select: { slotAt: true, rule: true },
  });
  const makeUp = new Set(CALENDAR_YEARS.flatMap(({ work }) => work));
  const rest = new Set(CALENDAR_YEARS.flatMap(({ rest: days }) => days));
  const days = sent.map(({ slotAt }) => localDateOf(slotAt.toISOString(), DEFAULT_ZONE));
  expect(days.filter((day) => makeUp.has(day))).toContain('2025-01-26');
  expect(days.filter((day) => makeUp.has(day))).toContain('2026-09-20');
  expect(days.filter((day) => rest.has(day))).toEqual([]);
});

test('the histories of this run replay', async () => {
  const { client } = run.h.env;
  const task = await run.h.prisma.checkpoint.findFirstOrThrow({ where: { planId: PLAN, kind: 'task' } });
  const ids = {
    plan: planWorkflowId(PLAN),
    phase: phaseWorkflowId(PLAN, 'implementation', 2),
    task: task.entityId,
    sender: senderWorkflowId(run.clockId),
  };
  for (const [name, id] of Object.entries(ids)) {
    const history = await client.workflow.getHandle(id).fetchHistory();
    expect(history.events?.length, name).toBeGreaterThan(3);
    await Worker.runReplayHistory({ workflowBundle: await workflowBundle() }, history, id);
  }
  if (process.env['DUBAN_RECORD_HISTORIES'] === '1') await recordHistories(client, ids);
});

test.each(['plan', 'phase', 'task', 'sender'])(
  'the stored history of a running %s replays: a change of workflow code needs its patch',
  async (name) => {
    const history = readHistory(name);
    expect(history.events?.length).toBeGreaterThan(3);
    await Worker.runReplayHistory({ workflowBundle: await workflowBundle() }, history, name);
  },
);
