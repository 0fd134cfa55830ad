import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actorOf } from '../../../bot/desk/actor-of.ts';
import { makeCode } from '../../../bot/desk/make-code.ts';
import { people } from '../../../bot/desk/views/people.ts';
import { bindAccount } from '../../../bot/directory/bind-account.ts';
import { bindLinks, rememberSlackBot } from '../../../bot/directory/bind-links.ts';
import { redeemCode } from '../../../bot/directory/codes.ts';
import { createChannels } from '../../../bot/channels.ts';
import { closeUnbound } from '../../../bot/people/close-unbound.ts';
import { rememberUsername } from '../../../bot/telegram/bot-username.ts';
import type { Address, ChatPort } from '../../../domain/chat/port.ts';
import { insertDelivery } from '../../../prisma/queries/insert-delivery.ts';
import { incoming, say } from './acts.ts';
import { COORDINATOR, seedOffice } from './office-seed.ts';
import { playedDesk } from './played-desk.ts';
import { OTHER, PERSON, talkingWorld } from './talk.ts';
import { PLAN } from './world-seed.ts';

const HEAD = 'person-head';
const CHIEF = 'person-chief';
const { world } = talkingWorld();
const clock = { now: async () => world().clock.now, offsetMs: async () => 0 };
const desk = () => playedDesk(world().prisma, clock, { asked: [], isDown: () => false });
const code = async (by: string, personId: string) =>
  makeCode(desk(), await actorOf(world().prisma, by, 'page'), { personId });
const typed = (words: string, person: string) => say(world(), incoming(person, 'web', { kind: 'text', text: words }));
const live = (personId: string) => world().prisma.account.count({ where: { personId, revokedAt: null } });
const refused = { refusal: { code: 'NOT_PERMITTED' } };

/** 市科技局 has 李某, its section head 孙某 and its supervisor 钱某; 市公安局 has 王某. */
beforeAll(async () => {
  const { prisma } = world();
  await seedOffice(world());
  for (const [id, name, rank] of [
    [CHIEF, '孙某', 'section-head'],
    [HEAD, '钱某', 'supervisor'],
  ] as const) {
    await prisma.person.create({ data: { id, name } });
    await prisma.membership.create({ data: { id: `m-${id}`, personId: id, unitId: 'unit-a', rank, taskIds: [] } });
    await prisma.grant.create({ data: { id: `g-${id}`, personId: id, planId: PLAN, role: 'supervisor' } });
  }
});
beforeEach(async () => {
  await world().prisma.account.deleteMany();
  for (const id of [PERSON, OTHER, HEAD, CHIEF, COORDINATOR])
    await bindAccount(world().prisma, { channel: 'web', team: '', externalId: id }, id);
});

describe('a code', () => {
  it('is handed out by the supervisor for the contacts of their own unit, and for themselves', async () => {
    for (const [by, whom] of [
      [HEAD, PERSON],
      [HEAD, CHIEF],
      [CHIEF, PERSON],
      [HEAD, HEAD],
    ] as const) {
      const made = await code(by, whom);
      expect(await redeemCode(world().prisma, { code: made.code, source: 'x', purpose: 'bind' })).toBe(whom);
    }
  });

  it('is not handed out for another unit, for somebody above, or for who has a say beyond the unit', async () => {
    const { prisma } = world();
    await expect(code(HEAD, OTHER)).rejects.toMatchObject(refused);
    await expect(code(CHIEF, HEAD)).rejects.toMatchObject(refused);
    await expect(code(PERSON, PERSON)).rejects.toMatchObject(refused);
    await expect(code(HEAD, COORDINATOR)).rejects.toMatchObject(refused);
    await prisma.grant.create({ data: { id: 'g-more', personId: PERSON, planId: PLAN, role: 'reader' } });
    await expect(code(HEAD, PERSON)).rejects.toMatchObject(refused);
    await prisma.grant.delete({ where: { id: 'g-more' } });
    await prisma.membership.create({
      data: { id: 'm-two', personId: PERSON, unitId: 'unit-b', rank: 'liaison', taskIds: [] },
    });
    await expect(code(HEAD, PERSON)).rejects.toMatchObject(refused);
    await prisma.membership.delete({ where: { id: 'm-two' } });
    expect(await prisma.event.count({ where: { kind: 'refused', body: { path: ['act'], equals: 'bind' } } })).toBe(6);
  });

  it.each([HEAD, COORDINATOR])('is asked for in chat by name (%s)', async (by) => {
    const { text } = await typed('绑定 李某', by);
    const [, given = ''] = /李某的绑定码:([\w-]+),10分钟内一次有效/.exec(text) ?? [];
    expect(await redeemCode(world().prisma, { code: given, source: 'y', purpose: 'bind' })).toBe(PERSON);
  });

  it('is refused in chat for another unit, and a sentence that opens alike stays a report', async () => {
    expect((await typed('绑定 王某', HEAD)).text).not.toContain('绑定码:');
    expect((await typed('绑定企业与高校12家,第(九)项完成85%', PERSON)).heading).toBe('【请核对】');
    expect((await typed('绑定 王某', PERSON)).text).not.toContain('绑定码:');
  });

  it('comes with the links of the chats that are connected', async () => {
    const { prisma } = world();
    const chat = {
      telegram: { token: '7000000001:AAx' },
      slack: { token: 'xoxb', way: { signingSecret: 'x' } },
    };
    expect(await bindLinks(prisma, chat, 'AB-12')).toEqual([]);
    await rememberUsername(prisma, '7000000001', 'duban_bot');
    await rememberSlackBot(prisma, { team: 'T1', user: 'U0' });
    expect(await bindLinks(prisma, chat, 'AB-12')).toEqual([
      { channel: 'telegram', url: 'https://t.me/duban_bot?start=AB-12', holdsCode: true },
      { channel: 'slack', url: 'slack://user?team=T1&id=U0', holdsCode: false },
    ]);
    expect(await bindLinks(prisma, { slack: null, telegram: null }, 'AB-12')).toEqual([]);
  });
});

