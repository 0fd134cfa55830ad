import type { ChatListener } from './listener.ts';
import type { Office } from './compose.ts';
import { healthOf, type ChannelsHealth, type Health, type PartHealth } from './health-of.ts';
import { TASK_QUEUE } from '../workflows/messages.ts';

const WITHIN_MS = 2_500;
/** temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW */
const WORKFLOW_QUEUE = 1;

const within = <T>(work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no answer in time')), WITHIN_MS).unref()),
  ]);

/** Each thing asked by itself, each with a bound: a hanging one must not make the others look ill. */
export async function readHealth(
  office: Office,
  demoFailed: () => boolean,
  listeners: readonly ChatListener[],
): Promise<Health> {
  const database = await check(async () => void (await office.prisma.setting.count()));
  const [temporal, worker] = await Promise.all([
    check(() => temporalAnswers(office)),
    check(() => hasPollers(office), 'late'),
  ]);
  const demo = database.state === 'ok' ? await demoHealth(office, demoFailed()) : { state: 'ok' as const };
  return healthOf({
    database,
    temporal,
    channels: database.state === 'ok' ? await channelHealth(office, listeners) : { state: 'ok' },
    worker,
    demo,
  });
}

async function check(work: () => Promise<string | void>, otherwise: 'down' | 'late' = 'down'): Promise<PartHealth> {
  try {
    const note = await within(work());
    return note ? { state: 'late', note } : { state: 'ok' };
  } catch {
    return { state: otherwise, note: '没有应答' };
  }
}

export async function temporalAnswers({ client }: Pick<Office, 'client'>): Promise<void> {
  const { workflowService, options } = await client();
  await workflowService.describeNamespace({ namespace: options.namespace });
}

/** Temporal keeps a list of who has asked for work lately. */
export async function hasPollers({ client }: Pick<Office, 'client'>): Promise<string | void> {
  const { workflowService, options } = await client();
  const { pollers } = await workflowService.describeTaskQueue({
    namespace: options.namespace,
    taskQueue: { name: TASK_QUEUE },
    taskQueueType: WORKFLOW_QUEUE,
  });
  if ((pollers ?? []).length === 0) return '没有工作进程领取任务';
}

/** A channel that fails colours the light only: everybody has the web inbox. */
async function channelHealth(
  { prisma, channels }: Pick<Office, 'prisma' | 'channels'>,
  listeners: readonly ChatListener[],
): Promise<ChannelsHealth> {
  const down = await prisma.channelOutage.findMany({ where: { until: { gt: new Date() } } });
  const connected = listeners.map((listener) => {
    const outage = down.find(({ channel }) => channel === listener.channel);
    const state = listener.state();
    return {
      channel: listener.channel,
      ...listener.identity(),
      // What is heard may still come in while nothing can be sent.
      ...(outage && state.state === 'ok' ? { state: 'down' as const, note: `令牌已被拒绝(${outage.reason})` } : state),
    };
  });
  const troubles = connected.flatMap(({ channel, state, note }) =>
    state === 'ok' ? [] : [`${channel}: ${note ?? state}`],
  );
  if (troubles.length > 0) return { state: 'late', note: troubles.join('; '), connected };
  return { state: 'ok', note: [...channels.keys()].join(' '), connected };
}

/** Not ready while the demo catches up at its first start; a demo that failed keeps nobody from working. */
async function demoHealth(office: Office, failed: boolean): Promise<PartHealth> {
  if (failed) return { state: 'late', note: '演示未能补演完成' };
  const setting = await office.prisma.setting.findUnique({ where: { key: 'demo.catch-up' } });
  const done = (setting?.value as { done?: boolean } | undefined)?.done ?? true;
  return done ? { state: 'ok' } : { state: 'down', note: '正在补演' };
}
