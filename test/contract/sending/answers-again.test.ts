import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resendAnswers } from '../../../bot/dispatch/resend-answers.ts';
import { insertDelivery } from '../../../prisma/queries/insert-delivery.ts';
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

  it('is given up where its person has no such account any more: the web inbox shows it', async () => {
    const id = await left('sending');
    await sweep();
    expect(await state(id)).toMatchObject({ status: 'failed', error: 'no account on slack' });
    expect(await sweep()).toBe(0);
  });
});
