import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../fakes/telegram/types.ts';
import { queued } from '../bot/acts.ts';
import { openProviderWorld, type ProviderWorld } from './provider-world.ts';

const A = 'person-unit-a';
const B = 'person-unit-b';
const CHAT = 810_000_001;
const OTHER = 810_000_002;
const THIRD = 810_000_003;
const MINUTE = 60_000;

describe('the sender in front of Telegram', () => {
  let s: ProviderWorld;
  beforeEach(async () => {
    s = await openProviderWorld();
    await s.onTelegram(A, CHAT);
  });
  afterEach(() => s.close());

  const fail = (fault: Fault, chat: number | null = CHAT, times = 1): void =>
    s.telegram.failNext(fault, { method: 'sendMessage', times, ...(chat === null ? {} : { chat }) });
  const calls = (): number => s.telegram.calls.get('sendMessage') ?? 0;
  const office = () => s.world.prisma.officeItem.findMany({ select: { key: true } });

  it('leaves other chats alone where one is held back for 134 s, and calls that one no sooner', async () => {
    await s.onTelegram(B, OTHER);
    const [a, b] = [await queued(s.world, 'task-9', 'report'), await queued(s.world, 'task-8', 'report')];
    fail({ kind: 'busy', retryAfter: 134 });
    await s.turn();
    expect(s.takenByTelegram()).toEqual({ [OTHER]: 1 });
    expect((await s.prompt(b)).status).toBe('sent');
    // The turn's own milliseconds come on top.
    const { notBefore } = await s.prompt(a);
    expect(((notBefore?.getTime() ?? 0) - s.world.clock.now.getTime()) / 1_000).toBeCloseTo(134, 0);
    s.pass(3 * MINUTE);
    await s.turn();
    expect(calls()).toBe(2);
    await s.limitsOver();
    s.pass(3 * MINUTE);
    await s.turn();
    expect(s.takenByTelegram()).toEqual({ [CHAT]: 1, [OTHER]: 1 });
    expect((await s.prompt(a)).status).toBe('sent');
  });

  it('asks each chat at most once a window in a storm of 429, others not at all once it is the whole bot’s, and loses nothing', async () => {
    await s.onTelegram(B, OTHER);
    await s.world.prisma.membership.updateMany({ where: { personId: A }, data: { taskIds: ['task-9'] } });
    await s.world.prisma.person.create({ data: { id: 'third', name: '钱某' } });
    await s.world.prisma.membership.create({
      data: { id: 'm-third', personId: 'third', unitId: 'unit-a', rank: 'liaison', taskIds: ['task-2'] },
    });
    await s.onTelegram('third', THIRD);
    const ids = [];
    for (const task of ['task-9', 'task-8', 'task-2']) ids.push(await queued(s.world, task, 'report'));
    fail({ kind: 'busy', retryAfter: 134 }, null, Infinity);
    for (let window = 1; window <= 3; window += 1) {
      for (let turn = 0; turn < 4; turn += 1) {
        await s.turn();
        s.pass(3 * MINUTE);
      }
      // Two chats at once are the whole bot's limit: the third is not even asked.
      expect(calls()).toBe(2 * window);
      await s.limitsOver();
    }
    s.telegram.mend();
    s.pass(3 * MINUTE);
    await s.turn();
    expect(s.takenByTelegram()).toEqual({ [CHAT]: 1, [OTHER]: 1, [THIRD]: 1 });
    for (const id of ids) expect((await s.prompt(id)).status).toBe('sent');
    expect(await office()).toEqual([]);
  });

  it.each<[string, Fault]>([
    ['a 500', { kind: 'broken', status: 500 }],
    ['a 502 with a page', { kind: 'html' }],
    ['a 200 with a page', { kind: 'page' }],
    ['an answer that is cut off before anything was taken', { kind: 'truncated' }],
  ])('gets exactly one message through after %s', async (_, fault) => {
    const id = await queued(s.world, 'task-9', 'report');
    fail(fault);
    await s.turn();
    expect((await s.prompt(id)).status).toBe('queued');
    await s.limitsOver();
    s.pass(2 * MINUTE);
    await s.turn();
    expect((await s.prompt(id)).status).toBe('sent');
    expect(s.takenByTelegram()).toEqual({ [CHAT]: 1 });
  });

  it.each<[string, Fault]>([
    ['never answered', { kind: 'hang-after-accept' }],
    ['answered by a connection that breaks off', { kind: 'reset-after-accept' }],
    ['answered by half an answer', { kind: 'truncated-after-accept' }],
  ])('marks a message that was taken and %s as uncertain, and says it no more that day', async (_, fault) => {
    const id = await queued(s.world, 'task-9', 'report');
    fail(fault);
    await s.turn();
    s.pass(30 * MINUTE);
    await s.limitsOver();
    await s.turn();
    expect(s.takenByTelegram()).toEqual({ [CHAT]: 1 });
    expect(await s.prompt(id)).toMatchObject({ status: 'queued', reason: 'ambiguous' });
    expect(await s.world.prisma.delivery.findMany()).toEqual([
      expect.objectContaining({ status: 'ambiguous', error: expect.stringMatching(/^telegram: /) }),
    ]);
  });

  it('tells the unit’s head where a person has stopped the bot, and calls that person once', async () => {
    await s.world.prisma.person.create({ data: { id: 'head', name: '赵某' } });
    await s.world.prisma.membership.create({
      data: { id: 'm-head', personId: 'head', unitId: 'unit-a', rank: 'section-head', taskIds: [] },
    });
    await s.onSlack('head', 'UH');
    const id = await queued(s.world, 'task-9', 'report');
    s.telegram.people.block(CHAT);
    for (let n = 0; n < 4; n += 1) {
      await s.turn();
      await s.limitsOver();
      s.pass(MINUTE);
    }
    expect(calls()).toBe(1);
    expect(s.takenBySlack()).toEqual({ UH: 1 });
    expect((await s.prompt(id)).status).toBe('sent');
    expect(await office()).toEqual([{ key: 'undeliverable/unit-a' }]);
  });

  it('calls once with a revoked token and tells the office once', async () => {
    const id = await queued(s.world, 'task-9', 'report');
    fail({ kind: 'refuse', code: 401, description: 'Unauthorized' }, null, Infinity);
    for (let n = 0; n < 4; n += 1) {
      await s.turn();
      await s.limitsOver();
      s.pass(MINUTE);
    }
    expect(calls()).toBe(1);
    expect((await s.prompt(id)).status).toBe('queued');
    expect(await office()).toEqual([{ key: 'channel-down/telegram' }]);
  });

  it('follows a chat to its new id at once, and keeps it', async () => {
    const before = -4_000_000_001;
    const after = -1_001_000_000_001;
    await s.world.prisma.account.deleteMany();
    s.telegram.people.group(before, '科技局');
    s.telegram.people.migrate(before, after);
    await s.account(A, 'telegram', String(before));
    const id = await queued(s.world, 'task-9', 'report');
    await s.turn();
    await s.limitsOver();
    await s.turn();
    expect((await s.prompt(id)).status).toBe('sent');
    expect(s.takenByTelegram()).toEqual({ [after]: 1 });
    expect(calls()).toBe(2);
    expect(await s.world.prisma.account.findMany({ select: { externalId: true } })).toEqual([
      { externalId: String(after) },
    ]);
  });
});
