import { randomUUID } from 'node:crypto';
import { createChannels, sendAnswer, type Channels } from '../../../bot/channels.ts';
import { createDispatch, type Dispatch } from '../../../bot/dispatch.ts';
import { UnavailableError, type EntityUpdates } from '../../../bot/entity-updates.ts';
import type { BotFailpoint } from '../../../bot/failpoints.ts';
import { createInbox, type Inbox } from '../../../bot/inbox.ts';
import { createWebPort } from '../../../bot/web-inbox/adapter.ts';
import { digestMessage } from '../../../domain/chat/digest-message.ts';
import type { PromptLine } from '../../../domain/chat/message.ts';
import type { Channel, ChatPort, IncomingMessage } from '../../../domain/chat/port.ts';
import { DEFAULT_POLICY } from '../../../domain/plan/policy.ts';
import { RefusedError } from '../../../domain/refusals.ts';
import { applyReply } from '../../../domain/supervision/apply-reply.ts';
import { newSupervisedState } from '../../../domain/supervision/new-state.ts';
import type { Duty, DutyKind, SupervisedState } from '../../../domain/supervision/types.ts';
import { openPrisma, type Prisma, type PrismaClient } from '../../../prisma/client.ts';
import { storeCalendar } from '../../../prisma/load-calendar.ts';
import { insertDelivery } from '../../../prisma/queries/insert-delivery.ts';
import { SEED_CALENDAR } from '../../../seeds/calendar/calendar.ts';
import type { RecordReply } from '../../../workflows/messages.ts';
import { freshDatabase } from '../../support/database.ts';

export const PLAN = 'plan-1';
export const CLOCK = 'clock-1';
/** Monday 23 November 2026, 10:12 in Shanghai. */
export const NOW = new Date('2026-11-23T02:12:00.000Z');

export interface World {
  prisma: PrismaClient;
  channels: Channels;
  inbox: Inbox;
  dispatch: Dispatch;
  clock: { now: Date };
  /** Every Update that reached a workflow. */
  updates: RecordReply[];
  /** Throws at this failpoint while set. */
  failAt: { point: BotFailpoint | null };
  /** Temporal is down while true. */
  down: { value: boolean };
  newInbox(): { inbox: Inbox; dispatch: Dispatch };
  close(): Promise<void>;
}

/** One plan, two units with a liaison each; 市科技局 has two tasks, 市公安局 one. The workflows are played by the domain's own rules. */
export async function openWorld(ports: (prisma: PrismaClient) => ChatPort[] = () => [createWebPort()]): Promise<World> {
  const database = await freshDatabase();
  const prisma = openPrisma({ databaseUrl: database.url, max: 8, onLost: () => undefined });
  const clock = { now: NOW };
  const failAt: World['failAt'] = { point: null };
  const down = { value: false };
  const updates: RecordReply[] = [];
  await seed(prisma);
  const channels = createChannels(ports(prisma));
  const planClock = { now: async () => clock.now, offsetMs: async () => 0 };
  const failpoints = async (at: BotFailpoint): Promise<void> => {
    if (at === failAt.point) throw new Error(`failed at ${at}`);
  };
  const make = (): { inbox: Inbox; dispatch: Dispatch } => {
    const dispatch = createDispatch({
      prisma,
      clock: planClock,
      channels,
      failpoints,
      updates: played(prisma, updates, down, clock),
      kickSender: async () => undefined,
      log: () => undefined,
    });
    return { dispatch, inbox: createInbox({ prisma, clock: planClock, failpoints, kick: () => undefined }) };
  };
  const { inbox, dispatch } = make();
  return {
    prisma,
    channels,
    inbox,
    dispatch,
    clock,
    updates,
    failAt,
    down,
    newInbox: make,
    async close() {
      await dispatch.stop();
      await prisma.$disconnect();
      await database.drop();
    },
  };
}

function played(prisma: PrismaClient, seen: RecordReply[], down: { value: boolean }, clock: { now: Date }): EntityUpdates {
  return {
    async recordReply(entityId, message) {
      if (down.value) throw new UnavailableError('Temporal is down');
      seen.push(message);
      const row = await prisma.checkpoint.findUniqueOrThrow({ where: { entityId } });
      const applied = applyReply(row.state as unknown as SupervisedState, message, clock.now.toISOString());
      if ('refused' in applied) throw new RefusedError(applied.refused.code, applied.refused.details);
      const { state, outcome, summary } = applied;
      await prisma.checkpoint.update({ where: { entityId }, data: { state: { ...state, pendingEvents: [] } as unknown as Prisma.InputJsonValue, version: { increment: 1 } } });
      return { outcome, summary };
    },
  };
}

