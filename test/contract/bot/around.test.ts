import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bindAccount } from '../../../bot/directory/bind-account.ts';
import { createCode, redeemCode } from '../../../bot/directory/codes.ts';
import { resolvePerson } from '../../../bot/directory/resolve-person.ts';
import { sweepProposals } from '../../../bot/proposals-sweep.ts';
import { createScriptedPort, scriptKey } from '../../../bot/scripted/adapter.ts';
import { fireDue } from '../../../bot/scripted/fire-due.ts';
import { createWebPort } from '../../../bot/web-inbox/adapter.ts';
import { inboxView } from '../../../bot/web-inbox/view.ts';
import { lineKey, scriptAnswer } from '../../../seeds/demo/script-answer.ts';
import type { ScriptedContact } from '../../../seeds/demo/types.ts';
import { incoming, prompt, queued, say } from './acts.ts';
import { openWorld, type World } from './world.ts';
import { CLOCK, NOW, partId, partIn, PLAN } from './world-seed.ts';

const PERSON = 'person-unit-a';
const OTHER = 'person-unit-b';

let world: World;
beforeAll(async () => {
  world = await openWorld((prisma) => [
    createWebPort(),
    createScriptedPort({
      prisma,
      lineKey,
      scriptAnswer: (script, lines, context) => scriptAnswer(script as ScriptedContact, lines, context),
    }),
  ]);
});
afterAll(() => world.close());

