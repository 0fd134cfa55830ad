import type { Client } from '@temporalio/client';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createApiClient } from '../../../bot/slack/api-client.ts';
import { countedFetch } from '../../../bot/slack/counted-fetch.ts';
import { openBot } from '../../../bot/telegram/client.ts';
import { countedApi } from '../../../bot/telegram/counted-api.ts';
import { openPrisma, type PrismaClient } from '../../../prisma/client.ts';
import { deferRate } from '../../../prisma/queries/defer-rate.ts';
import { beginLook, forgetKicks } from '../../../prisma/queries/sender-kicks.ts';
import { takeRate } from '../../../prisma/queries/take-rate.ts';
import { waitForRate } from '../../../prisma/wait-for-rate.ts';
import { createEntityStarter } from '../../../temporal/entity-starter.ts';
import { startFakeSlack, type FakeSlack } from '../../fakes/slack/server.ts';
import { startFakeTelegram, type FakeTelegram } from '../../fakes/telegram/server.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';

let database: FreshDatabase;
let prisma: PrismaClient;
let slack: FakeSlack;
let telegram: FakeTelegram;
beforeAll(async () => {
  database = await freshDatabase();
  prisma = openPrisma({ databaseUrl: database.url, max: 2, onLost: () => undefined });
  [slack, telegram] = await Promise.all([startFakeSlack(), startFakeTelegram()]);
  slack.workspace.addUser('U1');
  telegram.people.person(1);
});
beforeEach(() => prisma.rateBucket.deleteMany());
afterAll(async () => {
  await prisma.$disconnect();
  await Promise.all([slack.close(), telegram.stop(), database.drop()]);
});

const BOT = '7000000001';
const waitOf = async (key: string): Promise<number> => {
  const row = await prisma.rateBucket.findUnique({ where: { key } });
  return row ? row.nextAt.getTime() - Date.now() : 0;
};
const menu = { commands: [{ command: 'help', description: '帮助' }] };

it('Telegram’s courtesies take their places among the token’s calls, and a message in its chat’s', async () => {
  const api = countedApi(openBot({ token: telegram.token, apiRoot: telegram.apiRoot }).api, prisma, BOT);
  await api.setMyCommands(menu);
  expect(await waitOf(`telegram/${BOT}`)).toBeGreaterThan(-1_000);
  expect(await prisma.rateBucket.count()).toBe(1);
  await api.sendMessage({ chat_id: 1, text: '请先绑定' });
  expect(await waitOf(`telegram/${BOT}/1`)).toBeGreaterThan(0);
  telegram.failNext({ kind: 'busy', retryAfter: 30 }, { method: 'setMyCommands' });
  await expect(api.setMyCommands(menu)).rejects.toThrow();
  expect(await waitOf(`telegram/${BOT}`)).toBeGreaterThan(25_000);
  const calls = telegram.calls.get('setMyCommands');
  // Until then nothing is called at all.
  await expect(api.setMyCommands(menu)).rejects.toThrow('too late');
  expect(telegram.calls.get('setMyCommands')).toBe(calls);
});

it('Slack’s courtesies count by method, and a 429 of one moves that one alone', async () => {
  const { token, team } = slack.workspace;
  const client = createApiClient({ token, apiUrl: slack.apiUrl, fetch: countedFetch(prisma, () => team) });
  const view = { type: 'home' as const, blocks: [{ type: 'divider' as const }] };
  await client.views.publish({ user_id: 'U1', view });
  expect(await prisma.rateBucket.findMany({ select: { key: true } })).toEqual([{ key: `slack/${team}/views.publish` }]);
  slack.faults.inject({ method: 'views.publish', mode: { kind: 'rate-limited', retryAfterSeconds: 30 } });
  await expect(client.views.publish({ user_id: 'U1', view })).rejects.toMatchObject({ retryAfter: 30 });
  const calls = slack.calls.get('views.publish');
  await expect(client.views.publish({ user_id: 'U1', view })).rejects.toMatchObject({
    code: expect.stringContaining('rate'),
  });
  expect(slack.calls.get('views.publish')).toBe(calls);
  expect((await client.users.info({ user: 'U1' })).ok).toBe(true);
});

