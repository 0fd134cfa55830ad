import { randomUUID } from 'node:crypto';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { acceptTask } from '../../bot/desk/accept.ts';
import { decideDispute } from '../../bot/desk/decide-dispute.ts';
import type { DeskDeps } from '../../bot/desk/deps.ts';
import { reassignPart } from '../../bot/desk/reassign-part.ts';
import { taskStory } from '../../bot/desk/views/task-story.ts';
import { today } from '../../bot/desk/views/today.ts';
import { closeWithdrawn } from '../../bot/withdrawn/close-withdrawn.ts';
import { createChannels } from '../../bot/channels.ts';
import type { IncomingMessage } from '../../domain/chat/port.ts';
import type { RefusedError } from '../../domain/refusals.ts';
import type { SupervisedState } from '../../domain/supervision/types.ts';
import { parseStoredMessage } from '../../prisma/queries/insert-delivery.ts';
import { verifyChains } from '../../prisma/verify-chains.ts';
import { scriptedContactsFor } from '../../seeds/test-contacts.ts';
import { demoToAmend } from './amended-demo.ts';
import { workflowBundle } from './harness.ts';
import { office } from './office.ts';
import { startPlanRun, type PlanRun } from './plan-run.ts';

const PLAN = 'demo';
const WHY = '此项职责在机构改革后已划转';
let run: PlanRun;
let desk: DeskDeps;
/** A task, the unit that leads it, and one without a part in it. */
let entityId: string;
let from: { id: string; name: string; person: string };
let to: { id: string; name: string; person: string };

beforeAll(async () => {
  const facts = demoToAmend();
  run = await startPlanRun({
    plans: [
      {
        id: PLAN,
        facts,
        contacts: scriptedContactsFor(facts).map((one) => ({ ...one, behaviour: { kind: 'silent' as const } })),
        mode: 'as-printed',
      },
    ],
    startAt: new Date('2026-06-01T00:30:00Z'),
  });
  const { prisma } = run.h;
  ({ desk } = run);
  await run.steps.runUntil(new Date('2026-06-01T08:00:00Z'));
  const units = await prisma.unit.findMany({
    where: { planId: PLAN, kind: 'department', relation: 'subordinate', memberships: { some: { rank: 'liaison' } } },
    orderBy: { ordinal: 'asc' },
    include: { memberships: { where: { rank: 'liaison' } } },
  });
  const rows = await prisma.checkpoint.findMany({
    where: { planId: PLAN, kind: 'task' },
    orderBy: { entityId: 'asc' },
  });
  const named = (unit: (typeof units)[number]) => ({
    id: unit.id,
    name: unit.name,
    person: unit.memberships[0]?.personId ?? '',
  });
  const [chosen] = rows.flatMap((row) => {
    const { parts } = row.state as unknown as SupervisedState;
    const lead = units.find(({ id }) => parts[0]?.unitId === id && parts[0].role === 'lead');
    const other = units.find(({ id }) => !parts.some(({ unitId }) => unitId === id));
    return lead && other ? [{ id: row.entityId, from: named(lead), to: named(other) }] : [];
  });
  if (!chosen) throw new Error('the demo has no task that can be moved');
  ({ id: entityId, from, to } = chosen);
}, 600_000);
afterAll(() => run.stop());

const state = async (): Promise<SupervisedState> =>
  (await run.h.prisma.checkpoint.findUniqueOrThrow({ where: { entityId } })).state as unknown as SupervisedState;
const chain = async (): Promise<string[]> =>
  (await run.h.prisma.event.findMany({ where: { entityId }, orderBy: { seq: 'asc' } })).map(({ kind }) => kind);
