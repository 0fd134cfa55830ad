import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resend } from '../../../bot/desk/resend/resend.ts';
import { undelivered } from '../../../bot/desk/views/undelivered.ts';
import { REPLACED } from '../../../prisma/queries/drop-unsent.ts';
import { queued } from '../bot/acts.ts';
import { NOW, PLAN } from '../bot/world-seed.ts';
import { openSenderWorld, type SenderWorld } from './sender-world.ts';

const A = 'person-unit-a';
const B = 'person-unit-b';
const LATER = 60_000;
const COORDINATOR = {
  personId: 'coordinator',
  name: '协调员',
  via: 'page',
  grants: [{ planId: PLAN, role: 'coordinator' }],
  memberships: [],
};

describe('a message that does not go through', () => {
  let s: SenderWorld;
  beforeEach(async () => {
    s = await openSenderWorld();
    s.world.clock.now = new Date('2026-11-23T06:40:00.000Z');
  });
  afterEach(() => s.world.close());

  const pass = (ms: number): void => {
    s.world.clock.now = new Date(s.world.clock.now.getTime() + ms);
  };
  const prompt = (id: string) => s.world.prisma.prompt.findUniqueOrThrow({ where: { id } });
  const office = () => s.world.prisma.officeItem.findMany({ select: { key: true, body: true } });

  it('a 429 of one chat moves that chat only, and nothing goes to it before the given time', async () => {
    await s.account(A, 'slack', 'U1');
    await s.account(B, 'slack', 'U2');
    const [a, b] = [await queued(s.world, 'task-9', 'report'), await queued(s.world, 'task-8', 'report')];
    s.slack.ends.push({ kind: 'later', scope: 'address', retryAfterMs: 134_000, reason: '429' });
    const first = await s.turn();
    expect(s.calls.map(({ to }) => to).toSorted()).toEqual(['U1', 'U2']);
    const refused = s.calls[0]?.to;
    expect((await prompt(refused === 'U1' ? b : a)).status).toBe('sent');
    const held = await prompt(refused === 'U1' ? a : b);
    expect(held).toMatchObject({ status: 'queued', reason: '429' });
    // The turn's own milliseconds come on top.
    expect(((held.notBefore?.getTime() ?? 0) - s.world.clock.now.getTime()) / 1_000).toBeCloseTo(134, 0);
    expect(first.nextAt).toBe(held.notBefore?.toISOString());
    // The plan's clock may run on by itself (a demo's): the provider's limit is real time.
    pass(200_000);
    await s.turn();
    expect(s.calls).toHaveLength(2);
    await s.world.prisma.rateBucket.deleteMany();
    await s.world.prisma.prompt.updateMany({ data: { notBefore: null } });
    await s.turn();
    expect(s.calls).toHaveLength(3);
    expect(new Set(s.calls.map(({ message }) => message.deliveryId)).size).toBe(2);
  });

  it('a 429 of the token holds everything that is sent with it', async () => {
    await s.account(A, 'slack', 'U1');
    await s.account(B, 'slack', 'U2');
    await queued(s.world, 'task-9', 'report');
    await queued(s.world, 'task-8', 'report');
    s.slack.ends.push({ kind: 'later', scope: 'token', retryAfterMs: 30_000, reason: '429' });
    await s.turn();
    expect(s.calls).toHaveLength(1);
    expect(await s.world.prisma.prompt.count({ where: { status: 'queued' } })).toBe(2);
  });

  it('a refused address is passed over: the person’s next channel gets it in the same turn of the sender', async () => {
    await s.account(A, 'telegram', '77');
    await s.account(A, 'slack', 'U1');
    const id = await queued(s.world, 'task-9', 'report');
    s.telegram.ends.push({ kind: 'permanent', scope: 'address', reason: 'blocked by the user' });
    expect((await s.turn()).more).toBe(true);
    await s.turn();
    expect(s.calls.map(({ channel }) => channel)).toEqual(['telegram', 'slack']);
    expect((await prompt(id)).status).toBe('sent');
    expect(await s.world.prisma.account.findFirst({ where: { channel: 'telegram' } })).toMatchObject({
      failReason: 'blocked by the user',
    });
    expect(await office()).toEqual([
      { key: 'undeliverable/unit-a', body: expect.objectContaining({ reason: 'refused', channel: 'telegram' }) },
    ]);
    expect(await s.world.prisma.delivery.findMany({ orderBy: { createdAt: 'asc' }, select: { status: true } })).toEqual(
      [{ status: 'failed' }, { status: 'sent' }],
    );
  });

  it('where the liaison has no other channel, the section head gets it', async () => {
    await s.account(A, 'telegram', '77');
    await s.world.prisma.person.create({ data: { id: 'head', name: '赵某' } });
    await s.world.prisma.membership.create({
      data: { id: 'm-head', personId: 'head', unitId: 'unit-a', rank: 'section-head', taskIds: [] },
    });
    await s.account('head', 'slack', 'U9');
    const id = await queued(s.world, 'task-9', 'report');
    s.telegram.ends.push({ kind: 'permanent', scope: 'address', reason: 'blocked by the user' });
    await s.turn();
    await s.turn();
    expect(s.calls.map(({ to }) => to)).toEqual(['77', 'U9']);
    expect((await prompt(id)).status).toBe('sent');
  });

  it('without anybody else it waits until its due instant, and is then undeliverable', async () => {
    await s.account(A, 'telegram', '77');
    const id = await queued(s.world, 'task-9', 'report');
    s.telegram.ends.push({ kind: 'permanent', scope: 'address', reason: 'chat not found' });
    await s.turn();
    await s.turn();
    expect((await prompt(id)).status).toBe('queued');
    s.world.clock.now = new Date('2026-12-25T09:30:00.000Z');
    await s.turn();
    expect(await prompt(id)).toMatchObject({ status: 'undeliverable', reason: 'unreachable' });
    expect(s.calls).toHaveLength(1);
  });

  it('a revoked token is not called again for a while; its people are reached another way', async () => {
    await s.account(A, 'slack', 'U1');
    await s.account(B, 'slack', 'U2');
    await s.account(B, 'telegram', '88');
    await s.world.prisma.account.updateMany({ where: { channel: 'telegram' }, data: { failedAt: NOW } });
    const [a, b] = [await queued(s.world, 'task-9', 'report'), await queued(s.world, 'task-8', 'report')];
    s.slack.ends.push({ kind: 'permanent', scope: 'token', reason: 'token_revoked' });
    expect((await s.turn()).more).toBe(true);
    await s.world.prisma.account.updateMany({ where: { channel: 'telegram' }, data: { failedAt: null } });
    await s.turn();
    expect(s.calls.map(({ channel }) => channel)).toEqual(['slack', 'telegram']);
    expect((await prompt(b)).status).toBe('sent');
    expect((await prompt(a)).status).toBe('queued');
    expect((await office()).map(({ key }) => key)).toEqual(['channel-down/slack']);
  });

  it('a provider whose settings were taken away is passed over until they are back', async () => {
    await s.account(A, 'slack', 'U1');
    await s.account(A, 'telegram', '77');
    await s.account(B, 'slack', 'U2');
    const [a, b] = [await queued(s.world, 'task-9', 'report'), await queued(s.world, 'task-8', 'report')];
    s.ports.delete('slack');
    await s.turn();
    expect(s.calls.map(({ to }) => to)).toEqual(['77']);
    expect((await prompt(a)).status).toBe('sent');
    expect((await prompt(b)).status).toBe('queued');
    s.ports.set('slack', s.slack);
    await s.turn();
    expect(s.calls.map(({ to }) => to)).toEqual(['77', 'U2']);
    expect(await s.world.prisma.account.count({ where: { failedAt: { not: null } } })).toBe(0);
  });

  it('a token that works again is out of order no longer', async () => {
    await s.account(A, 'slack', 'U1');
    const id = await queued(s.world, 'task-9', 'report');
    s.slack.ends.push({ kind: 'permanent', scope: 'token', reason: 'token_revoked' });
    await s.turn();
    await s.world.prisma.channelOutage.updateMany({ data: { until: new Date() } });
    await s.turn();
    expect((await prompt(id)).status).toBe('sent');
    expect(await s.world.prisma.channelOutage.count()).toBe(0);
  });

  it('a chat that moved is found under its new name at once', async () => {
    await s.account(A, 'telegram', '-100');
    const id = await queued(s.world, 'task-9', 'report');
    s.telegram.ends.push({ kind: 'moved', externalId: '-200', reason: 'migrated' });
    expect((await s.turn()).more).toBe(true);
    await s.turn();
    expect(s.calls.map(({ to }) => to)).toEqual(['-100', '-200']);
    expect((await prompt(id)).status).toBe('sent');
    expect(new Set(s.calls.map(({ message }) => message.deliveryId)).size).toBe(1);
  });

  it('a message that the provider takes from nobody is not sent again, and no address pays for it', async () => {
    await s.account(A, 'slack', 'U1');
    const id = await queued(s.world, 'task-9', 'report');
    s.slack.ends.push({ kind: 'permanent', scope: 'message', reason: 'invalid_blocks' });
    await s.turn();
    await s.turn();
    expect(s.calls).toHaveLength(1);
    expect(await prompt(id)).toMatchObject({ status: 'undeliverable', reason: 'invalid_blocks' });
    expect(await s.world.prisma.account.count({ where: { failedAt: { not: null } } })).toBe(0);
    expect(await office()).toEqual([
      { key: 'undeliverable/unit-a', body: expect.objectContaining({ reason: 'rejected' }) },
    ]);
  });

  it('after a timeout the provider that can say is asked: what arrived is not sent again', async () => {
    await s.account(A, 'slack', 'U1');
    const id = await queued(s.world, 'task-9', 'report');
    s.slack.ends.push({ kind: 'ambiguous', reason: 'timeout' });
    await s.turn();
    const sent = s.calls[0]?.message.deliveryId ?? '';
    s.slack.arrived.set(sent, { ts: '1.2' });
    pass(LATER);
    await s.turn();
    expect(s.calls).toHaveLength(1);
    expect((await prompt(id)).status).toBe('sent');
    expect(await s.world.prisma.delivery.findUniqueOrThrow({ where: { id: sent } })).toMatchObject({
      status: 'sent',
      providerRef: { ts: '1.2' },
    });
  });

  it('what did not arrive goes again as the same message', async () => {
    await s.account(A, 'slack', 'U1');
    const id = await queued(s.world, 'task-9', 'report');
    s.slack.ends.push({ kind: 'ambiguous', reason: 'timeout' });
    await s.turn();
    pass(LATER);
    await s.turn();
    expect(s.calls.map(({ message }) => message.deliveryId)).toEqual([
      s.calls[0]?.message.deliveryId,
      s.calls[0]?.message.deliveryId,
    ]);
    expect((await prompt(id)).status).toBe('sent');
  });

  it('a provider that cannot say gets what is due today once more, with a note, and then it is on the office’s list', async () => {
    await s.account(A, 'telegram', '77');
    const id = await queued(s.world, 'task-9', 'report');
    await s.world.prisma.prompt.update({ where: { id }, data: { dueAt: new Date('2026-11-23T09:30:00.000Z') } });
    s.telegram.ends.push({ kind: 'ambiguous', reason: 'timeout' }, { kind: 'ambiguous', reason: 'timeout' });
    await s.turn();
    pass(LATER);
    await s.turn();
    expect(s.calls).toHaveLength(2);
    expect(s.calls[0]?.message.lines.join('')).not.toContain('如已收到请忽略');
    expect(s.calls[1]?.message.lines.join('')).toContain('如已收到请忽略');
    expect(s.calls[1]?.message.buttons).toEqual(s.calls[0]?.message.buttons);
    pass(LATER);
    await s.turn();
    expect(s.calls).toHaveLength(2);
    expect((await prompt(id)).status).toBe('sent');
    expect(await office()).toEqual([
      { key: 'undeliverable/unit-a', body: expect.objectContaining({ reason: 'ambiguous' }) },
    ]);
  });

  it('what is not urgent goes with the next digest instead', async () => {
    await s.account(A, 'telegram', '77');
    const id = await queued(s.world, 'task-9', 'report');
    s.telegram.ends.push({ kind: 'ambiguous', reason: 'timeout' });
    await s.turn();
    expect(await prompt(id)).toMatchObject({ status: 'queued', reason: 'ambiguous', deliveryId: null });
    s.world.clock.now = new Date('2026-11-24T01:15:00.000Z');
    await s.turn();
    expect(s.calls).toHaveLength(2);
    expect((await prompt(id)).status).toBe('sent');
  });

  describe('that the office has sent again', () => {
    const again = (deliveryId = '', by: 'again' | 'other' = 'again') =>
      resend(s.world.desk, COORDINATOR, { deliveryId, by });
    const failed = async (): Promise<[id: string, deliveryId: string]> => {
      await s.account(A, 'telegram', '77');
      const id = await queued(s.world, 'task-9', 'report');
      s.telegram.ends.push({ kind: 'permanent', scope: 'message', reason: 'bad request' });
      await s.turn();
      expect((await prompt(id)).status).toBe('undeliverable');
      return [id, s.calls[0]?.message.deliveryId ?? ''];
    };
    const rows = async () => (await undelivered(s.world.desk, COORDINATOR, { planId: PLAN })).rows;

    it('is written anew, once however often it is pressed, and leaves the list', async () => {
      const [id, deliveryId] = await failed();
      expect((await rows()).map((row) => row.id)).toContain(deliveryId);
      await Promise.all([again(deliveryId), again(deliveryId)]);
      await again(deliveryId);
      expect(await rows()).toEqual([]);
      await s.turn();
      expect(s.calls.map(({ channel }) => channel)).toEqual(['telegram', 'telegram']);
      expect(s.calls[1]?.message.lines.join('')).not.toContain('如已收到请忽略');
      expect((await prompt(id)).status).toBe('sent');
      expect(await s.world.prisma.event.count({ where: { kind: 'messageResent' } })).toBe(1);
      await again(deliveryId);
      await s.turn();
      expect(s.calls).toHaveLength(2);
    });

    it('goes by another channel with its note, where there is one', async () => {
      const [id, deliveryId] = await failed();
      await s.world.prisma.account.deleteMany({ where: { personId: A, channel: 'web' } });
      await expect(again(deliveryId, 'other')).rejects.toThrow('没有其他可用的渠道');
      await s.account(A, 'slack', 'U1');
      await again(deliveryId, 'other');
      await s.turn();
      expect(s.calls.map(({ channel }) => channel)).toEqual(['telegram', 'slack']);
      expect(s.calls[1]?.message.lines.join('')).toContain('如已收到请忽略');
      expect((await prompt(id)).status).toBe('sent');
    });

    it('is not asked again for what was dealt with meanwhile', async () => {
      const [id, deliveryId] = await failed();
      await s.world.prisma.prompt.update({ where: { id }, data: { status: 'withdrawn', settledAt: NOW } });
      await expect(again(deliveryId)).rejects.toThrow('已经办理');
      await s.world.prisma.delivery.update({ where: { id: deliveryId }, data: { status: 'sent' } });
      await expect(again(deliveryId)).rejects.toThrow('已经送达');
    });

    it('and may have arrived goes by no way twice, and by another marked', async () => {
      await s.account(A, 'telegram', '77');
      const id = await queued(s.world, 'task-9', 'report');
      await s.world.prisma.prompt.update({ where: { id }, data: { dueAt: new Date('2026-11-23T09:30:00.000Z') } });
      s.telegram.ends.push({ kind: 'ambiguous', reason: 'timeout' }, { kind: 'ambiguous', reason: 'timeout' });
      await s.turn();
      pass(LATER);
      await s.turn();
      const deliveryId = s.calls[0]?.message.deliveryId;
      await expect(again(deliveryId)).rejects.toThrow('可能已经送达');
      await s.account(A, 'slack', 'U1');
      await again(deliveryId, 'other');
      // The first counts as this day's digest: the second goes with what is due today.
      await s.turn();
      expect(s.calls.map(({ channel }) => channel)).toEqual(['telegram', 'telegram', 'slack']);
      expect(s.calls[2]?.message.lines.join('')).toContain('如已收到请忽略');
      expect((await prompt(id)).status).toBe('sent');
    });
  });

  describe('put off by the provider, and meanwhile answered', () => {
    const putOff = async () => {
      await s.account(A, 'slack', 'U1');
      const ids = [await queued(s.world, 'task-9', 'report'), await queued(s.world, 'task-2', 'report')];
      s.slack.ends.push({ kind: 'later', scope: 'address', retryAfterMs: 30_000, reason: '429' });
      await s.turn();
      expect(s.calls).toHaveLength(1);
      await s.world.prisma.rateBucket.deleteMany();
      pass(LATER);
      return ids as [string, string];
    };
    const withdraw = (ids: string[]) =>
      s.world.prisma.prompt.updateMany({ where: { id: { in: ids } }, data: { status: 'withdrawn', settledAt: NOW } });
    const deliveries = () =>
      s.world.prisma.delivery.findMany({ orderBy: { createdAt: 'asc' }, select: { status: true, error: true } });

    it('in part: it goes without what was answered', async () => {
      const [answered, open] = await putOff();
      await withdraw([answered]);
      await s.turn();
      expect(s.calls).toHaveLength(2);
      expect(s.calls[0]?.message.lines.join('')).toContain('第(九)项');
      expect(s.calls[1]?.message.lines.join('')).not.toContain('第(九)项');
      expect((await prompt(open)).status).toBe('sent');
      expect(await deliveries()).toEqual([
        { status: 'failed', error: REPLACED },
        { status: 'sent', error: null },
      ]);
    });

    it('while one of its parts is just being answered: that one does not go along', async () => {
      const [held, open] = await putOff();
      await s.world.prisma.prompt.update({ where: { id: held }, data: { heldUntil: new Date(Date.now() + 900_000) } });
      await s.turn();
      expect(s.calls[1]?.message.lines.join('')).not.toContain('第(九)项');
      expect((await prompt(open)).status).toBe('sent');
      expect(await prompt(held)).toMatchObject({ status: 'queued', deliveryId: null });
    });

    it('in full: nothing goes, and nothing is left in hand', async () => {
      await withdraw(await putOff());
      await s.turn();
      expect(s.calls).toHaveLength(1);
      expect(await deliveries()).toEqual([{ status: 'failed', error: REPLACED }]);
    });
  });
});
