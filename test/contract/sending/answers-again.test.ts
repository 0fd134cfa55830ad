import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sendAnswer } from '../../../bot/channels.ts';
import { resendAnswers } from '../../../bot/dispatch/resend-answers.ts';
import { insertDelivery, parseStoredMessage, toSendable } from '../../../prisma/queries/insert-delivery.ts';
import { CLOCK, PLAN } from '../bot/world-seed.ts';
import { openSenderWorld, type SenderWorld } from './sender-world.ts';

const PERSON = 'person-unit-a';

describe('an answer that did not surely go', () => {
  let s: SenderWorld;
  let laterMs: number;
  beforeEach(async () => {
    s = await openSenderWorld();
    laterMs = 0;
  });
  afterEach(() => s.world.close());

  /** One sweep, each a minute after the one before. */
  const sweep = () => {
    laterMs += 60_000;
    return resendAnswers({ prisma: s.world.prisma, channels: s.world.channels }, new Date(Date.now() + laterMs));
  };
  const left = async (status: 'sending' | 'ambiguous') => {
    const { deliveryId } = await insertDelivery(s.world.prisma, {
      planId: PLAN,
      clockId: CLOCK,
      personId: PERSON,
      channel: 'slack',
      planAt: s.world.clock.now,
      message: { klass: 'answer', heading: '【已登记】', lines: ['已登记。'], buttons: [], signature: '市试点办' },
    });
    await s.world.prisma.delivery.update({ where: { id: deliveryId }, data: { status } });
    return deliveryId;
  };
  const state = (id: string) => s.world.prisma.delivery.findUniqueOrThrow({ where: { id } });

  it('is asked about until the provider can be asked again', async () => {
    await s.account(PERSON, 'slack', 'U1');
    const id = await left('ambiguous');
    const { reconcile } = s.slack;
    s.slack.reconcile = async () => {
      throw new Error('not reached');
    };
    await sweep();
    await sweep();
    expect(await state(id)).toMatchObject({ status: 'ambiguous' });
    Object.assign(s.slack, { reconcile });
    s.slack.arrived.set(id, { ts: '1.2' });
    await sweep();
    expect(s.calls).toEqual([]);
    expect(await state(id)).toMatchObject({ status: 'sent', providerRef: { ts: '1.2' } });
  });

  it('goes as soon as the provider that asked to wait lets it, in the order in which they were written', async () => {
    await s.account(PERSON, 'slack', 'U1');
    const ids = [await left('sending'), await left('sending')];
    const [first = '', second = ''] = ids;
    await s.world.prisma.delivery.update({
      where: { id: second },
      data: { planAt: new Date(s.world.clock.now.getTime() + 1_000) },
    });
    const address = { channel: 'slack', team: 'T1', externalId: 'U1' } as const;
    for (const [at, id] of [first, second].entries()) {
      s.slack.ends.push({ kind: 'later', scope: 'address', retryAfterMs: 60_000 - at * 10_000, reason: '429' });
      const { message } = await state(id);
      await s.world.prisma.rateBucket.deleteMany();
      await sendAnswer(s.world.prisma, s.world.channels, address, toSendable(id, parseStoredMessage(message)));
    }
    const soon = (ms: number) =>
      resendAnswers({ prisma: s.world.prisma, channels: s.world.channels }, new Date(Date.now() + ms));
    s.calls.length = 0;
    expect(await soon(40_000)).toBe(0);
    await s.world.prisma.rateBucket.deleteMany();
    expect(await soon(70_000)).toBe(2);
    expect(s.calls.map(({ message }) => message.deliveryId)).toEqual(ids);
  });

  it('is given up where its person has no such account any more: the web inbox shows it', async () => {
    const id = await left('sending');
    await sweep();
    expect(await state(id)).toMatchObject({ status: 'failed', error: 'no account on slack' });
    expect(await sweep()).toBe(0);
  });
});