const says = async (personId: string, content: Pick<IncomingMessage, 'kind'> & Partial<IncomingMessage>) => {
  const { inboxId } = await run.inbox.receive({
    address: { channel: 'scripted', team: '', externalId: personId },
    dedupeKey: randomUUID(),
    text: null,
    payload: {},
    receivedAt: new Date().toISOString(),
    ...content,
  });
  return vi.waitUntil(
    async () => {
      const row = await run.h.prisma.inbox.findUniqueOrThrow({ where: { id: inboxId } });
      return row.status === 'done' ? row : null;
    },
    { timeout: 60_000, interval: 50 },
  );
};
/** The button of this kind on the newest card that speaks of the task's part. */
const buttonOf = async (personId: string, partId: string, kind: string): Promise<string> => {
  const prompt = await run.h.prisma.prompt.findFirstOrThrow({
    where: { entityId, partId, deliveryId: { not: null } },
    orderBy: { slotAt: 'desc' },
  });
  const delivery = await run.h.prisma.delivery.findUniqueOrThrow({ where: { id: prompt.deliveryId ?? '' } });
  expect(delivery.personId).toBe(personId);
  const { buttons } = parseStoredMessage(delivery.message);
  const button = buttons.find(
    ({ act }) => act.kind === kind || act.kind === `${kind}-all` || (act.kind === 'which' && act.next === kind),
  );
  if (!button) throw new Error(`the card has no button for ${kind}`);
  return button.id;
};

test('a dispute waits for the office with its words, and its duty stays owed', async () => {
  const [part] = (await state()).parts;
  expect(part?.receiptAt).toBeNull();
  // One card asks for several tasks: which of them is disputed is asked first.
  const which = await says(from.person, {
    kind: 'button',
    payload: { buttonId: await buttonOf(from.person, part?.id ?? '', 'dispute') },
  });
  expect(which.outcome).toBe('answered');
  const about = { path: ['entityId'], equals: entityId };
  const choice = await run.h.prisma.action.findFirst({
    where: { personId: from.person, AND: [{ act: about }, { act: { path: ['kind'], equals: 'dispute' } }] },
  });
  if (choice) await says(from.person, { kind: 'button', payload: { buttonId: choice.id } });
  expect((await says(from.person, { kind: 'text', text: WHY })).outcome).toBe('recorded');
  expect((await state()).parts[0]?.dispute).toMatchObject({ reason: WHY });
  const { decisions } = await today(desk, office, { planId: PLAN });
  expect(decisions.find(({ kind }) => kind === 'dispute')?.text).toContain(WHY);
});

test('upheld, the part moves with its open card; the late answer of the old unit is kept and counts for nothing', async () => {
  const before = await state();
  const taskId = entityId.slice('task/'.length);
  const { summary } = await decideDispute(desk, office, {
    taskId,
    unit: from.name,
    uphold: true,
    toUnit: to.name,
    reason: '三定方案已作调整',
  });
  expect(summary).toContain(`已改由${to.name}承办`);
  await run.steps.quiet();
  const moved = await state();
  expect(moved.parts.map(({ unitId }) => unitId)).toEqual([
    to.id,
    ...before.parts.slice(1).map(({ unitId }) => unitId),
  ]);
  const { prisma, clock, deps } = run.h;
  await closeWithdrawn({ prisma, clock, channels: createChannels([...deps.ports.values()]) });
  const old = await prisma.prompt.findMany({ where: { entityId, partId: before.parts[0]?.id ?? '' } });
  expect(old.filter(({ status }) => status === 'queued' || status === 'sending')).toEqual([]);
  expect(old.filter(({ status }) => status === 'withdrawn').length).toBeGreaterThan(0);
  const late = await says(from.person, { kind: 'text', text: `第${before.no ?? ''}项已完成80%` });
  expect(late.outcome).toBe('kept');
  expect((await state()).parts).toEqual(moved.parts);
  const told = (await chain()).filter((kind) => kind !== 'scheduled' && kind !== 'rungsDue');
  expect(told.slice(-4)).toEqual(['dutyDisputed', 'disputeDecided', 'partReassigned', 'replyToFormerPart']);
});

test('the new unit is asked afresh and signs', async () => {
  await run.steps.runUntil(new Date('2026-06-02T08:00:00Z'));
  const [part] = (await state()).parts;
  const asked = await run.h.prisma.prompt.findMany({ where: { entityId, partId: part?.id ?? '', duty: 'receipt' } });
  expect(asked.map(({ rung, status, unitId }) => [rung, status, unitId])).toContainEqual([
    'issue',
    expect.stringMatching(/^(sent|merged)$/),
    to.id,
  ]);
  const pressed = await says(to.person, {
    kind: 'button',
    payload: { buttonId: await buttonOf(to.person, part?.id ?? '', 'receipt') },
  });
  expect(pressed.outcome).toBe('recorded');
  expect((await state()).parts[0]).toMatchObject({ unitId: to.id, receiptAt: expect.any(String) });
});

