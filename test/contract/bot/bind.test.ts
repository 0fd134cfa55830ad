import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCode } from '../../../bot/directory/codes.ts';
import { createWebPort } from '../../../bot/web-inbox/adapter.ts';
import type { SendableMessage } from '../../../domain/chat/message.ts';
import type { Address, Channel, ChatPort, IncomingMessage } from '../../../domain/chat/port.ts';
import { incoming } from './acts.ts';
import { openWorld, type World } from './world.ts';
import { PLAN } from './world-seed.ts';

const PERSON = 'person-unit-a';
const OTHER = 'person-unit-b';

let world: World;
const sent: { address: Address; message: SendableMessage }[] = [];

const ear = (channel: Channel): ChatPort => ({
  channel,
  hasWindow: true,
  rates: () => [],
  async send(address, message) {
    sent.push({ address, message });
    return { kind: 'sent', providerRef: { n: sent.length } };
  },
  close: async () => ({ kind: 'sent', providerRef: {} }),
});

beforeAll(async () => {
  world = await openWorld(() => [createWebPort(), ear('slack'), ear('telegram')]);
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.prisma.account.deleteMany();
  sent.length = 0;
});

const codeFor = async (personId: string): Promise<string> =>
  (await createCode(world.prisma, { personId, purpose: 'bind', createdBy: 'coordinator' })).code;

async function arrives(
  address: Address,
  content: Pick<IncomingMessage, 'kind' | 'text'> & Partial<Pick<IncomingMessage, 'payload'>>,
) {
  const message = { ...incoming(address.externalId, address.channel, content), ...content, address };
  const { inboxId } = await world.inbox.receive({ ...message, receivedAt: new Date().toISOString() });
  await world.dispatch.drain();
  const row = await world.prisma.inbox.findUniqueOrThrow({ where: { id: inboxId } });
  return { row, said: sent.at(-1)?.message };
}

const accountAt = ({ channel, team, externalId }: Address) =>
  world.prisma.account.findUnique({ where: { channel_team_externalId: { channel, team, externalId } } });

/** Presses a button of the newest message that was sent there. */
function press(address: Address, label: string) {
  const shown = sent.findLast((one) => one.address.externalId === address.externalId)?.message;
  const buttonId = shown?.buttons.find((one) => one.label === label)?.id;
  expect(buttonId).toBeDefined();
  return arrives(address, { kind: 'button', text: null, payload: { buttonId } });
}
const toldTo = ({ externalId }: Address): string[] =>
  sent.filter(({ address }) => address.externalId === externalId).map(({ message }) => message.lines.join(''));
const officeItem = (personId: string) =>
  world.prisma.officeItem.findUnique({ where: { planId_key: { planId: PLAN, key: `binding/${personId}` } } });

const slack: Address = { channel: 'slack', team: 'T1', externalId: 'U1' };
const telegram: Address = { channel: 'telegram', team: '', externalId: '4711' };

