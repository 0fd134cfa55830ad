import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FaultMode } from '../../fakes/slack/faults.ts';
import { queued } from '../bot/acts.ts';
import { openProviderWorld, type ProviderWorld } from './provider-world.ts';

const A = 'person-unit-a';
const B = 'person-unit-b';
const MINUTE = 60_000;

describe('the sender in front of Slack', () => {
  let s: ProviderWorld;
  beforeEach(async () => {
    s = await openProviderWorld();
    await s.onSlack(A, 'UA');
  });
  afterEach(() => s.close());

  const fail = (mode: FaultMode, times = 1): void =>
    s.slack.faults.inject({ method: 'chat.postMessage', channel: dmOf('UA'), mode, times });
  const dmOf = (user: string): string => s.slack.workspace.users.get(user)?.dm ?? '';
  const posts = (): number => s.slack.calls.get('chat.postMessage') ?? 0;
  const office = () => s.world.prisma.officeItem.findMany({ select: { key: true } });

  it('leaves other conversations alone where one is at its limit, and calls that one no sooner than Slack said', async () => {
    await s.onSlack(B, 'UB');
    const [a, b] = [await queued(s.world, 'task-9', 'report'), await queued(s.world, 'task-8', 'report')];
    fail({ kind: 'rate-limited', retryAfterSeconds: 30 });
    await s.turn();
    expect(s.takenBySlack()).toEqual({ UB: 1 });
    expect((await s.prompt(b)).status).toBe('sent');
    // The turn's own milliseconds come on top.
    const { notBefore } = await s.prompt(a);
    expect(((notBefore?.getTime() ?? 0) - s.world.clock.now.getTime()) / 1_000).toBeCloseTo(30, 0);
    const calls = posts();
    await s.turn();
    // The plan's clock may run on by itself: Slack's thirty seconds are real ones.
    s.pass(MINUTE);
    await s.turn();
    expect(posts()).toBe(calls);
    await s.limitsOver();
    s.pass(MINUTE);
    await s.turn();
    expect(s.takenBySlack()).toEqual({ UA: 1, UB: 1 });
    expect((await s.prompt(a)).status).toBe('sent');
  });

  it.each<[string, FaultMode]>([
    ['a 503', { kind: 'server-error' }],
    ['a 502 with a page', { kind: 'bad-gateway' }],
    ['a 200 with a page', { kind: 'page' }],
    ['a connection that breaks off', { kind: 'reset' }],
    ['an answer that is cut off after the message was taken', { kind: 'truncated' }],
    ['a message that is taken and never answered', { kind: 'store-then-hang' }],
  ])('gets exactly one message through after %s', async (_, mode) => {
    const id = await queued(s.world, 'task-9', 'report');
    fail(mode);
    await s.turn();
    expect((await s.prompt(id)).status).toBe('queued');
    await s.limitsOver();
    s.pass(2 * MINUTE);
    await s.turn();
    expect((await s.prompt(id)).status).toBe('sent');
    expect(s.takenBySlack()).toEqual({ UA: 1 });
    const [{ metadata, ts } = { metadata: null, ts: '' }] = s.slack.workspace.ledger;
    expect(await s.world.prisma.delivery.findMany()).toEqual([
      expect.objectContaining({
        id: (metadata?.event_payload as { delivery_id?: string } | undefined)?.delivery_id,
        status: 'sent',
        providerRef: { channel: dmOf('UA'), ts },
      }),
    ]);
  });

  it('sends nothing again while Slack cannot say whether it took the message', async () => {
    const id = await queued(s.world, 'task-9', 'report');
    fail({ kind: 'store-then-hang' });
    await s.turn();
    s.slack.faults.inject({ method: 'conversations.history', mode: { kind: 'server-error' }, times: 2 });
    for (let n = 0; n < 2; n += 1) {
      s.pass(2 * MINUTE);
      await s.turn();
      expect((await s.prompt(id)).status).toBe('queued');
    }
    s.pass(2 * MINUTE);
    await s.turn();
    expect((await s.prompt(id)).status).toBe('sent');
    expect(s.takenBySlack()).toEqual({ UA: 1 });
  });

  it('tells the unit’s head where a conversation is gone, and calls the gone one once', async () => {
    await s.world.prisma.person.create({ data: { id: 'head', name: '赵某' } });
    await s.world.prisma.membership.create({
      data: { id: 'm-head', personId: 'head', unitId: 'unit-a', rank: 'section-head', taskIds: [] },
    });
    await s.onSlack('head', 'UH');
    const id = await queued(s.world, 'task-9', 'report');
    fail({ kind: 'error', error: 'channel_not_found' }, Infinity);
    for (let n = 0; n < 4; n += 1) {
      await s.turn();
      await s.limitsOver();
      s.pass(MINUTE);
    }
    expect(s.takenBySlack()).toEqual({ UH: 1 });
    expect(posts()).toBe(2);
    expect((await s.prompt(id)).status).toBe('sent');
    expect(await office()).toEqual([{ key: 'undeliverable/unit-a' }]);
  });

  it('calls once with a revoked token, tells the office once, and reaches people another way', async () => {
    await s.onTelegram(B, 88);
    await s.onSlack(B, 'UB');
    const [a, b] = [await queued(s.world, 'task-9', 'report'), await queued(s.world, 'task-8', 'report')];
    s.slack.workspace.tokenError = 'token_revoked';
    for (let n = 0; n < 4; n += 1) {
      await s.turn();
      await s.limitsOver();
      s.pass(MINUTE);
    }
    expect((await s.prompt(b)).status).toBe('sent');
    expect(s.takenByTelegram()).toEqual({ 88: 1 });
    expect((await s.prompt(a)).status).toBe('queued');
    expect([...s.slack.calls.values()].reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(2);
    expect(await office()).toEqual([{ key: 'channel-down/slack' }]);
  });
});
