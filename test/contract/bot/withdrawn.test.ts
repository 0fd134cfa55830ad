import { beforeEach, describe, expect, it, vi } from 'vitest';
import { closeWithdrawn } from '../../../bot/withdrawn/close-withdrawn.ts';
import { sendNotices } from '../../../bot/notices.ts';
import { sweepProposals } from '../../../bot/proposals-sweep.ts';
import { inboxView } from '../../../bot/web-inbox/view.ts';
import { taskStory } from '../../../bot/desk/views/task-story.ts';
import { playedDesk } from './played-desk.ts';
import { prompt } from './acts.ts';
import { PERSON, talkingWorld } from './talk.ts';
import { takeAway } from './taken-away.ts';
import { PLAN, putState, stateIn } from './world-seed.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';

const { world, text, press, form } = talkingWorld();
const fresh = new Map<string, SupervisedState>();
const CANCEL = { cancel: { reason: '新版不再列该项任务', mergedInto: null } };
const OUT = { partsOut: [{ unitId: 'unit-a' }] };
const GONE = '新版不再列第(九)项“研究制定知识产权发展战略与规划”。';
const KEPT = /该任务已于2026年11月23日调整\(方案第\d+次修订:新版不再列第\(九\)项.*\),答复已留存,无需再报。/;

beforeEach(async () => {
  for (const id of ['task-9', 'task-2']) {
    if (!fresh.has(id)) fresh.set(id, await stateIn(world().prisma, id));
    await putState(world().prisma, fresh.get(id)!);
  }
});
const deps = () => ({
  prisma: world().prisma,
  clock: { now: async () => world().clock.now, offsetMs: async () => 0 },
  channels: world().channels,
});
/** What is on record of the answers to what was taken away, on the desk's chain, newest last. */
const keptOnDesk = () =>
  world().prisma.event.findMany({
    where: { entityId: `desk/${PLAN}`, kind: 'replyAfterWithdrawal' },
    orderBy: { seq: 'asc' },
  });
const delivery = (id: string) => world().prisma.delivery.findUniqueOrThrow({ where: { id } });

describe('an answer to a duty that was taken away', () => {
  it('is kept where its card was confirmed after the task was cancelled, with when and by what', async () => {
    const card = await text('第(九)项完成50%');
    await takeAway(world(), 'task-9', GONE, CANCEL);
    const confirmed = await press(card.buttons['确认登记']);
    expect(confirmed.row).toMatchObject({ outcome: 'recorded', error: null });
    expect(confirmed.text).toMatch(KEPT);
    const [event] = (await keptOnDesk()).slice(-1);
    expect(event).toMatchObject({
      inboxItemId: confirmed.row.items[0]?.id ?? event?.inboxItemId,
      body: { entityId: 'task/task-9', reading: { progress: 50 } },
    });
    expect((await delivery(card.deliveryId)).closedWith).toMatch(/答复已留存/);
    const { prisma, clock } = world();
    const desk = playedDesk(
      prisma,
      { now: async () => clock.now, offsetMs: async () => 0 },
      { asked: [], isDown: () => false },
    );
    const office = {
      personId: 'c',
      name: '协调员',
      via: 'test',
      grants: [{ planId: null, role: 'coordinator' }],
      memberships: [],
    };
    const { story } = await taskStory(desk, office, { taskId: 'task-9' });
    expect(story.some(({ text: said }) => said.startsWith('留存答复;任务此前已取消'))).toBe(true);
  });

  it('counts once where the confirmation comes again after a crash', async () => {
    const card = await text('第(九)项完成55%');
    await takeAway(world(), 'task-9', GONE, CANCEL);
    const before = (await keptOnDesk()).length;
    world().failAt.point = 'dispatch.after-update';
    const broken = await press(card.buttons['确认登记']);
    expect(broken.row.status).toBe('open');
    world().failAt.point = null;
    await vi.waitFor(
      async () => {
        await world().dispatch.drain();
        const { status } = await world().prisma.inbox.findUniqueOrThrow({ where: { id: broken.row.id } });
        expect(status).toBe('done');
      },
      { timeout: 20_000 },
    );
    expect(await keptOnDesk()).toHaveLength(before + 1);
  });

  it.each([
    ['申请办结', CANCEL],
    ['申请延期', CANCEL],
    ['申请办结', OUT],
  ])('is kept where 〔%s〕 is pressed on its card, closed or not', async (label, amended) => {
    const open = await prompt(world(), PERSON, 'web', [['task-9', 'completion']]);
    await takeAway(world(), 'task-9', GONE, amended);
    expect((await press(open.buttons[label])).text).toMatch(KEPT);
    await putState(world().prisma, fresh.get('task-9')!);
    const closed = await prompt(world(), PERSON, 'web', [['task-9', 'completion']]);
    await takeAway(world(), 'task-9', GONE, amended);
    await closeWithdrawn(deps());
    expect((await delivery(closed.deliveryId)).closedWith).toMatch(/^已撤销。方案第\d+次修订:.*,无需再报$/);
    const pressed = await press(closed.buttons[label]);
    expect(pressed.row).toMatchObject({ outcome: 'recorded', error: null });
    expect(pressed.text).toMatch(KEPT);
  });

  it.each([
    ['cancelled', CANCEL],
    ['the unit’s no more', OUT],
  ])('is kept as words where they name a task that is %s, without a card', async (_, amended) => {
    await takeAway(world(), 'task-9', GONE, amended);
    const said = await text('第(九)项已完成80%,材料随后报送');
    expect(said.row).toMatchObject({ outcome: 'kept', error: null });
    expect(said.text).toMatch(KEPT);
    expect(said.buttons).toEqual({});
    const [item] = said.row.items;
    expect(item).toMatchObject({ outcome: 'recorded', reading: { kind: 'kept-words' } });
  });

  it('stands beside what is still owed in the same words', async () => {
    await takeAway(world(), 'task-9', GONE, OUT);
    const said = await text('第(九)项完成80%;第(二)项完成60%');
    expect(said.row.outcome).toBe('proposal');
    const lines = await world().prisma.delivery.findMany({
      where: { personId: PERSON, closedAt: null, klass: 'answer' },
    });
    expect(JSON.stringify(lines.map(({ message }) => message))).toMatch(/答复已留存/);
    expect(said.row.items.map(({ entityId }) => entityId)).toEqual(['task/task-9']);
  });

  it('keeps its line of a form, and records the others', async () => {
    await takeAway(world(), 'task-9', GONE, OUT);
    const filed = await form([
      { entityId: 'task/task-9', partId: 'task-9-p1', progress: 70 },
      { entityId: 'task/task-2', partId: 'task-2-p1', progress: 65 },
    ]);
    expect(filed.row.outcome).toBe('recorded');
    expect(filed.text).toMatch(/答复已留存/);
    expect((await stateIn(world().prisma, 'task-2')).parts[0]?.progress).toBe(65);
  });

  it('goes to the office without being asked for again where nobody confirmed it', async () => {
    const card = await text('第(九)项完成60%');
    await takeAway(world(), 'task-9', GONE, OUT);
    await world().prisma.proposal.updateMany({ where: { status: 'open' }, data: { askAgainAt: world().clock.now } });
    expect(await sweepProposals(deps())).toBe(1);
    expect(await world().prisma.officeItem.count({ where: { kind: 'unconfirmed' } })).toBeGreaterThan(0);
    expect((await delivery(card.deliveryId)).closedAt).not.toBeNull();
  });
});