describe('解除绑定', () => {
  it.each([
    ['of one’s own account', PERSON, '解除绑定', PERSON],
    ['by the unit’s supervisor', HEAD, '解除绑定 李某', PERSON],
    ['by the office, of one channel', COORDINATOR, '解除绑定 李某 web', PERSON],
  ])('%s is done in chat', async (_, by, words, whom) => {
    expect(await live(whom)).toBe(1);
    expect((await typed(words, by)).text).toContain('已解除李某的1个账号');
    expect(await live(whom)).toBe(0);
  });

  it('leaves no button that looks alive where the account was, once, and the message itself open', async () => {
    const { prisma } = world();
    const address: Address = { channel: 'telegram', team: '', externalId: '77' };
    const closed: [string, string][] = [];
    const port: ChatPort = {
      channel: 'telegram',
      hasWindow: true,
      rates: () => [],
      send: async () => ({ kind: 'sent', providerRef: {} }),
      async close({ externalId }, _ref, message, closedWith) {
        closed.push([`${externalId}/${message.deliveryId}`, closedWith]);
        return { kind: 'sent', providerRef: {} };
      },
    };
    await bindAccount(prisma, address, PERSON);
    const message = {
      klass: 'answer' as const,
      heading: '',
      lines: ['x'],
      signature: '',
      buttons: [{ label: '收悉', act: { kind: 'acknowledge' as const } }],
    };
    const { deliveryId } = await insertDelivery(prisma, {
      planId: PLAN,
      clockId: 'real',
      personId: PERSON,
      channel: 'telegram',
      planAt: new Date(),
      message,
    });
    await prisma.delivery.update({
      where: { id: deliveryId },
      data: { status: 'sent', sentAt: new Date(), providerRef: { chat: '77', messageId: 3 } },
    });
    await typed('解除绑定 李某 telegram', COORDINATOR);
    for (let n = 0; n < 2; n += 1) await closeUnbound({ prisma, channels: createChannels([port]) });
    expect(closed).toEqual([[`77/${deliveryId}`, '本账号已解除绑定,该消息不再受理']]);
    expect(await prisma.delivery.findUnique({ where: { id: deliveryId } })).toMatchObject({ closedAt: null });
  });
});

it('the list of contacts says which account it is, since when, last used when, and why it fails', async () => {
  const { prisma } = world();
  await bindAccount(prisma, { channel: 'telegram', team: '', externalId: '78' }, PERSON, '李 @li');
  await prisma.account.updateMany({
    where: { externalId: '78' },
    data: { failedAt: new Date(), failReason: 'telegram 403: Forbidden: bot was blocked by the user' },
  });
  const { units } = await people(desk(), await actorOf(prisma, COORDINATOR, 'page'), { planId: PLAN });
  const contact = units.flatMap(({ contacts }) => contacts).find(({ personId }) => personId === PERSON);
  expect(contact?.accounts).toMatchObject([
    { channel: 'web', failed: null },
    { channel: 'telegram', name: '李 @li', lastUsedAt: expect.any(String), failed: '本人已停用机器人' },
  ]);
});
