import type { Update } from 'node-telegram-bot-api';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startFakeTelegram, type FakeTelegram } from '../../fakes/telegram/server.ts';
import { openWorld, type World } from '../bot/world.ts';
import { CHATS, listenTo, type Reached } from './telegram-wire.ts';

const CHAT = CHATS['person-unit-a'] ?? 0;
let world: World;
let fake: FakeTelegram;
let reached: Reached | null;
beforeEach(async () => {
  [world, fake] = await Promise.all([openWorld(), startFakeTelegram()]);
  fake.people.person(CHAT);
  const personId = 'person-unit-a';
  await world.prisma.account.create({ data: { id: 'a', channel: 'telegram', externalId: String(CHAT), personId } });
});
afterEach(async () => {
  await reached?.close();
  await Promise.all([fake.stop(), world.close()]);
});

const texts = (count: number): Update[] => Array.from({ length: count }, (_, n) => fake.people.text(CHAT, `完成${n}%`));
const stored = async (): Promise<string[]> =>
  (await world.prisma.inbox.findMany({ orderBy: { receivedAt: 'asc' }, select: { text: true } })).map(
    ({ text }) => text ?? '',
  );

test.each(['webhook', 'polling'] as const)(
  'by %s: the same update three times, out of order and after a gap, is one row each',
  async (way) => {
    reached = await listenTo(fake, world, way);
    const [one, two] = texts(2) as [Update, Update];
    fake.people.skip(1_000);
    const [three] = texts(1) as [Update];
    for (const update of [three, one, two, one, three, one, two]) expect(await fake.updates.again(update)).toBe(true);
    expect((await stored()).toSorted()).toEqual(['完成0%', '完成0%', '完成1%']);
    expect(await world.prisma.inbox.count()).toBe(3);
  },
);

test('a batch of a hundred that breaks off at the fiftieth is whole after all, each once and in order', async () => {
  const batch = texts(100);
  for (const update of batch) void fake.push(update);
  const { receive } = world.inbox;
  let calls = 0;
  world.inbox.receive = (message) => {
    calls += 1;
    return calls === 50 ? Promise.reject(new Error('the database went away')) : receive(message);
  };
  reached = await listenTo(fake, world, 'polling');
  await vi.waitUntil(() => fake.updates.pending().length === 0, { timeout: 15_000 });
  expect(await world.prisma.inbox.count()).toBe(100);
  expect(await stored()).toEqual(batch.map((_, n) => `完成${n}%`));
  // The first 49 came again with the rest, and counted once.
  expect(calls).toBe(150);
});

test('a poller that ends in the middle of a batch leaves the rest to the next, and nothing counts twice', async () => {
  const batch = texts(100);
  for (const update of batch) void fake.push(update);
  const { receive } = world.inbox;
  let first: Reached | null = null;
  let ending: Promise<void> | undefined;
  let calls = 0;
  world.inbox.receive = async (message) => {
    calls += 1;
    if (calls === 50) ending = first?.close();
    return receive(message);
  };
  first = await listenTo(fake, world, 'polling');
  await vi.waitUntil(() => ending !== undefined, { timeout: 15_000 });
  await ending;
  expect(await world.prisma.inbox.count()).toBe(50);
  expect(fake.updates.pending()).toHaveLength(100);
  reached = await listenTo(fake, world, 'polling');
  await vi.waitUntil(() => fake.updates.pending().length === 0, { timeout: 15_000 });
  expect(await world.prisma.inbox.count()).toBe(100);
});