const codeOf = (ended: PromiseSettledResult<unknown> | undefined): string =>
  ended?.status === 'rejected' ? (ended.reason as RefusedError).refusal.code : '';

/** Attack 22: what was checked must still hold when it is done; the workflow alone decides which came first. */
test('of a claim, its acceptance and a change of unit asked for at once, those that fit the state that they meet stand', async () => {
  const { prisma } = run.h;
  const units = await prisma.unit.findMany({
    where: { planId: PLAN, kind: 'department', relation: 'subordinate', memberships: { some: { rank: 'liaison' } } },
    orderBy: { ordinal: 'asc' },
    include: { memberships: { where: { rank: 'liaison' } } },
  });
  const rows = await prisma.checkpoint.findMany({
    where: { planId: PLAN, kind: 'task' },
    orderBy: { entityId: 'asc' },
  });
  const tasks = rows.flatMap((row) => {
    const { entityId: id, parts } = row.state as unknown as SupervisedState;
    const lead = units.find((unit) => unit.id === parts[0]?.unitId);
    const free = units.find((unit) => !parts.some(({ unitId }) => unitId === unit.id));
    return lead && free && id !== entityId ? [{ id, partId: parts[0]?.id ?? '', lead, free }] : [];
  });
  expect(tasks.length).toBeGreaterThan(2);
  for (const [at, { id, partId, lead, free }] of tasks.slice(0, 4).entries()) {
    const taskId = id.slice('task/'.length);
    const claim = () =>
      says(lead.memberships[0]?.personId ?? '', {
        kind: 'form',
        payload: { lines: [{ entityId: id, partId, words: '已全部完成', done: true }] },
      });
    const move = () =>
      reassignPart(desk, office, { taskId, unit: lead.name, toUnit: free.name, reason: '三定方案已作调整' });
    const accept = () => acceptTask(desk, office, { taskId, unit: lead.name });
    const asked = at % 2 === 0 ? [claim, move, accept] : [accept, move, claim];
    const ended = await Promise.allSettled(asked.map((ask) => ask()));
    const [claimed, moved, accepted] = at % 2 === 0 ? ended : [ended[2], ended[1], ended[0]];
    const after = (await run.h.prisma.checkpoint.findUniqueOrThrow({ where: { entityId: id } }))
      .state as unknown as SupervisedState;
    const [part] = after.parts;
    expect(claimed?.status).toBe('fulfilled');
    // Moved: nothing of the old unit counts, and nothing of it can be accepted. Not moved: because it was claimed before.
    if (moved?.status === 'fulfilled') {
      expect(part).toMatchObject({ unitId: free.id, completion: 'open' });
      expect(after.parts.some(({ unitId }) => unitId === lead.id)).toBe(false);
      expect(['NOTHING_CLAIMED', 'PART_UNKNOWN']).toContain(codeOf(accepted));
    } else {
      expect(part).toMatchObject({ unitId: lead.id });
      expect(['PART_CLAIMED', 'TASK_CLOSED']).toContain(codeOf(moved));
    }
  }
  expect((await verifyChains(run.h.prisma)).broken).toEqual([]);
});

test('its story reads whole, its chain holds and its history replays', async () => {
  const { story, parts } = await taskStory(desk, office, { taskId: entityId.slice('task/'.length) });
  const said = story.map(({ text }) => text);
  for (const sentence of [
    '提出职责异议,待办公室核定。',
    '办公室核定:职责异议成立。理由:三定方案已作调整',
    `办公室调整承办单位:由${from.name}改为${to.name},自此重新签收。理由:三定方案已作调整`,
    '留存答复;该单位已不再承担本项任务,未作改动。',
    '签收任务。',
  ])
    expect(said).toContain(sentence);
  expect(parts[0]?.unit).toBe(to.name);
  expect((await verifyChains(run.h.prisma)).broken).toEqual([]);
  const history = await run.h.env.client.workflow.getHandle(entityId).fetchHistory();
  await Worker.runReplayHistory({ workflowBundle: await workflowBundle() }, history, entityId);
});
