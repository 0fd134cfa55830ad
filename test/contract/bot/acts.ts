import { randomUUID } from 'node:crypto';
import { addressOf, sendAnswer } from '../../../bot/channels.ts';
import { digestMessage } from '../../../domain/chat/digest-message.ts';
import type { PromptLine } from '../../../domain/chat/message.ts';
import type { Channel, IncomingMessage } from '../../../domain/chat/port.ts';
import type { DutyKind } from '../../../domain/supervision/types.ts';
import type { Prisma } from '../../../prisma/client.ts';
import { insertDelivery } from '../../../prisma/queries/insert-delivery.ts';
import type { World } from './world.ts';
import { CLOCK, NOW, partId, PLAN, TASKS } from './world-seed.ts';

const lineOf = (taskId: string, duty: DutyKind): PromptLine => {
  const task = TASKS.find(({ id }) => id === taskId) as (typeof TASKS)[number];
  return {
    entityId: `task/${taskId}`,
    partId: partId(taskId),
    planTitle: '某市知识产权试点工作方案',
    no: task.no,
    title: task.title,
    unit: task.unitId === 'unit-a' ? '市科技局' : '市公安局',
    relation: 'subordinate',
    role: 'lead',
    assumedLead: false,
    duty,
    cycle: duty === 'report' ? '2026Q4' : 'once',
    rung: duty === 'receipt' ? 'issue' : 'd3',
    dueOn: '2026-12-25',
    dueAt: '2026-12-25T09:30:00.000Z',
    provisional: false,
    progress: 40,
    lastWords: null,
    lastReportOn: '2026-09-25',
    cadence: 'quarterly',
    taskDueOn: '2028-06-30',
  };
};

export interface Sent {
  deliveryId: string;
  /** Ids of buttons by label. */
  buttons: Record<string, string>;
}

/** What the sending activity does: prompts, a delivery, the port, `sent`. */
export async function prompt(
  world: World,
  personId: string,
  channel: Channel,
  lines: [taskId: string, duty: DutyKind][],
): Promise<Sent> {
  const { prisma } = world;
  const made = lines.map(([taskId, duty]) => lineOf(taskId, duty));
  const message = digestMessage(
    made.map((line) => ({ ...line, workingDaysToDue: 3, escalateBy: null })),
    { office: '市试点办', now: world.clock.now.toISOString(), zone: 'Asia/Shanghai' },
  );
  const sendable = await prisma.$transaction(async (tx) => {
    const delivery = await insertDelivery(tx, {
      planId: PLAN,
      clockId: CLOCK,
      personId,
      channel,
      planAt: world.clock.now,
      message,
    });
    for (const line of made) await tx.prompt.create({ data: promptData(line, 'sent', delivery.deliveryId) });
    return delivery;
  });
  const address = (await addressOf(prisma, personId, channel)) ?? { channel, team: '', externalId: personId };
  await sendAnswer(prisma, world.channels, address, sendable);
  return {
    deliveryId: sendable.deliveryId,
    buttons: Object.fromEntries(sendable.buttons.map(({ label, id }) => [label, id])),
  };
}

/** A rung that waits to be sent. */
export async function queued(world: World, taskId: string, duty: DutyKind): Promise<string> {
  const row = await world.prisma.prompt.create({ data: { ...promptData(lineOf(taskId, duty), 'queued', null) } });
  return row.id;
}

function promptData(line: PromptLine, status: string, deliveryId: string | null): Prisma.PromptUncheckedCreateInput {
  return {
    id: randomUUID(),
    planId: PLAN,
    clockId: CLOCK,
    entityId: line.entityId,
    partId: line.partId,
    unitId: line.unit === '市科技局' ? 'unit-a' : 'unit-b',
    role: line.role,
    duty: line.duty,
    cycle: line.cycle,
    deadlineSeq: 1,
    rung: `${line.rung}-${randomUUID().slice(0, 8)}`,
    audience: 'liaison',
    rule: 'before-3',
    slotAt: NOW,
    dueAt: new Date(line.dueAt),
    status,
    deliveryId,
    line: line as unknown as Prisma.InputJsonValue,
  };
}

let count = 0;
/** A message as its adapter hands it over. Later ones are received later. */
export function incoming(
  personId: string,
  channel: Channel,
  content: Pick<IncomingMessage, 'kind'> & Partial<IncomingMessage>,
): IncomingMessage {
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
export async function say(world: World, message: IncomingMessage): Promise<Said> {
  const { inboxId } = await world.inbox.receive(message);
  await world.dispatch.drain();
  return said(world, inboxId);
}

export type Said = Awaited<ReturnType<typeof said>>;

/** What came of a row. */
export async function said(world: World, inboxId: string) {
  const row = await world.prisma.inbox.findUniqueOrThrow({ where: { id: inboxId }, include: { items: true } });
  const answer = await world.prisma.delivery.findFirst({
    where: { klass: 'answer', personId: row.personId ?? '' },
    orderBy: { createdAt: 'desc' },
    include: { actions: true },
  });
  const stored = answer?.message as
    | { heading: string; lines: string[]; buttons: { id: string; label: string }[] }
    | undefined;
  return {
    row,
    heading: stored?.heading ?? '',
    text: stored?.lines.join('\n') ?? '',
    deliveryId: answer?.id ?? '',
    buttons: Object.fromEntries((stored?.buttons ?? []).map(({ label, id }) => [label, id])),
  };
}
