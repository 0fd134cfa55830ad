import { afterAll, beforeAll, expect, test } from 'vitest';
import { redeemCode } from '../../../bot/directory/codes.ts';
import type { SendableMessage } from '../../../domain/chat/message.ts';
import type { ChatPort } from '../../../domain/chat/port.ts';
import { createWebPort } from '../../../bot/web-inbox/adapter.ts';
import { incoming, say } from './acts.ts';
import { COORDINATOR, seedOffice } from './office-seed.ts';
import { PERSON } from './talk.ts';
import { openWorld, type World } from './world.ts';
import { PLAN } from './world-seed.ts';

let world: World;
const sent: SendableMessage[] = [];
const chat: ChatPort = {
  channel: 'telegram',
  hasWindow: true,
  rates: () => [],
  send: async (_address, message) => {
    sent.push(message);
    return { kind: 'sent', providerRef: {} };
  },
  close: async () => ({ kind: 'sent', providerRef: {} }),
};

beforeAll(async () => {
  world = await openWorld(() => [createWebPort(), chat]);
  await world.prisma.account.create({
    data: { id: 'tg', channel: 'telegram', externalId: PERSON, personId: PERSON },
  });
});
afterAll(() => world.close());

const ask = (channel: 'telegram' | 'web') => say(world, incoming(PERSON, channel, { kind: 'command', text: '登录' }));
const codeIn = (message: SendableMessage | undefined): string =>
  decodeURIComponent(/\?code=(\S+)/.exec(message?.lines.join(' ') ?? '')?.[1] ?? '');

test('a bound person asks for a link in chat: it signs them in once, and no record holds it', async () => {
  await ask('telegram');
  const code = codeIn(sent.at(-1));
  expect(sent.at(-1)?.lines[0]).toContain('https://duban.test/?code=');
  const tried = { code, source: 'web/1', purpose: 'any' as const };
  expect(await redeemCode(world.prisma, tried)).toBe(PERSON);
  await expect(redeemCode(world.prisma, tried)).rejects.toMatchObject({ refusal: { code: 'CODE_WRONG' } });
  const stored = JSON.stringify([
    await world.prisma.delivery.findMany(),
    await world.prisma.inbox.findMany(),
    await world.prisma.event.findMany({ omit: { recordedAt: true } }),
  ]);
  expect(stored).not.toContain(code);
  expect(stored).not.toContain(code.replaceAll('-', ''));
  const event = await world.prisma.event.findFirst({ where: { entityId: `desk/${PLAN}`, kind: 'codeIssued' } });
  expect(event).toMatchObject({ via: 'telegram', actor: { id: PERSON } });
});

test('on the page none is needed, and too many in an hour are refused', async () => {
  expect((await ask('web')).text).toBe('你已在网页收件箱中,无需另取链接。');
  for (let asked = 1; asked < 6; asked += 1) await ask('telegram');
  const before = sent.length;
  const refused = await ask('telegram');
  expect(refused.row.error).toBe('LINKS_MANY');
  expect(sent.slice(before).map(codeIn)).toEqual(['']);
});

test('what is done on the page comes with the way there: a link of one’s own to that page, kept nowhere', async () => {
  await seedOffice(world);
  await world.prisma.account.create({
    data: { id: 'tg-office', channel: 'telegram', externalId: COORDINATOR, personId: COORDINATOR },
  });
  const command = (words: string, person: string) =>
    say(world, incoming(person, 'telegram', { kind: 'command', text: words }));
  const told = await command('关联任务 第九项', COORDINATOR);
  expect(told.text).toContain('请在网页该任务页办理');
  expect(Object.keys(told.buttons)).toEqual(['打开网页']);
  const buttonId = told.buttons['打开网页'];
  // The button is its person's alone.
  await say(world, incoming(PERSON, 'telegram', { kind: 'button', payload: { buttonId } }));
  const before = sent.length;
  const pressed = await say(world, incoming(COORDINATOR, 'telegram', { kind: 'button', payload: { buttonId } }));
  expect(pressed.row.outcome).toBe('answered');
  const [message] = sent.slice(before);
  expect(message?.lines[0]).toMatch(/\?code=[\w%-]+#\/task\/task-9$/);
  const code = codeIn(message).replace(/#.*$/, '');
  expect(await redeemCode(world.prisma, { code, source: 'web/2', purpose: 'any' })).toBe(COORDINATOR);
  expect(JSON.stringify(await world.prisma.delivery.findMany())).not.toContain(code);
  expect(Object.keys((await command('合并单位', COORDINATOR)).buttons)).toEqual(['打开网页']);
  // Whoever may not do it there either isn't shown the way.
  expect(Object.keys((await command('合并单位', PERSON)).buttons)).toEqual([]);
  const onPage = await say(world, incoming(COORDINATOR, 'web', { kind: 'command', text: '合并单位' }));
  expect(Object.keys(onPage.buttons)).toEqual([]);
});