it('a burst goes at once after a rest, the rest in time, and what a provider puts off is put off whole', async () => {
  const rate = { key: 'burst', perSecond: 1, burst: 3 };
  const waits: number[] = [];
  for (let n = 0; n < 5; n += 1) waits.push(Math.round((await takeRate(prisma, rate, 10_000)) / 1_000));
  expect(waits).toEqual([0, 0, 0, 1, 2]);
  await prisma.rateBucket.deleteMany();
  await deferRate(prisma, rate, 5_000);
  expect(Math.round((await takeRate(prisma, rate, 10_000)) / 1_000)).toBe(5);
  expect(await takeRate(prisma, rate, 1_000)).toBeGreaterThan(1_000);
});

it('places are to the microsecond: a third of a tenth is neither rounded up nor down', async () => {
  const rate = { key: 'fine', perSecond: 30 };
  const [before] = await prisma.$queryRaw<
    { at: number }[]
  >`SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS at`;
  for (let n = 0; n < 60; n += 1) await takeRate(prisma, rate, 60_000);
  const [row] = await prisma.$queryRaw<
    { at: number }[]
  >`SELECT extract(epoch FROM "nextAt")::float8 * 1000 AS at FROM "RateBucket"`;
  // Rounded to whole ms it would be 1,980.
  expect((row?.at ?? 0) - (before?.at ?? 0)).toBeGreaterThan(1_999);
});

it('a message that waits for the token leaves its chat the distance from when it goes, and one of a busy chat takes no place of the token', async () => {
  const [chat, token] = [
    { key: 'chat', perSecond: 1 },
    { key: 'token', perSecond: 10 },
  ] as const;
  const paused: number[] = [];
  const pause = async (ms: number) => void paused.push(ms);
  await prisma.$executeRaw`INSERT INTO "RateBucket" ("key", "nextAt") VALUES ('token', now() + interval '1 second')`;
  expect(await waitForRate(prisma, [chat, token], { maxWaitMs: 5_000, pause })).toMatchObject({ waitMs: 0 });
  expect(paused).toHaveLength(1);
  expect(await waitOf('chat')).toBeGreaterThan(900);
  const before = await waitOf('token');
  const verdict = await waitForRate(prisma, [chat, token], { maxWaitMs: 100, pause });
  expect(verdict).toMatchObject({ shared: false });
  expect(await waitOf('token')).toBeLessThanOrEqual(before);
});

it('one kick of the sender stands for all until it begins to look, whichever process gives them', async () => {
  let kicks = 0;
  const client = { workflow: { signalWithStart: async () => void (kicks += 1) } } as unknown as Client;
  const [worker, bot] = [
    createEntityStarter(async () => client, prisma),
    createEntityStarter(async () => client, prisma),
  ];
  await prisma.clock.create({ data: { id: 'kicked' } });
  await worker.kickSender('kicked', 0);
  for (const entities of [worker, bot]) await entities.kickSender('kicked', 0);
  expect(kicks).toBe(1);
  // A clock that has moved is news.
  await bot.kickSender('kicked', 60_000);
  await worker.kickSender('kicked', 0);
  expect(kicks).toBe(2);
  await beginLook(prisma, 'kicked');
  await worker.kickSender('kicked', 60_000);
  expect(kicks).toBe(3);
  await forgetKicks(prisma, 'kicked');
  await worker.kickSender('kicked', 60_000);
  expect(kicks).toBe(4);
  await prisma.clock.updateMany({ data: { kickedAt: new Date(Date.now() - 60_000) } });
  await worker.kickSender('kicked', 60_000);
  expect(kicks).toBe(5);
});

it('a kick that could not be given stands for none', async () => {
  let up = false;
  let kicks = 0;
  const signalWithStart = async () => {
    if (!up) throw new Error('unavailable');
    kicks += 1;
  };
  const entities = createEntityStarter(async () => ({ workflow: { signalWithStart } }) as unknown as Client, prisma);
  await prisma.clock.create({ data: { id: 'down' } });
  await expect(entities.kickSender('down', 0)).rejects.toThrow('unavailable');
  up = true;
  await entities.kickSender('down', 0);
  expect(kicks).toBe(1);
});