describe('binding in chat', () => {
  it.each([
    [slack, 'code', (code: string) => code],
    [telegram, 'code', (code: string) => code.replaceAll('-', '').toLowerCase()],
    [{ ...slack, externalId: 'U2' }, 'text', (code: string) => code],
    [{ ...slack, externalId: 'U3' }, 'command', (code: string) => `绑定 ${code}`],
    [{ ...telegram, externalId: '4712' }, 'text', (code: string) => `绑定 ${code}`],
  ] as const)('ties %j by a %s, and shows whose account it is and what is open', async (address, kind, typed) => {
    const { row, said } = await arrives(address, { kind, text: typed(await codeFor(PERSON)) });
    expect(row).toMatchObject({ outcome: 'recorded', personId: PERSON });
    expect(await accountAt(address)).toMatchObject({ personId: PERSON, revokedAt: null });
    expect(said?.heading).toBe('【绑定成功】');
    expect(said?.lines[0]).toBe('本账号已绑定李某(市科技局)。今后的事项在此处提示。');
    expect(said?.lines.join('\n')).toContain('第(九)项');
    expect(said?.buttons.map(({ label }) => label)).toContain('签收 第(九)项');
    expect(await world.prisma.delivery.count({ where: { personId: PERSON, id: said?.deliveryId ?? '' } })).toBe(1);
  });

  it('tells whoever coordinates a plan how to see and do what is the office’s', async () => {
    const id = 'coordinator-to-bind';
    await world.prisma.person.create({
      data: { id, name: '徐某办', grants: { create: { id, planId: PLAN, role: 'coordinator' } } },
    });
    const { said } = await arrives({ ...telegram, externalId: '9' }, { kind: 'code', text: await codeFor(id) });
    expect(said?.lines.slice(0, 2)).toEqual([
      '本账号已绑定徐某办。今后的事项在此处提示。',
      '发送“进度”查看方案进展,发送“帮助”查看可以办理的事项。',
    ]);
  });

  it('keeps one account a person and channel: the old one gives way once it is the person, and is told before and after', async () => {
    const [first, second] = [
      { ...telegram, externalId: '1' },
      { ...telegram, externalId: '2' },
    ];
    await arrives(first, { kind: 'code', text: await codeFor(OTHER) });
    const asked = await arrives(second, {
      kind: 'code',
      text: await codeFor(OTHER),
      payload: { sender: '王 新号 @wang2' },
    });
    expect(asked.row.outcome).toBe('answered');
    expect(toldTo(second)).toEqual([expect.stringContaining('该绑定码发给王某(市公安局)')]);
    expect(toldTo(first).at(-1)).toContain('以账号“王 新号 @wang2”申请绑定');
    expect([(await accountAt(first))?.revokedAt, await accountAt(second)]).toEqual([null, null]);
    const { said } = await press(second, '是本人');
    expect(said?.lines.join('')).toContain('此前在该渠道绑定的另一账号不再接收');
    expect(await accountAt(second)).toMatchObject({ personId: OTHER, revokedAt: null, name: '王 新号 @wang2' });
    expect((await accountAt(first))?.revokedAt).not.toBeNull();
    expect(toldTo(first).at(-1)).toContain('本账号已由另一账号替代');
    expect((await arrives(first, { kind: 'text', text: '你好' })).row.error).toBe('ACCOUNT_UNKNOWN');
    const events = await world.prisma.event.findMany({
      where: { entityId: `desk/${PLAN}`, kind: 'contactBound' },
      orderBy: { seq: 'asc' },
    });
    expect(events.at(-1)).toMatchObject({
      actor: { id: OTHER },
      via: 'telegram',
      body: { replaced: 1, accountName: '王 新号 @wang2' },
    });
  });

  it.each([
    ['the one that brought the code', 1, 'denied'],
    ['the one that would give way', 0, 'not-asked'],
  ] as const)('ends a claim where %s says that it is not the person', async (_, at, reason) => {
    const both = [
      { ...telegram, externalId: '21' },
      { ...telegram, externalId: '22' },
    ] as const;
    await arrives(both[0], { kind: 'code', text: await codeFor(OTHER) });
    await arrives(both[1], { kind: 'code', text: await codeFor(OTHER) });
    const shown = sent.find(({ address }) => address.externalId === '22')?.message;
    expect((await press(both[at], '不是本人')).row.outcome).toBe(at === 0 ? 'recorded' : 'answered');
    const buttonId = shown?.buttons[0]?.id;
    const late = await arrives(both[1], { kind: 'button', text: null, payload: { buttonId } });
    expect(late.row).toMatchObject({ outcome: 'refused', error: 'CODE_WRONG' });
    expect(await accountAt(both[1])).toBeNull();
    expect(await accountAt(both[0])).toMatchObject({ personId: OTHER, revokedAt: null });
    expect(await officeItem(OTHER)).toMatchObject({ kind: 'binding', status: 'open', body: { reason } });
  });

  it('lets nobody but the address that brought the code confirm it, and nobody too late', async () => {
    const [old, fresh, foreign] = ['31', '32', '33'].map((externalId) => ({ ...telegram, externalId }));
    if (!old || !fresh || !foreign) throw new Error('three addresses');
    await arrives(old, { kind: 'code', text: await codeFor(OTHER) });
    await arrives(fresh, { kind: 'code', text: await codeFor(OTHER) });
    const buttonId = sent.find(({ address }) => address.externalId === '32')?.message.buttons[0]?.id;
    const pressed = { kind: 'button', text: null, payload: { buttonId } } as const;
    expect((await arrives(foreign, pressed)).row.error).toBe('CODE_WRONG');
    await world.prisma.bindClaim.updateMany({ data: { expiresAt: new Date(0) } });
    expect((await arrives(fresh, pressed)).row.error).toBe('CODE_WRONG');
    expect([await accountAt(foreign), await accountAt(fresh)]).toEqual([null, null]);
    expect(await accountAt(old)).toMatchObject({ personId: OTHER, revokedAt: null });
  });

  it('gives an account back whose person it was not, and tells the office', async () => {
    const address = { ...telegram, externalId: '41' };
    const sender = '张三 @zhang3';
    await arrives(address, { kind: 'code', text: await codeFor(PERSON), payload: { sender } });
    expect(await accountAt(address)).toMatchObject({ personId: PERSON, name: sender, revokedAt: null });
    const { said } = await press(address, '不是本人');
    expect(said?.lines[0]).toContain('该绑定码已作废');
    expect((await accountAt(address))?.revokedAt).not.toBeNull();
    expect((await arrives(address, { kind: 'text', text: '完成85%' })).row.error).toBe('ACCOUNT_UNKNOWN');
    expect(await officeItem(PERSON)).toMatchObject({ body: { person: '李某', words: sender, reason: 'denied' } });
  });

  it('takes no account away by a link that its holder opens: the code is burnt and the office told', async () => {
    const address = { ...slack, externalId: 'U9' };
    await arrives(address, { kind: 'code', text: await codeFor(PERSON) });
    const code = await codeFor(OTHER);
    for (const content of [
      { kind: 'command', text: `绑定 ${code}` },
      { kind: 'code', text: code },
    ] as const) {
      const { row } = await arrives(address, content);
      expect(row).toMatchObject({ outcome: 'refused', personId: PERSON });
      expect(['BIND_TAKEN', 'CODE_WRONG']).toContain(row.error);
    }
    expect(await accountAt(address)).toMatchObject({ personId: PERSON, revokedAt: null });
    expect((await arrives({ ...slack, externalId: 'U91' }, { kind: 'code', text: code })).row.error).toBe('CODE_WRONG');
    expect(await officeItem(OTHER)).toMatchObject({ body: { reason: 'taken' } });
  });

  it('binds one of two who race with one code', async () => {
    const code = await codeFor(PERSON);
    const racers = ['51', '52', '53'].map((externalId) => ({ ...telegram, externalId }));
    await Promise.all(
      racers.map((address) =>
        world.inbox.receive({
          ...incoming(address.externalId, 'telegram', { kind: 'code', text: code }),
          address,
          receivedAt: new Date().toISOString(),
        }),
      ),
    );
    await world.dispatch.drain();
    const rows = await world.prisma.inbox.findMany({ where: { externalId: { in: ['51', '52', '53'] } } });
    expect(rows.map(({ outcome }) => outcome).toSorted()).toEqual(['recorded', 'refused', 'refused']);
    expect(await world.prisma.account.count({ where: { personId: PERSON, revokedAt: null } })).toBe(1);
  });

  it('binds the same account again to the same person, and a person of one channel on another too', async () => {
    await arrives(telegram, { kind: 'code', text: await codeFor(PERSON) });
    const again = await arrives(telegram, { kind: 'code', text: await codeFor(PERSON) });
    expect(again.row.outcome).toBe('recorded');
    expect((await arrives(slack, { kind: 'code', text: await codeFor(PERSON) })).row.outcome).toBe('recorded');
    expect(await world.prisma.account.count({ where: { personId: PERSON, revokedAt: null } })).toBe(2);
  });

  it('refuses used, expired and guessed codes, on record', async () => {
    const used = await codeFor(PERSON);
    await arrives(slack, { kind: 'code', text: used });
    const stranger = { ...telegram, externalId: '99' };
    expect((await arrives(stranger, { kind: 'code', text: used })).row).toMatchObject({
      outcome: 'refused',
      error: 'CODE_WRONG',
    });
    expect(await world.prisma.event.count({ where: { kind: 'refused', via: 'telegram' } })).toBeGreaterThan(0);
    const old = await codeFor(PERSON);
    await world.prisma.oneTimeCode.updateMany({ where: { usedAt: null }, data: { expiresAt: new Date(0) } });
    expect((await arrives(stranger, { kind: 'text', text: old })).row.error).toBe('CODE_WRONG');
    for (let n = 0; n < 3; n += 1) await arrives(stranger, { kind: 'code', text: `guess-${n}` });
    expect((await arrives(stranger, { kind: 'code', text: 'guess' })).row.error).toBe('CODE_TOO_MANY');
    expect(await world.prisma.codeFailure.count({ where: { source: 'telegram//99' } })).toBe(5);
    expect(await accountAt(stranger)).toBeNull();
  });

  it('finds its own deed when the row is applied again after a crash', async () => {
    const address = { ...slack, externalId: 'U7' };
    const { row } = await arrives(address, { kind: 'code', text: await codeFor(OTHER) });
    await world.prisma.inbox.update({ where: { id: row.id }, data: { status: 'open', personId: null, outcome: null } });
    await world.dispatch.drain();
    expect(await world.prisma.inbox.findUniqueOrThrow({ where: { id: row.id } })).toMatchObject({
      outcome: 'recorded',
      personId: OTHER,
    });
  });

  it('takes an address for working again once its person writes from it', async () => {
    await arrives(slack, { kind: 'code', text: await codeFor(PERSON) });
    const failed = { failedAt: new Date(), failReason: 'user_disabled' };
    await world.prisma.account.updateMany({ where: { externalId: slack.externalId }, data: failed });
    await arrives(slack, { kind: 'text', text: '收到' });
    expect(await accountAt(slack)).toMatchObject({ failedAt: null, failReason: null });
  });

  it('puts no code on record that may still open something', async () => {
    await arrives(slack, { kind: 'code', text: await codeFor(PERSON) });
    const { code } = await createCode(world.prisma, { personId: OTHER, purpose: 'login', createdBy: 'coordinator' });
    for (const content of [
      { kind: 'code', text: code },
      { kind: 'command', text: `绑定 ${code}` },
    ] as const)
      expect((await arrives(slack, content)).row).toMatchObject({ outcome: 'refused', error: 'CODE_WRONG' });
    const events = await world.prisma.event.findMany({ where: { kind: 'refused' } });
    expect(events.filter(({ body }) => JSON.stringify(body).includes(code))).toEqual([]);
  });

  it('is refused on record to somebody of no plan too', async () => {
    await world.prisma.person.create({ data: { id: 'person-everywhere', name: '周某' } });
    await world.prisma.grant.create({
      data: { id: 'g-everywhere', personId: 'person-everywhere', planId: null, role: 'coordinator' },
    });
    const address = { ...slack, externalId: 'U10' };
    await arrives(address, { kind: 'code', text: await codeFor('person-everywhere') });
    await arrives(address, { kind: 'code', text: 'guessed' });
    expect(
      await world.prisma.event.findFirst({ where: { kind: 'refused', entityId: 'desk/installation' } }),
    ).toMatchObject({ actor: { id: 'person-everywhere' }, body: { code: 'CODE_WRONG' } });
  });
});
