import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startFakeTelegram, type FakeTelegram } from '../../fakes/telegram/server.ts';
import { openWorld, type World } from '../bot/world.ts';
import { CHATS, listenTo, type Reached } from './telegram-wire.ts';

const CHAT = CHATS['person-unit-a'] ?? 0;
let world: World;
let fake: FakeTelegram;
let open: Reached[];
beforeEach(async () => {
  open = [];
  [world, fake] = await Promise.all([openWorld(), startFakeTelegram()]);
  fake.people.person(CHAT);
});
afterEach(async () => {
  await Promise.all(open.map((one) => one.close()));
  await Promise.all([fake.stop(), world.close()]);
});
const listen = async (way: 'webhook' | 'polling' = 'polling'): Promise<Reached> => {
  const reached = await listenTo(fake, world, way);
  open.push(reached);
  return reached;
};
const say = (text: string): Promise<boolean> => fake.push(fake.people.text(CHAT, text));
const foreignPoll = (timeout: number): Promise<number> =>
  fetch(`${fake.apiRoot}/bot${fake.token}/getUpdates?timeout=${timeout}`).then(({ status }) => status);

test('of two processes one polls, and the other takes over when it ends', async () => {
  const leader = await listen();
  const standby = await listen();
  expect(leader.listener.state()).toEqual({ state: 'ok' });
  await vi.waitUntil(() => standby.listener.state().note === '由另一进程接收');
  expect(await say('一')).toBe(true);
  expect(fake.updates.conflicts()).toBe(0);
  await leader.close();
  open.splice(open.indexOf(leader), 1);
  // It may be handed to the poll that was just broken off, and then comes again.
  await say('二');
  await vi.waitUntil(() => fake.updates.pending().length === 0, { timeout: 5_000 });
  await vi.waitUntil(() => standby.listener.state().note === undefined);
  expect(fake.updates.conflicts()).toBe(0);
  expect(await world.prisma.inbox.count()).toBe(2);
});

test('a lead whose holder was killed is taken when its span ends', async () => {
  await world.prisma.inboxLease.create({
    data: { key: `poll/telegram/${fake.me.id}`, token: 'killed', until: new Date(Date.now() + 700) },
  });
  const heir = await listen();
  await vi.waitUntil(() => heir.listener.state().note === '由另一进程接收');
  expect(await say('一')).toBe(true);
  expect(heir.listener.state()).toEqual({ state: 'ok' });
});

test('a leader that lost its lead stops polling at once', async () => {
  const former = await listen();
  await vi.waitUntil(() => fake.updates.polls() > 1);
  await world.prisma.inboxLease.update({
    where: { key: `poll/telegram/${fake.me.id}` },
    data: { token: 'another', until: new Date(Date.now() + 60_000) },
  });
  await vi.waitUntil(() => former.listener.state().note === '由另一进程接收', { timeout: 5_000 });
  const polls = fake.updates.polls();
  void say('一');
  expect(await foreignPoll(0)).toBe(200);
  expect(fake.updates.polls()).toBe(polls + 1);
  expect(await world.prisma.inbox.count()).toBe(0);
});

test('another program that polls the same bot is noted, and what it left is received', async () => {
  const { listener } = await listen();
  await vi.waitUntil(() => fake.updates.polls() > 1);
  const seen: string[] = [];
  const watch = setInterval(() => seen.push(listener.state().note ?? ''), 1);
  const foreign = foreignPoll(20);
  await vi.waitUntil(() => seen.some((note) => note.startsWith('另有程序')), { interval: 1 });
  clearInterval(watch);
  expect(await foreign).toBe(409);
  expect(await say('一')).toBe(true);
  await vi.waitUntil(() => listener.state().note === undefined);
});

test('a webhook that somebody set is taken away by the poller, and its updates come', async () => {
  fake.updates.setWebhook({ url: 'http://127.0.0.1:9/x', secret: null, allowed: null, lastError: null }, false);
  const { listener } = await listen();
  expect(fake.updates.webhook).toBeNull();
  fake.updates.setWebhook({ url: 'http://127.0.0.1:9/x', secret: null, allowed: null, lastError: null }, false);
  void say('一');
  await vi.waitUntil(() => fake.updates.webhook === null && fake.updates.pending().length === 0);
  expect(await world.prisma.inbox.count()).toBe(1);
  await vi.waitUntil(() => listener.state().note === undefined);
});
