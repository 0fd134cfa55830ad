import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeCard, sendAnswer } from '../../../bot/channels.ts';
import { resendAnswers } from '../../../bot/dispatch/resend-answers.ts';
import type { Address } from '../../../domain/chat/port.ts';
import { deliveryByRef } from '../../../prisma/queries/delivery-by-ref.ts';
import { insertDelivery } from '../../../prisma/queries/insert-delivery.ts';
import { CLOCK, PLAN } from '../bot/world-seed.ts';
import { openProviderWorld, type ProviderWorld } from './provider-world.ts';

const PERSON = 'person-unit-a';
const [USER, CHAT] = ['U0LONG', 4401];
const LINES = [1, 2, 3].map((no) => `${no}${'办'.repeat(3_000)}。`);

describe('an answer that its provider takes only in several', () => {
  let w: ProviderWorld;
  let laterMs = 60_000;
  beforeAll(async () => {
    w = await openProviderWorld();
    await w.onSlack(PERSON, USER);
    await w.onTelegram(PERSON, CHAT);
  });
  beforeEach(() => w.limitsOver());
  afterAll(() => w.close());

  const put = (channel: 'slack' | 'telegram', lines: string[]) =>
    insertDelivery(w.world.prisma, {
      planId: PLAN,
      clockId: CLOCK,
      personId: PERSON,
      channel,
      planAt: w.world.clock.now,
      message: {
        klass: 'answer',
        heading: '【全文】',
        lines,
        buttons: [{ label: '收悉', act: { kind: 'acknowledge' } }],
        signature: '市试点办',
      },
    });
  const row = (id: string) => w.world.prisma.delivery.findUniqueOrThrow({ where: { id } });
  const address = (channel: 'slack' | 'telegram'): Address =>
    channel === 'slack'
      ? { channel, team: w.slack.workspace.team, externalId: USER }
      : { channel, team: '', externalId: String(CHAT) };
  /** The sweep of what was left, a minute after the one before; the chat's second a message has passed. */
  const sweep = async () => {
    laterMs += 60_000;
    await w.limitsOver();
    await resendAnswers({ prisma: w.world.prisma, channels: w.world.channels }, new Date(Date.now() + laterMs));
  };
  const onTelegram = () => w.telegram.ofBot().filter(({ chat }) => chat.id === CHAT);

  it('has all its parts on record; the last one closes, and a reply to any of them is a reply to it', async () => {
    const message = await put('telegram', LINES.slice(0, 2));
    const before = onTelegram().length;
    expect((await sendAnswer(w.world.prisma, w.world.channels, address('telegram'), message)).kind).toBe('sent');
    const sent = onTelegram().slice(before);
    expect(sent.map(({ reply_markup: buttons }) => buttons !== undefined)).toEqual([false, true]);
    const refs = sent.map(({ message_id: messageId }) => ({ chat: String(CHAT), messageId }));
    expect((await row(message.deliveryId)).providerRef).toEqual({ ...refs[1], parts: refs });
    for (const ref of refs)
      expect(await deliveryByRef(w.world.prisma, PERSON, 'telegram', ref)).toBe(message.deliveryId);
    await closeCard(w.world.prisma, w.world.channels, message.deliveryId, '已收悉');
    const closed = onTelegram().slice(before);
    expect(closed[1]).not.toHaveProperty('reply_markup');
    expect(closed.map(({ text }) => text?.endsWith('〔已收悉〕'))).toEqual([false, true]);
  });

  it('goes on after a part that was held back, and repeats none that is on record', async () => {
    const message = await put('telegram', LINES.slice(0, 2));
    const before = onTelegram().length;
    w.telegram.failNext({ kind: 'broken', status: 502 }, { chat: CHAT, method: 'sendMessage', after: 1 });
    await sendAnswer(w.world.prisma, w.world.channels, address('telegram'), message);
    expect(await row(message.deliveryId)).toMatchObject({
      status: 'sending',
      providerRef: { channel: 'telegram', externalId: String(CHAT), parts: [{ chat: String(CHAT) }] },
    });
    await sweep();
    expect(await row(message.deliveryId)).toMatchObject({ status: 'sent' });
    expect(
      onTelegram()
        .slice(before)
        .map(({ text }) => text?.includes('1办')),
    ).toEqual([true, false]);
  });

  it('is asked about part by part where the provider can say, and only what is missing goes again', async () => {
    const lines = [...LINES, ...LINES];
    const message = await put('slack', lines);
    const posted = () =>
      w.slack.workspace.ledger.filter(
        ({ method, metadata }) =>
          method === 'chat.postMessage' && metadata?.event_payload['delivery_id'] === message.deliveryId,
      );
    const port = w.world.channels.get('slack');
    // Both parts were taken, and nobody noted it.
    for (const part of port?.parts?.(message) ?? []) await port?.send(address('slack'), part);
    expect(posted().map(({ metadata }) => metadata?.event_payload['part'])).toEqual([1, 2]);
    await sweep();
    expect(posted()).toHaveLength(2);
    expect(await row(message.deliveryId)).toMatchObject({
      status: 'sent',
      providerRef: { ts: posted()[1]?.ts, parts: posted().map(({ ts }) => ({ ts })) },
    });
  });
});
