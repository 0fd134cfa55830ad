import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

const codeFor = async (personId: string): Promise<string> =>
  (await createCode(world.prisma, { personId, purpose: 'bind', createdBy: 'coordinator' })).code;

async function arrives(address: Address, content: Pick<IncomingMessage, 'kind' | 'text'>) {
  const message = { ...incoming(address.externalId, address.channel, content), address };
  const { inboxId } = await world.inbox.receive({ ...message, receivedAt: new Date().toISOString() });
  await world.dispatch.drain();
  const row = await world.prisma.inbox.findUniqueOrThrow({ where: { id: inboxId } });
  return { row, said: sent.at(-1)?.message };
}

const accountAt = ({ channel, team, externalId }: Address) =>
  world.prisma.account.findUnique({ where: { channel_team_externalId: { channel, team, externalId } } });

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

  it('keeps one account a person and channel, and says so', async () => {
    const first = { ...telegram, externalId: '1' };
    const second = { ...telegram, externalId: '2' };
    await arrives(first, { kind: 'code', text: await codeFor(OTHER) });
    const { said } = await arrives(second, { kind: 'code', text: await codeFor(OTHER) });
    expect(said?.lines.join('')).toContain('此前在该渠道绑定的另一账号不再接收');
    expect((await accountAt(first))?.revokedAt).not.toBeNull();
    expect((await arrives(first, { kind: 'text', text: '你好' })).row.error).toBe('ACCOUNT_UNKNOWN');
    const events = await world.prisma.event.findMany({
      where: { entityId: `desk/${PLAN}`, kind: 'contactBound' },
      orderBy: { seq: 'asc' },
    });
    expect(events.at(-1)).toMatchObject({ actor: { id: OTHER }, via: 'telegram', body: { replaced: 1 } });
  });

  it('gives an address to the person whose code is typed there', async () => {
    const address = { ...slack, externalId: 'U9' };
    await arrives(address, { kind: 'code', text: await codeFor(PERSON) });
    const { row, said } = await arrives(address, { kind: 'command', text: `绑定 ${await codeFor(OTHER)}` });
    expect(row).toMatchObject({ outcome: 'recorded', personId: OTHER });
    expect(said?.lines[0]).toContain('王某(市公安局)');
    expect(await accountAt(address)).toMatchObject({ personId: OTHER });
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
