import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { closeCard, sendAnswer } from '../../../bot/channels.ts';
import { createTelegramListener } from '../../../bot/telegram/listener.ts';
import { botIdOf, openBot } from '../../../bot/telegram/client.ts';
import { createMenus } from '../../../bot/telegram/keep-menus.ts';
import { menuAsks, menuOf } from '../../../bot/telegram/menu.ts';
import { createRowDone } from '../../../bot/row-done.ts';
import { createTelegramPort } from '../../../bot/telegram/port.ts';
import { createCode } from '../../../bot/directory/codes.ts';
import { deliveryByRef } from '../../../prisma/queries/delivery-by-ref.ts';
import { insertDelivery } from '../../../prisma/queries/insert-delivery.ts';
import { freePort } from '../../../setup/free-port.ts';
import { startFakeTelegram, type FakeTelegram } from '../../fakes/telegram/server.ts';
import { postRaw, SECRET_HEADER } from '../../fakes/telegram/webhook-post.ts';
import { openWorld, type World } from '../bot/world.ts';
import { PLAN } from '../bot/world-seed.ts';
import { CHATS, listenTo, QUICK, SECRET, type Reached } from './telegram-wire.ts';

const PERSON = 'person-unit-a';
const CHAT = CHATS[PERSON] ?? 0;
let world: World;
let fake: FakeTelegram;
let reached: Reached | null;
beforeEach(async () => {
  reached = null;
  fake = await startFakeTelegram();
  fake.people.person(CHAT);
  world = await openWorld(() => [
    { ...createTelegramPort({ token: fake.token, apiRoot: fake.apiRoot, timeoutMs: 400 }), rates: () => [] },
  ]);
});
afterEach(async () => {
  await reached?.close();
  await Promise.all([fake.stop(), world.close()]);
});

const bindPerson = () =>
  world.prisma.account.create({ data: { id: 'a', channel: 'telegram', externalId: String(CHAT), personId: PERSON } });
const account = () => world.prisma.account.findFirstOrThrow({ where: { channel: 'telegram' } });
const listener = (
  apiRoot: string,
  log: (...said: unknown[]) => void = () => undefined,
  rowDone?: Parameters<typeof createTelegramListener>[0]['rowDone'],
) =>
  createTelegramListener({
    token: fake.token,
    apiRoot,
    inbox: world.inbox,
    prisma: world.prisma,
    clock: { now: async () => world.clock.now, offsetMs: async () => 0 },
    log,
    timing: { ...QUICK, stirredMs: 10 },
    ...(rowDone ? { rowDone } : {}),
  });

test('a forged post of any kind gets no further than its status, and leaves nothing', async () => {
  reached = await listenTo(fake, world, 'webhook');
  const url = fake.updates.webhook?.url ?? '';
  const update = JSON.stringify(fake.people.text(CHAT, '完成99%'));
  const right = { [SECRET_HEADER]: SECRET };
  for (const header of ['', ' ', SECRET.slice(0, -1), `${SECRET}x`, SECRET.toUpperCase(), 'null', '0'])
    expect(await postRaw(url, update, { [SECRET_HEADER]: header })).toBe(401);
  expect(await postRaw(url, update, { authorization: SECRET, 'x-telegram-bot-api-secret': SECRET })).toBe(401);
  expect(await postRaw(`${url}?secret_token=${SECRET}`, update, {})).toBe(401);
  for (const body of ['null', '', '[]', '{}', '3', '"x"', '{', '{"update_id":"1"}', '\u0000'])
    expect(await postRaw(url, body, right)).toBe(400);
  expect((await fetch(url, { headers: right })).status).toBe(405);
  const endless = new ReadableStream({
    pull: (controller) => controller.enqueue(new TextEncoder().encode('x'.repeat(65_536))),
  });
  const streamed = fetch(url, { method: 'POST', headers: right, body: endless, duplex: 'half' } as RequestInit);
  expect(
    await streamed.then(
      ({ status }) => status,
      () => 'cut off',
    ),
  ).toSatisfy((end) => end === 413 || end === 'cut off');
  expect(await world.prisma.inbox.count()).toBe(0);
  expect(await postRaw(url, update, right)).toBe(200);
  expect(await world.prisma.inbox.count()).toBe(1);
});

