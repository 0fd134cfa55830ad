import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import type { temporal } from '@temporalio/proto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlanFacts } from '../../domain/plan/types.ts';
import type { SupervisedState } from '../../domain/supervision/types.ts';
import { demoFacts } from '../../seeds/demo/facts.ts';
import type { ScriptedContact } from '../../seeds/demo/types.ts';
import { taskWorkflowId } from '../../workflows/ids.ts';
import { playToEnd } from '../workflows/run-to-end.ts';
import type { PlanRun } from '../workflows/plan-run.ts';
import { formScripts } from '../workflows/typed-scripts.ts';

const PARTS = 30;
const STATE_MAX_BYTES = 64 * 1024;
/** Temporal suggests to continue as new at 4,096 events; at 51,200 it ends a run. */
const HISTORY_MAX_EVENTS = 10_000;

const unitName = (at: number): string => `示例市第${at + 1}局`;

/** One key task of thirty units, reported on monthly for two years; 示例市's own words otherwise. */
function thirtyParts(): PlanFacts {
  const seed = demoFacts();
  const [first] = seed.tasks;
  if (!first) throw new Error('the demo plan has no task');
  const names = Array.from({ length: PARTS }, (_, at) => unitName(at));
  return {
    ...seed,
    period: { start: '2026-11-23', end: '2028-12-29' },
    phases: [
      { name: '安排部署阶段', kind: 'deployment', start: '2026-11-23', end: '2026-12-31', duties: [] },
      { name: '实施推进阶段', kind: 'implementation', start: '2027-01-01', end: '2028-12-29', duties: [] },
    ],
    tasks: [{ ...first, leadUnits: [names[0] ?? ''], responsibleUnits: names.slice(1), due: '2028-12-29', key: true }],
    units: names.map((name, at) => ({
      name,
      short: `${at + 1}局`,
      aliases: [],
      kind: 'department',
      relation: 'subordinate',
    })),
    targets: [],
    bodies: [],
    recurring: [],
    safeguards: [],
    contacts: [],
  };
}

/** Two of three answer at once, every sixth late, every sixth never. */
const contacts: ScriptedContact[] = Array.from({ length: PARTS }, (_, at) => ({
  unit: unitName(at),
  rank: 'liaison',
  name: `李某${at + 1}`,
  behaviour:
    at % 6 === 5
      ? { kind: 'silent' }
      : at % 6 === 4
        ? { kind: 'late', delayWorkingDays: 4 }
        : { kind: 'prompt', delayMinutes: 20 + at },
  answers: [],
}));

/** What Temporal bills: activities, timers, updates and signals. */
const isAction = (event: temporal.api.history.v1.IHistoryEvent): boolean =>
  [
    event.activityTaskScheduledEventAttributes,
    event.timerStartedEventAttributes,
    event.workflowExecutionUpdateAcceptedEventAttributes,
    event.workflowExecutionSignaledEventAttributes,
  ].some(Boolean);

describe('one task of thirty units, reported on monthly for two years', () => {
  let run: PlanRun;
  let entityId: string;
  beforeAll(async () => {
    ({ run } = await playToEnd({
      plans: [{ id: 'thirty', facts: thirtyParts(), contacts, mode: 'shift' }],
      startAt: new Date('2026-11-22T02:00:00Z'),
      scripts: formScripts,
    }));
    const task = await run.h.prisma.task.findFirstOrThrow({ where: { planId: 'thirty' } });
    entityId = taskWorkflowId(task.id);
  }, 900_000);
  afterAll(() => run?.stop());

  test('its state stays below 64 KiB at every event', async () => {
    const { prisma } = run.h;
    const [{ widest } = { widest: 0n }] = await prisma.$queryRaw<{ widest: bigint }[]>`
      SELECT max(octet_length("stateAfter"::text))::bigint AS widest FROM "Event" WHERE "entityId" = ${entityId}`;
    const events = await prisma.event.count({ where: { entityId } });
    const last = await prisma.checkpoint.findUniqueOrThrow({ where: { entityId } });
    const { parts } = last.state as unknown as SupervisedState;
    console.log(`events ${events}, widest state ${widest} bytes, parts ${parts.length}`);
    expect(parts).toHaveLength(PARTS);
    expect(events).toBeGreaterThan(PARTS * 24);
    expect(Number(widest)).toBeGreaterThan(1_000);
    expect(Number(widest)).toBeLessThan(STATE_MAX_BYTES);
  });

  test('each of its runs has a short history', async () => {
    const lengths: number[] = [];
    let actions = 0;
    // A history comes in one answer of more than the 4 MB that a client takes by default.
    const connection = await Connection.connect({
      address: run.h.env.address,
      channelArgs: { 'grpc.max_receive_message_length': -1 },
    });
    const client = new Client({ connection });
    // This server lists no workflows: from the last run back, each names the one that it continues.
    for (let runId: string | undefined = ''; runId !== undefined;) {
      const handle: WorkflowHandle = client.workflow.getHandle(entityId, runId === '' ? undefined : runId);
      const { events = [] } = await handle.fetchHistory();
      lengths.unshift(events?.length ?? 0);
      actions += (events ?? []).filter(isAction).length;
      runId = events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
    }
    await connection.close();
    console.log(`runs ${lengths.length}, history events ${lengths.join(', ')}, actions ${actions}`);
    expect(lengths.length).toBeGreaterThan(0);
    expect(Math.max(...lengths)).toBeLessThan(HISTORY_MAX_EVENTS);
  });
});
