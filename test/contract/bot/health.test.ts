import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Office } from '../../../bot/compose.ts';
import { readHealth } from '../../../bot/health.ts';
import type { ChatListener, ListenerIdentity, ListenerState } from '../../../bot/listener.ts';
import { createSilenceWatch } from '../../../bot/silent-channels.ts';
import { startListeners } from '../../../bot/start-listeners.ts';
import { markChannelDown } from '../../../prisma/channel-failures.ts';
import { openPrisma, type PrismaClient } from '../../../prisma/client.ts';
import { seedWorld } from './world-seed.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';

let database: FreshDatabase;
let prisma: PrismaClient;
beforeAll(async () => {
  database = await freshDatabase();
  prisma = openPrisma({ databaseUrl: database.url, max: 2 });
});
afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});
beforeEach(() => markChannelDown(prisma, { channel: 'telegram', team: '', externalId: '1' }, 'telegram 401'));

const listener = (name: string | null, state: ListenerState): ChatListener => ({
  channel: 'telegram',
  route: null,
  identity: (): ListenerIdentity => ({ way: 'polling', name }),
  state: () => state,
  start: async () => undefined,
  stop: async () => undefined,
});

/** No Temporal: the channels are asked by themselves. */
async function channels(listeners: ChatListener[]) {
  const client = () => Promise.reject(new Error('no Temporal here'));
  const office = { prisma, client, channels: new Map([['web', {}]]) } as unknown as Office;
  return (await readHealth(office, () => false, listeners)).parts.channels;
}

test('a token that was refused while sending shows, though what people write still comes', async () => {
  const note = '令牌已被拒绝(telegram 401)';
  expect(await channels([listener('duban_bot', { state: 'ok' })])).toEqual({
    state: 'late',
    note: `telegram: ${note}`,
    connected: [{ channel: 'telegram', way: 'polling', name: 'duban_bot', state: 'down', note }],
  });
});

test('a start with a token that is taken ends what an earlier one was refused for', async () => {
  const connected = listener('duban_bot', { state: 'ok' });
  await startListeners(prisma, [connected]);
  expect(await channels([connected])).toMatchObject({ state: 'ok', connected: [{ state: 'ok' }] });
});

test('a provider that is not reached says so, and forgets nothing', async () => {
  const late = listener(null, { state: 'late', note: '正在连接' });
  await startListeners(prisma, [late]);
  expect(await prisma.channelOutage.count()).toBe(1);
  expect(await channels([late])).toMatchObject({
    state: 'late',
    note: 'telegram: 正在连接',
    connected: [{ name: null }],
  });
});

test('a channel that hears nothing for five minutes is on every office’s list once, until it hears again', async () => {
  await seedWorld(prisma);
  const said: string[] = [];
  let now = new Date('2026-11-23T02:00:00.000Z');
  let state: ListenerState = { state: 'ok' };
  const watch = createSilenceWatch(
    {
      prisma,
      clock: { now: async () => now, offsetMs: async () => 0 },
      log: (what) => said.push(what),
      realNow: () => now,
    },
    [{ ...listener('duban_bot', state), state: () => state }],
  );
  const items = () =>
    prisma.officeItem.findMany({ where: { key: 'channel-silent/telegram' }, select: { status: true } });
  const after = async (minutes: number) => {
    now = new Date(now.getTime() + minutes * 60_000);
    await watch();
  };
  await watch();
  state = { state: 'late', note: '正在重连' };
  await after(1);
  await after(4);
  expect(await items()).toEqual([]);
  state = { state: 'ok' };
  await after(1);
  state = { state: 'down', note: '连接已断开' };
  await after(1);
  await after(5);
  await after(5);
  expect(await items()).toEqual([{ status: 'open' }]);
  state = { state: 'ok' };
  await after(1);
  expect(await items()).toEqual([{ status: 'done' }]);
  expect(said).toEqual(['a channel has heard nothing for minutes', 'a channel is heard again']);
});