test('a refused token ends the start with one sentence that does not hold it', async () => {
  const wrong = createTelegramListener({
    token: '7000000001:AAWrongTokenWrongTokenWrongToken-wrong00',
    apiRoot: fake.apiRoot,
    inbox: world.inbox,
    prisma: world.prisma,
    clock: { now: async () => world.clock.now, offsetMs: async () => 0 },
    log: () => undefined,
  });
  const error = await wrong.start().catch((caught: unknown) => caught);
  expect(error).toMatchObject({ message: expect.stringMatching(/^Telegram refuses TELEGRAM_BOT_TOKEN: .*\.$/) });
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('AAWrong');
});

test('an unreachable Telegram makes the start late, not failed, and says nothing of the token', async () => {
  const said: unknown[] = [];
  const late = listener(`http://127.0.0.1:${await freePort()}`, (...all) => said.push(all));
  await late.start();
  expect(late.state()).toMatchObject({ state: 'late', note: expect.stringContaining('ECONNREFUSED') });
  await vi.waitUntil(() => said.length > 1);
  await late.stop();
  expect(inspect([said, late.state()], { depth: 9 })).not.toContain(fake.token.split(':')[1]);
});

test('a Telegram that takes the call and says nothing holds the start up for a bounded time', async () => {
  fake.failNext({ kind: 'hang-after-accept' }, { method: 'getMe' });
  const late = listener(fake.apiRoot);
  const startedAt = performance.now();
  await late.start();
  // A call's own bound is ten seconds.
  expect(performance.now() - startedAt).toBeLessThan(5_000);
  expect(fake.calls.get('getMe')).toBe(1);
  await vi.waitUntil(() => late.state().state === 'ok');
  await late.stop();
});

test('a Telegram that comes back is found by itself', async () => {
  fake.failNext({ kind: 'html' }, { times: 6 });
  const late = listener(fake.apiRoot);
  await late.start();
  expect(late.state().state).toBe('late');
  await vi.waitUntil(() => late.state().state === 'ok');
  await vi.waitUntil(() => fake.settings.commandsFor('all_private_chats', 'en').length > 0);
  expect(fake.settings.commandsFor().map(({ command }) => command)).toEqual(Object.keys(menuAsks('unit')));
  await late.stop();
});

test('a deep link binds the account, and the person hears it; the code works once', async () => {
  reached = await listenTo(fake, world, 'webhook');
  const { code } = await createCode(world.prisma, { personId: PERSON, purpose: 'bind', createdBy: 'office' });
  expect(await fake.push(fake.people.start(CHAT, code))).toBe(true);
  await world.dispatch.drain();
  expect(await account()).toMatchObject({ personId: PERSON, externalId: String(CHAT) });
  expect(fake.ofBot().at(-1)?.text).toContain('已绑定');
  fake.people.person(99);
  expect(await fake.push(fake.people.start(99, code))).toBe(true);
  await world.dispatch.drain();
  expect(fake.ofBot().at(-1)).toMatchObject({ chat: { id: 99 }, text: expect.stringContaining('【未登记】') });
  expect(await world.prisma.account.count({ where: { channel: 'telegram' } })).toBe(1);
});

test('a person who stops the bot is not reached by it any more, and each office hears of it once', async () => {
  await bindPerson();
  reached = await listenTo(fake, world, 'polling');
  const block = fake.people.block(CHAT);
  for (let n = 0; n < 2; n += 1) expect(await fake.updates.again(block)).toBe(true);
  expect(await account()).toMatchObject({ failedAt: expect.any(Date) });
  const items = await world.prisma.officeItem.findMany({ where: { kind: 'undeliverable' } });
  expect(items).toMatchObject([{ planId: PLAN, key: 'undeliverable/unit-a', unitId: 'unit-a', status: 'open' }]);
  expect(await fake.push(fake.people.unblock(CHAT))).toBe(true);
  expect(await account()).toMatchObject({ failedAt: null, failReason: null });
});

test('an address that failed is tried again once its person writes from it', async () => {
  await bindPerson();
  await world.prisma.account.updateMany({ data: { failedAt: new Date(), failReason: 'x' } });
  reached = await listenTo(fake, world, 'webhook');
  expect(await fake.push(fake.people.text(CHAT, '完成85%'))).toBe(true);
  expect(await account()).toMatchObject({ failedAt: null, failReason: null });
});

