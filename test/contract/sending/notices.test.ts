import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resend } from '../../../bot/desk/resend/resend.ts';
import { resendAnswers } from '../../../bot/dispatch/resend-answers.ts';
import { sendNotices } from '../../../bot/notices.ts';
import type { NeutralMessage } from '../../../domain/chat/message.ts';
import { insertDelivery } from '../../../prisma/queries/insert-delivery.ts';
import { CLOCK, PLAN } from '../bot/world-seed.ts';
import { openSenderWorld, type SenderWorld } from './sender-world.ts';

const LEADER = 'person-unit-a';
const COORDINATOR = {
  personId: 'coordinator',
  name: '协调员',
  via: 'page',
  grants: [{ planId: PLAN, role: 'coordinator' }],
  memberships: [],
};
const MESSAGE: NeutralMessage = {
  klass: 'notice',
  heading: '【试点工作简报 第1期】',
  lines: ['总体:3项,正常3。'],
  buttons: [],
  signature: '市试点办',
};

describe('a notice that a person released', () => {
  let s: SenderWorld;
  beforeEach(async () => {
    s = await openSenderWorld();
  });
  afterEach(() => s.world.close());

  const send = () =>
    sendNotices({
      prisma: s.world.prisma,
      channels: s.world.channels,
      clock: { now: async () => s.world.clock.now, offsetMs: async () => 0 },
    });
  const queue = () =>
    insertDelivery(s.world.prisma, {
      planId: PLAN,
      clockId: CLOCK,
      personId: LEADER,
      channel: 'slack',
      planAt: s.world.clock.now,
      message: MESSAGE,
      status: 'queued',
    });
  const sweep = () =>
    resendAnswers({ prisma: s.world.prisma, channels: s.world.channels }, new Date(Date.now() + 60_000));
  const state = (id: string) => s.world.prisma.delivery.findUniqueOrThrow({ where: { id } });

  it('waits for the send window, and goes once', async () => {
    await s.account(LEADER, 'slack', 'U1');
    const { deliveryId } = await queue();
    s.world.clock.now = new Date('2026-11-23T12:00:00.000Z');
    expect(await send()).toBe(0);
    s.world.clock.now = new Date('2026-11-24T01:20:00.000Z');
    expect(await Promise.all([send(), send()])).toContain(1);
    expect(s.calls).toHaveLength(1);
    expect(await state(deliveryId)).toMatchObject({ status: 'sent', channel: 'slack' });
  });

  it('goes by the next channel where one is refused', async () => {
    await s.account(LEADER, 'telegram', '77');
    await s.account(LEADER, 'slack', 'U1');
    const { deliveryId } = await queue();
    s.telegram.ends.push({ kind: 'permanent', scope: 'address', reason: 'blocked' });
    await send();
    await send();
    expect(s.calls.map(({ channel }) => channel)).toEqual(['telegram', 'slack']);
    expect(await state(deliveryId)).toMatchObject({ status: 'sent', channel: 'slack' });
  });

  it('is not sent before a provider that is at its limit allows it', async () => {
    await s.account(LEADER, 'slack', 'U1');
    const { deliveryId } = await queue();
    s.slack.ends.push({ kind: 'later', scope: 'address', retryAfterMs: 30_000, reason: '429' });
    await send();
    expect(await state(deliveryId)).toMatchObject({ status: 'queued' });
    expect(await s.world.prisma.rateBucket.findUniqueOrThrow({ where: { key: 'slack/U1' } })).toMatchObject({
      nextAt: expect.toSatisfy((at: Date) => at.getTime() > Date.now() + 20_000),
    });
  });

  it('that the provider takes from nobody is not sent again', async () => {
    await s.account(LEADER, 'slack', 'U1');
    const { deliveryId } = await queue();
    s.slack.ends.push({ kind: 'permanent', scope: 'message', reason: 'invalid_blocks' });
    await send();
    await send();
    expect(s.calls).toHaveLength(1);
    expect(await state(deliveryId)).toMatchObject({ status: 'failed', error: 'invalid_blocks' });
  });

  it('left unsent by a crash waits for the window again', async () => {
    await s.account(LEADER, 'slack', 'U1');
    const { deliveryId } = await queue();
    await s.world.prisma.delivery.update({ where: { id: deliveryId }, data: { status: 'sending' } });
    s.world.clock.now = new Date('2026-11-23T12:00:00.000Z');
    await sweep();
    await send();
    expect(s.calls).toEqual([]);
    expect(await state(deliveryId)).toMatchObject({ status: 'queued' });
    s.world.clock.now = new Date('2026-11-24T01:20:00.000Z');
    await send();
    expect(await state(deliveryId)).toMatchObject({ status: 'sent' });
  });

  it('that a crash left after it had arrived is not sent again', async () => {
    await s.account(LEADER, 'slack', 'U1');
    const { deliveryId } = await queue();
    await s.world.prisma.delivery.update({ where: { id: deliveryId }, data: { status: 'sending' } });
    s.slack.arrived.set(deliveryId, { ts: '1.2' });
    await sweep();
    expect(s.calls).toEqual([]);
    expect(await state(deliveryId)).toMatchObject({ status: 'sent', providerRef: { ts: '1.2' } });
  });

  it('of unknown end goes once more with its note at the office’s word; a provider that can say is asked first', async () => {
    const again = (deliveryId: string) => resend(s.world.desk, COORDINATOR, { deliveryId, by: 'again' });
    await s.account(LEADER, 'slack', 'U1');
    const first = await queue();
    s.slack.ends.push({ kind: 'ambiguous', reason: 'timeout' }, { kind: 'ambiguous', reason: 'timeout' });
    await send();
    await sweep();
    await send();
    expect(await state(first.deliveryId)).toMatchObject({ status: 'ambiguous', resends: 1 });
    await again(first.deliveryId);
    s.slack.arrived.set(first.deliveryId, { ts: '1.2' });
    await sweep();
    await send();
    expect(s.calls).toHaveLength(2);
    expect(await state(first.deliveryId)).toMatchObject({ status: 'sent' });

    await s.account(LEADER, 'telegram', '77');
    const second = await queue();
    s.telegram.ends.push({ kind: 'ambiguous', reason: 'timeout' }, { kind: 'ambiguous', reason: 'timeout' });
    await send();
    await Promise.all([again(second.deliveryId), again(second.deliveryId)]);
    await send();
    expect(s.calls.slice(2).map(({ channel }) => channel)).toEqual(['telegram', 'telegram']);
    expect(s.calls[3]?.message.lines.join('')).toContain('如已收到请忽略');
    await expect(again(second.deliveryId)).rejects.toThrow('可能已经送达');
    await resend(s.world.desk, COORDINATOR, { deliveryId: second.deliveryId, by: 'other' });
    await send();
    expect(s.calls.map(({ channel }) => channel).at(-1)).toBe('slack');
    expect(await state(second.deliveryId)).toMatchObject({ status: 'sent', channel: 'slack' });
  });
});