const TASKS = [
  { id: 'task-9', no: '(九)', title: '研究制定知识产权发展战略与规划', unitId: 'unit-a' },
  { id: 'task-2', no: '(二)', title: '健全工作体系', unitId: 'unit-a' },
  { id: 'task-8', no: '(八)', title: '开展联合执法检查', unitId: 'unit-b' },
];

export const partId = (taskId: string): string => `${taskId}-p1`;

async function seed(prisma: PrismaClient): Promise<void> {
  await storeCalendar(prisma, SEED_CALENDAR, 'test');
  await prisma.clock.create({ data: { id: CLOCK } });
  await prisma.plan.create({
    data: { id: PLAN, clockId: CLOCK, title: '某市知识产权试点工作方案', status: 'running', facts: { office: { name: '市试点办', host: null } }, policy: DEFAULT_POLICY as unknown as Prisma.InputJsonValue },
  });
  for (const [id, name, person] of [['unit-a', '市科技局', '李某'], ['unit-b', '市公安局', '王某']] as const) {
    await prisma.unit.create({ data: { id, planId: PLAN, name, short: name.slice(1), aliases: [], kind: 'department', relation: 'subordinate', members: [], ordinal: id === 'unit-a' ? 1 : 2 } });
    await prisma.person.create({ data: { id: `person-${id}`, name: person } });
    await prisma.membership.create({ data: { id: `m-${id}`, personId: `person-${id}`, unitId: id, rank: 'liaison', taskIds: [] } });
  }
  for (const [ordinal, task] of TASKS.entries()) {
    await prisma.task.create({ data: { id: task.id, planId: PLAN, ordinal, no: task.no, title: task.title, facts: {} } });
    await putState(prisma, stateOf(task));
  }
}

function stateOf(task: (typeof TASKS)[number]): SupervisedState {
  const phase = { kind: 'implementation' as const, epoch: 2, name: '实施阶段', start: '2026-07-01', end: '2028-06-30' };
  const state = newSupervisedState({
    kind: 'task', entityId: `task/${task.id}`, planId: PLAN, clockId: CLOCK, offsetMs: 0, no: task.no, title: task.title, dueOn: '2028-06-30', keyTask: false, optional: false, phase,
    parts: [{ id: partId(task.id), unitId: task.unitId, role: 'lead', relation: 'subordinate' }], startedAt: '2026-07-01T00:30:00.000Z', policyVersion: 1,
  });
  const duty = (kind: DutyKind, cycle: string, dueOn: string): Duty => ({ kind, cycle, seq: 1, dueOn, dueAt: `${dueOn}T09:30:00.000Z`, redAt: `${dueOn}T09:30:00.000Z`, countFrom: dueOn, openFrom: '2026-11-01T00:00:00.000Z' });
  const parts = state.parts.map((part) => ({ ...part, progress: 40, duties: [duty('receipt', 'once', '2026-07-06'), duty('report', '2026Q4', '2026-12-25'), duty('completion', 'once', '2028-06-30')] }));
  return { ...state, parts };
}

export async function putState(prisma: PrismaClient, state: SupervisedState): Promise<void> {
  const data = { kind: state.kind, planId: state.planId, generation: 1, version: state.version, state: state as unknown as Prisma.InputJsonValue, status: state.status };
  await prisma.checkpoint.upsert({ where: { entityId: state.entityId }, create: { entityId: state.entityId, ...data }, update: data });
}

export async function stateIn(prisma: PrismaClient, taskId: string): Promise<SupervisedState> {
  return (await prisma.checkpoint.findUniqueOrThrow({ where: { entityId: `task/${taskId}` } })).state as unknown as SupervisedState;
}

export const partIn = async (prisma: PrismaClient, taskId: string) => (await stateIn(prisma, taskId)).parts[0] as SupervisedState['parts'][number];