test('a group hears one sentence however often it speaks to the bot, and leaves no row', async () => {
  reached = await listenTo(fake, world, 'webhook');
  fake.people.group(-77, '工作群');
  for (let n = 0; n < 3; n += 1) expect(await fake.push(fake.people.text(-77, '/tasks', { from: CHAT }))).toBe(true);
  await vi.waitUntil(() => fake.ofBot().length > 0);
  expect(fake.ofBot().map(({ text }) => text)).toEqual(['请与本机器人单独对话办理,群内消息不作登记。']);
  expect(await world.prisma.inbox.count()).toBe(0);
});

test('a file is kept with its words, and one without words is a row of its own', async () => {
  await bindPerson();
  reached = await listenTo(fake, world, 'webhook');
  expect(await fake.push(fake.people.photo(CHAT, '现场照片,完成85%'))).toBe(true);
  expect(await fake.push(fake.people.document(CHAT, '台账.xlsx', { size: 40 }))).toBe(true);
  expect(await world.prisma.inbox.findMany({ orderBy: { receivedAt: 'asc' } })).toMatchObject([
    {
      text: '现场照片,完成85%',
      payload: { files: [{ name: expect.stringMatching(/^照片\d+\.jpg$/), mime: 'image/jpeg' }] },
    },
    { kind: 'text', text: null, payload: { files: [{ name: '台账.xlsx', mime: null, size: 40 }] } },
  ]);
});

test('an album keeps its words once and every file of it', async () => {
  await bindPerson();
  reached = await listenTo(fake, world, 'polling');
  const pushed = [
    fake.people.photo(CHAT, '现场照片,完成85%', 'm1'),
    fake.people.photo(CHAT, undefined, 'm1'),
    fake.people.document(CHAT, '台账.xlsx', { album: 'm1' }),
  ];
  expect(await Promise.all(pushed.map((update) => fake.push(update)))).toEqual([true, true, true]);
  const rows = await world.prisma.inbox.findMany({ orderBy: { dedupeKey: 'asc' } });
  expect(rows.map(({ text }) => text)).toEqual(['现场照片,完成85%', null, null]);
  const payloads = rows.map(({ payload }) => payload as { album: string; files: { id: string }[] });
  expect(new Set(payloads.map(({ album }) => album)).size).toBe(1);
  expect(new Set(payloads.flatMap(({ files }) => files.map(({ id }) => id))).size).toBe(3);
});

test('a press is answered to Telegram after the commit, and a failing answer changes nothing', async () => {
  await bindPerson();
  reached = await listenTo(fake, world, 'webhook');
  await world.channels.get('telegram')?.send(
    { channel: 'telegram', team: '', externalId: String(CHAT) },
    {
      deliveryId: 'd',
      klass: 'answer',
      heading: '【说明】',
      lines: ['x'],
      signature: '',
      buttons: [{ id: 'AbC', label: '收悉' }],
    },
  );
  const messageId = fake.ledger[0]?.message_id ?? 0;
  fake.failNext({ kind: 'broken', status: 500 }, { method: 'answerCallbackQuery' });
  expect(await fake.push(fake.people.press(CHAT, messageId, 'AbC'))).toBe(true);
  expect(await fake.push(fake.people.press(CHAT, messageId, 'AbC'))).toBe(true);
  await vi.waitUntil(() => fake.people.answered.length === 1);
  expect(await world.prisma.inbox.count({ where: { kind: 'button' } })).toBe(2);
});

