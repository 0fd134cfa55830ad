import { afterAll, beforeAll, expect, it } from 'vitest';
import { resendAnswers } from '../../../bot/dispatch/resend-answers.ts';
import { createWebPort } from '../../../bot/web-inbox/adapter.ts';
import type { ChatPort } from '../../../domain/chat/port.ts';
import { incoming, say } from './acts.ts';
import { releasedBrief, sentBrief } from './brief-seed.ts';
import { LEADER, seedOffice } from './office-seed.ts';
import { openWorld, type World } from './world.ts';

let world: World;
const sent: string[] = [];

/** A provider that takes its time: with each message half a minute has passed, and another process sweeps. */
const slow: ChatPort = {
  channel: 'slack',
  hasWindow: true,
  rates: () => [],
  async send(_, message) {
    sent.push(message.heading);
    if (sent.length < 20) await resendAnswers(world, new Date());
    await world.prisma.$executeRaw`UPDATE "Delivery" SET "createdAt" = "createdAt" - interval '31 seconds'`;
    return { kind: 'sent', providerRef: { ts: message.deliveryId } };
  },
  close: async () => ({ kind: 'sent', providerRef: {} }),
};

beforeAll(async () => {
  world = await openWorld(() => [createWebPort(), slow]);
  await seedOffice(world);
});
afterAll(() => world.close());

it('an answer of many messages goes once, however long its provider takes', async () => {
  await world.prisma.account.create({
    data: { id: 'slack-leader', channel: 'slack', externalId: 'U1', personId: LEADER },
  });
  const buttons = await sentBrief(world, await releasedBrief(world, { long: true }), LEADER);
  const press = incoming('U1', 'slack', { kind: 'button', payload: { buttonId: buttons['查看全文'] } });
  await say(world, { ...press, address: { channel: 'slack', team: '', externalId: 'U1' } });
  expect(sent.length).toBeGreaterThan(1);
  expect(new Set(sent).size).toBe(sent.length);
});