describe('one-time codes', () => {
  const source = 'telegram//42';
  const code = () => createCode(world.prisma, { personId: PERSON, purpose: 'bind', createdBy: 'coordinator' });

  it('binds once, however it is typed, and stores no code', async () => {
    const made = await code();
    expect(
      await world.prisma.oneTimeCode.findFirst({ where: { hash: { contains: made.code.slice(0, 4) } } }),
    ).toBeNull();
    expect(
      await redeemCode(world.prisma, {
        code: ` ${made.code.toLowerCase().replaceAll('-', ' ')}`,
        source,
        purpose: 'bind',
      }),
    ).toBe(PERSON);
    await expect(redeemCode(world.prisma, { code: made.code, source, purpose: 'bind' })).rejects.toMatchObject({
      refusal: { code: 'CODE_WRONG' },
    });
  });

  it('gives a code to one of two who try at once', async () => {
    const made = await code();
    const tries = await Promise.allSettled(
      ['a', 'b'].map((from) => redeemCode(world.prisma, { code: made.code, source: from, purpose: 'bind' })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('refuses after ten minutes, for another purpose, and after five wrong tries an hour', async () => {
    const made = await code();
    const later = new Date(Date.now() + 10 * 60_000 + 1_000);
    await expect(
      redeemCode(world.prisma, { code: made.code, source: 'late', purpose: 'bind' }, later),
    ).rejects.toMatchObject({ refusal: { code: 'CODE_WRONG' } });
    await expect(
      redeemCode(world.prisma, { code: made.code, source: 'login', purpose: 'login' }),
    ).rejects.toMatchObject({ refusal: { code: 'CODE_WRONG' } });
    for (let n = 0; n < 5; n += 1)
      await expect(
        redeemCode(world.prisma, { code: `wrong-${n}`, source: 'guess', purpose: 'bind' }),
      ).rejects.toMatchObject({ refusal: { code: 'CODE_WRONG' } });
    await expect(redeemCode(world.prisma, { code: made.code, source: 'guess', purpose: 'bind' })).rejects.toMatchObject(
      { refusal: { code: 'CODE_TOO_MANY' } },
    );
    expect(await world.prisma.codeFailure.count({ where: { source: 'guess' } })).toBe(5);
    expect(
      await world.prisma.event.count({
        where: { entityId: `desk/${PLAN}`, kind: 'refused', body: { path: ['purpose'], equals: 'bind' } },
      }),
    ).toBeGreaterThan(0);
  });

  it('ties an address to one person at a time', async () => {
    const address = { channel: 'telegram' as const, team: '', externalId: '4711' };
    await bindAccount(world.prisma, address, PERSON);
    await bindAccount(world.prisma, address, OTHER);
    expect(await resolvePerson(world.prisma, address)).toBe(OTHER);
  });
});

describe('answered, unconfirmed', () => {
  it('is asked once more after two working days, then goes to the office with the words', async () => {
    const deps = {
      prisma: world.prisma,
      channels: world.channels,
      clock: { now: async () => world.clock.now, offsetMs: async () => 0 },
    };
    const card = await say(world, incoming(PERSON, 'web', { kind: 'text', text: '第(九)项完成45%' }));
    expect(await sweepProposals(deps)).toBe(0);
    world.clock.now = new Date('2026-11-25T12:00:00.000Z');
    expect(await sweepProposals(deps)).toBe(0); // 20:00, no window
    world.clock.now = new Date('2026-11-26T01:20:00.000Z');
    expect(await sweepProposals(deps)).toBe(1);
    expect(await sweepProposals(deps)).toBe(0);
    const again = await world.prisma.delivery.findFirstOrThrow({
      where: { personId: PERSON, closedAt: null, klass: 'answer' },
      orderBy: { createdAt: 'desc' },
    });
    expect(JSON.stringify(again.message)).toContain('下列内容尚未确认,请核对。');
    expect((await world.prisma.delivery.findUniqueOrThrow({ where: { id: card.deliveryId } })).closedAt).not.toBeNull();
    world.clock.now = new Date('2026-12-01T02:00:00.000Z');
    expect(await sweepProposals(deps)).toBe(1);
    expect(await world.prisma.officeItem.findFirstOrThrow({ where: { kind: 'unconfirmed' } })).toMatchObject({
      partId: partId('task-9'),
      body: { words: '第(九)项完成45%' },
    });
    expect(await world.prisma.proposal.findFirstOrThrow({ where: { inboxId: card.row.id } })).toMatchObject({
      status: 'office',
    });
    world.clock.now = NOW;
  });
});

describe('scripted contacts', () => {
  it('answer on the plan’s clock through the inbox, and confirm their own cards', async () => {
    const script: ScriptedContact = {
      unit: '市公安局',
      rank: 'liaison',
      name: '王某',
      behaviour: { kind: 'prompt', delayMinutes: 30 },
      answers: [{ taskNo: '(八)', duty: 'report', text: '第(八)项完成70%' }],
    };
    await world.prisma.setting.create({ data: { key: scriptKey(OTHER), value: script as never } });
    await world.prisma.account.create({ data: { id: 's-b', channel: 'scripted', externalId: OTHER, personId: OTHER } });
    await prompt(world, OTHER, 'scripted', [
      ['task-8', 'report'],
      ['task-8', 'receipt'],
    ]);
    const fire = async (minutes: number): Promise<number> => {
      world.clock.now = new Date(NOW.getTime() + minutes * 60_000);
      const fired = await fireDue(
        { prisma: world.prisma, inbox: world.inbox, realNow: () => new Date() },
        CLOCK,
        world.clock.now,
      );
      await world.dispatch.drain();
      return fired;
    };
    expect(await fire(29)).toBe(0);
    expect(await fire(30)).toBe(1);
    expect((await partIn(world.prisma, 'task-8')).progress).toBe(40);
    expect(await fire(31)).toBe(0);
    expect(await fire(33)).toBe(1);
    expect(await partIn(world.prisma, 'task-8')).toMatchObject({
      progress: 70,
      receiptAt: new Date(NOW.getTime() + 30 * 60_000).toISOString(),
    });
    expect(await fire(60)).toBe(0);
    expect(await world.prisma.inbox.count({ where: { channel: 'scripted' } })).toBe(3);
    world.clock.now = NOW;
  });
});

describe('the inbox on the page', () => {
  it('shows messages, own words, outcomes and the buttons that still count', async () => {
    await queued(world, 'task-2', 'report');
    const card = await prompt(world, PERSON, 'web', [['task-2', 'report']]);
    const typed = await say(world, incoming(PERSON, 'web', { kind: 'text', text: '完成77%' }));
    const clock = { now: async () => world.clock.now, offsetMs: async () => 0 };
    const before = await inboxView(world.prisma, PERSON, { clock, canAnswer: true });
    expect(before.person).toEqual({ id: PERSON, name: '李某', unit: '市科技局', rank: 'liaison' });
    expect(before.open.map(({ no }) => no)).toEqual(['(九)', '(二)']);
    expect(before.open[1]?.duties.find(({ kind }) => kind === 'report')).toEqual({
      kind: 'report',
      cycle: '2026Q4',
      label: '2026年第四季度进展报送',
      dueOn: '2026-12-25',
      late: false,
    });
    const shown = before.entries.find(({ id }) => id === card.deliveryId);
    expect(shown?.buttons.map(({ label, opens }) => [label, opens])).toEqual([
      ['逐项填报', 'form'],
      ['较上次无变化', null],
      ['申请办结', null],
      ['提请协调', 'fields'],
    ]);
    expect(before.entries.find(({ id }) => id === typed.row.id)).toMatchObject({
      side: 'out',
      lines: ['完成77%'],
      outcome: '待核对',
    });
    await say(world, incoming(PERSON, 'web', { kind: 'button', payload: { buttonId: typed.buttons['确认登记'] } }));
    const after = await inboxView(world.prisma, PERSON, { clock, canAnswer: true });
    expect(after.entries.find(({ id }) => id === typed.deliveryId)).toMatchObject({
      buttons: [],
      closedWith: '已登记:进度40%→77%(李某)',
    });
    expect(after.entries.filter(({ lines }) => lines[0] === '〔确认登记〕')).toHaveLength(1);
    expect(after.entries.find(({ id }) => id === card.deliveryId)?.buttons).toEqual([]);
  });

  it('shows all that a form said, in the words of whom it is, and offers 〔撤回〕 no longer than it is taken', async () => {
    const line = { entityId: 'task/task-2', partId: partId('task-2'), progress: 81, words: '已印发' };
    const lines = [{ ...line, blocker: '缺经费', expectedOn: '2026-12-20' }];
    const { row, deliveryId } = await say(world, incoming(PERSON, 'web', { kind: 'form', payload: { lines } }));
    const shownAt = async (minutes: number) => {
      const clock = {
        now: async () => new Date(world.clock.now.getTime() + minutes * 60_000),
        offsetMs: async () => 0,
      };
      const { entries } = await inboxView(world.prisma, PERSON, { clock, canAnswer: true });
      return { own: entries.find(({ id }) => id === row.id), done: entries.find(({ id }) => id === deliveryId) };
    };
    const now = await shownAt(9);
    expect(now.own).toMatchObject({
      lines: ['第(二)项 进度81% 已印发 存在问题:缺经费 预计2026年12月20日办结'],
      outcome: '已登记',
    });
    expect(now.done?.buttons.map(({ label }) => label)).toEqual(['撤回']);
    expect((await shownAt(11)).done?.buttons).toEqual([]);
    await world.prisma.person.update({ where: { id: PERSON }, data: { locale: 'en' } });
    expect((await shownAt(9)).own).toMatchObject({
      lines: ['第(二)项 progress 81% 已印发 problems: 缺经费 expected 20 Dec 2026'],
      outcome: 'recorded',
    });
    await world.prisma.person.update({ where: { id: PERSON }, data: { locale: 'zh' } });
  });

  it('does not know a person who is not there', async () => {
    await expect(
      inboxView(world.prisma, 'nobody', { clock: { now: async () => NOW, offsetMs: async () => 0 }, canAnswer: false }),
    ).rejects.toMatchObject({ refusal: { code: 'CONTACT_UNKNOWN' } });
  });
});