describe('what was sent about a duty that was taken away', () => {
  it('is closed once, on record, and says by which amendment', async () => {
    const card = await prompt(world(), PERSON, 'web', [['task-9', 'report']]);
    await takeAway(world(), 'task-9', GONE, CANCEL);
    expect(await closeWithdrawn(deps())).toBe(1);
    expect(await closeWithdrawn(deps())).toBe(0);
    const { closedWith } = await delivery(card.deliveryId);
    expect(closedWith).toMatch(/^已撤销。方案第\d+次修订:新版不再列第\(九\)项/);
    expect(
      await world().prisma.event.count({
        where: { kind: 'cardClosed', body: { path: ['deliveryId'], equals: card.deliveryId } },
      }),
    ).toBe(1);
  });

  it('stays open for the rest of its lines, with one notice about the line that is gone', async () => {
    const card = await prompt(world(), PERSON, 'web', [
      ['task-9', 'report'],
      ['task-2', 'report'],
    ]);
    await takeAway(world(), 'task-9', GONE, OUT);
    expect(await closeWithdrawn(deps())).toBe(1);
    expect(await closeWithdrawn(deps())).toBe(0);
    expect((await delivery(card.deliveryId)).closedAt).toBeNull();
    expect(await sendNotices(deps())).toBe(1);
    const { entries } = await inboxView(world().prisma, PERSON, { clock: deps().clock, canAnswer: true });
    expect(entries.filter(({ lines }) => lines.some((line) => /已撤销。方案第\d+次修订/.test(line)))).toHaveLength(1);
    await form([{ entityId: 'task/task-2', partId: 'task-2-p1', progress: 65 }]);
    expect((await delivery(card.deliveryId)).closedAt).not.toBeNull();
  });

  it('says so to who asks by its buttons', async () => {
    const card = await prompt(world(), PERSON, 'web', [['task-9', 'report']]);
    await takeAway(world(), 'task-9', GONE, OUT);
    const asked = await press(card.buttons['逐项填报'] ?? card.buttons['立即填报']);
    expect(asked.text).toMatch(/^已撤销。方案第\d+次修订/);
  });
});