const lineOf = (taskId: string, duty: DutyKind): PromptLine => {
  const task = TASKS.find(({ id }) => id === taskId) as (typeof TASKS)[number];
  return {
    entityId: `task/${taskId}`, partId: partId(taskId), planTitle: '某市知识产权试点工作方案', no: task.no, title: task.title, unit: task.unitId === 'unit-a' ? '市科技局' : '市公安局', relation: 'subordinate', role: 'lead', assumedLead: false,
    duty, cycle: duty === 'report' ? '2026Q4' : 'once', rung: duty === 'receipt' ? 'issue' : 'd3', dueOn: '2026-12-25', dueAt: '2026-12-25T09:30:00.000Z', provisional: false, progress: 40, lastWords: null, lastReportOn: '2026-09-25', cadence: 'quarterly', taskDueOn: '2028-06-30',
  };
};

export interface Sent {
  deliveryId: string;
  /** Ids of buttons by label. */
  buttons: Record<string, string>;
}

/** What the sending activity does: prompts, a delivery, the port, `sent`. */
export async function prompt(world: World, personId: string, channel: Channel, lines: [taskId: string, duty: DutyKind][]): Promise<Sent> {
  const { prisma } = world;
  const made = lines.map(([taskId, duty]) => lineOf(taskId, duty));
  const message = digestMessage(made.map((line) => ({ ...line, workingDaysToDue: 3, escalateBy: null })), { office: '市试点办', now: world.clock.now.toISOString(), zone: 'Asia/Shanghai' });
  const sendable = await prisma.$transaction(async (tx) => {
    const delivery = await insertDelivery(tx, { planId: PLAN, clockId: CLOCK, personId, channel, planAt: world.clock.now, message });
    for (const line of made) await tx.prompt.create({ data: promptData(line, 'sent', delivery.deliveryId) });
    return delivery;
  });
  await sendAnswer(prisma, world.channels, { channel, team: '', externalId: personId }, sendable);
  return { deliveryId: sendable.deliveryId, buttons: Object.fromEntries(sendable.buttons.map(({ label, id }) => [label, id])) };
}

/** A rung that waits to be sent. */
export async function queued(world: World, taskId: string, duty: DutyKind): Promise<string> {
  const row = await world.prisma.prompt.create({ data: { ...promptData(lineOf(taskId, duty), 'queued', null) } });
  return row.id;
}

function promptData(line: PromptLine, status: string, deliveryId: string | null): Prisma.PromptUncheckedCreateInput {
  return {
    id: randomUUID(), planId: PLAN, clockId: CLOCK, entityId: line.entityId, partId: line.partId, unitId: line.unit === '市科技局' ? 'unit-a' : 'unit-b', role: line.role, duty: line.duty, cycle: line.cycle,
    deadlineSeq: 1, rung: `${line.rung}-${randomUUID().slice(0, 4)}`, audience: 'liaison', rule: 'before-3', slotAt: NOW, dueAt: new Date(line.dueAt), status, deliveryId, line: line as unknown as Prisma.InputJsonValue,
  };
}

let count = 0;
/** A message as its adapter hands it over. Later ones are received later. */
export function incoming(personId: string, channel: Channel, content: Pick<IncomingMessage, 'kind'> & Partial<IncomingMessage>): IncomingMessage {
  count += 1;
  return {
    address: { channel, team: '', externalId: personId },
    dedupeKey: `${channel}/${personId}/${count}`,
    text: null,
    payload: {},
    receivedAt: new Date(NOW.getTime() + count).toISOString(),
    ...content,
  };
}

/** Receives and applies; resolves to the row and the newest answer. */
export async function say(world: World, message: IncomingMessage) {
  const { inboxId } = await world.inbox.receive(message);
  await world.dispatch.drain();
  const row = await world.prisma.inbox.findUniqueOrThrow({ where: { id: inboxId }, include: { items: true } });
  const answer = await world.prisma.delivery.findFirst({ where: { klass: 'answer', personId: row.personId ?? '' }, orderBy: { createdAt: 'desc' }, include: { actions: true } });
  const stored = answer?.message as { heading: string; lines: string[]; buttons: { id: string; label: string }[] } | undefined;
  return {
    row,
    heading: stored?.heading ?? '',
    text: stored?.lines.join('\n') ?? '',
    deliveryId: answer?.id ?? '',
    buttons: Object.fromEntries((stored?.buttons ?? []).map(({ label, id }) => [label, id])),
  };
}