test('a typed reply to the question beside a card is a reply to the card', async () => {
  await bindPerson();
  reached = await listenTo(fake, world, 'webhook');
  const made = await insertDelivery(world.prisma, {
    planId: PLAN,
    clockId: 'real',
    personId: PERSON,
    channel: 'telegram',
    planAt: new Date(),
    message: {
      klass: 'answer',
      heading: '【请写明理由】',
      lines: ['请直接回复理由。'],
      buttons: [{ label: '取消', act: { kind: 'acknowledge' } }],
      signature: '',
      asksReply: true,
    },
  });
  const address = { channel: 'telegram', team: '', externalId: String(CHAT) } as const;
  expect((await sendAnswer(world.prisma, world.channels, address, made)).kind).toBe('sent');
  const [card, ask] = fake.ledger;
  expect([card?.force_reply, ask?.force_reply]).toEqual([undefined, { placeholder: '请直接回复理由。' }]);
  for (const replied of [card, ask]) {
    const messageId = replied?.message_id ?? 0;
    expect(await fake.push(fake.people.text(CHAT, '因雨停工', { replyTo: messageId }))).toBe(true);
    expect(await deliveryByRef(world.prisma, PERSON, 'telegram', { chat: String(CHAT), messageId })).toBe(
      made.deliveryId,
    );
  }
  await closeCard(world.prisma, world.channels, made.deliveryId, '已取消');
  expect(fake.ofBot().map(({ text }) => text?.includes('〔已取消〕'))).toEqual([true, false]);
});

test('a webhook that another program took is set again', async () => {
  const url = 'http://127.0.0.1:9/telegram/ours';
  const ours = createTelegramListener({
    token: fake.token,
    apiRoot: fake.apiRoot,
    inbox: world.inbox,
    prisma: world.prisma,
    clock: { now: async () => world.clock.now, offsetMs: async () => 0 },
    log: () => undefined,
    webhook: { url, secret: SECRET },
    timing: { ...QUICK, watchMs: 30 },
  });
  await ours.start();
  expect(ours.route?.path).toBe('/telegram/ours');
  await vi.waitUntil(() => fake.updates.webhook?.url === url);
  fake.updates.setWebhook(null, false);
  await vi.waitUntil(() => fake.updates.webhook?.url === url);
  expect(fake.updates.webhook?.secret).toBe(SECRET);
  await ours.stop();
});

test('everybody who is bound has the menu of their part in their own language, and loses it with the binding', async () => {
  await bindPerson();
  const { prisma } = world;
  const rowDone = createRowDone();
  const shown = (language = '') => fake.settings.commandsFor(`chat/${CHAT}`, language);
  const becomes = async (menu: unknown) => {
    rowDone.tell({ inboxId: 'x', personId: PERSON });
    await expect.poll(() => shown(), { timeout: 4_000, interval: 10 }).toEqual(menu);
  };
  const heard = listener(fake.apiRoot, () => undefined, rowDone);
  await heard.start();
  await becomes(menuOf('unit', 'zh'));
  const told = fake.calls.get('setMyCommands');
  await prisma.person.update({ where: { id: PERSON }, data: { locale: 'en' } });
  await becomes(menuOf('unit', 'en'));
  await prisma.grant.create({ data: { id: 'g-x', personId: PERSON, planId: PLAN, role: 'coordinator' } });
  await becomes(menuOf('office', 'en'));
  // Only what changed was told: once each.
  expect(fake.calls.get('setMyCommands')).toBe((told ?? 0) + 2);
  expect(shown('en')).toEqual([]);
  await prisma.account.update({ where: { id: 'a' }, data: { revokedAt: new Date() } });
  await becomes([]);
  await heard.stop();
});

test('a Telegram without menus is asked once a look and said so once; a chat that is gone holds no other up', async () => {
  await bindPerson();
  fake.people.person(99);
  await world.prisma.account.create({
    data: { id: 'b', channel: 'telegram', externalId: '99', personId: 'person-unit-b' },
  });
  const { api } = openBot({ token: fake.token, apiRoot: fake.apiRoot });
  const said: unknown[] = [];
  const menus = createMenus({ prisma: world.prisma, api, botId: botIdOf(fake.token), log: (...all) => said.push(all) });
  const calls = () => fake.calls.get('setMyCommands') ?? 0;
  fake.failNext({ kind: 'refuse', code: 404, description: 'Not Found' }, { method: 'setMyCommands', times: 2 });
  await menus.keep();
  await menus.keep();
  expect([calls(), said.length]).toEqual([2, 1]);
  fake.failNext(
    { kind: 'refuse', code: 403, description: 'Forbidden: bot was blocked by the user' },
    {
      method: 'setMyCommands',
    },
  );
  await menus.keep();
  await menus.keep();
  expect(calls()).toBe(4);
  expect(
    [fake.settings.commandsFor(`chat/${CHAT}`), fake.settings.commandsFor('chat/99')].map((one) => one.length),
  ).toEqual([0, menuOf('unit', 'zh').length]);
});
