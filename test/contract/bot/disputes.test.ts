import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tellDisputes } from '../../../bot/disputes/tell-disputes.ts';
import { actorOf } from '../../../bot/desk/actor-of.ts';
import { taskStory } from '../../../bot/desk/views/task-story.ts';
import { today } from '../../../bot/desk/views/today.ts';
import { unsignedUnits } from '../../../bot/desk/views/unsigned.ts';
import { closeWithdrawn } from '../../../bot/withdrawn/close-withdrawn.ts';
import { appendEvents } from '../../../prisma/events.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import { incoming, prompt, say } from './acts.ts';
import { claim, COORDINATOR, secondUnit, seedOffice } from './office-seed.ts';
import { playedDesk } from './played-desk.ts';
import { OTHER, PERSON, talkingWorld } from './talk.ts';
import { partId, PLAN, putState, stateIn } from './world-seed.ts';

const { world, text, press, refusals } = talkingWorld();
const command = (words: string, person = COORDINATOR) =>
  say(world(), incoming(person, 'web', { kind: 'command', text: words }));
const fresh = new Map<string, SupervisedState>();
const WHY = '此项职责在机构改革后已划转市公安局';

beforeAll(async () => {
  await seedOffice(world());
  for (const id of [PERSON, OTHER])
    await world().prisma.account.create({ data: { id: `web-${id}`, channel: 'web', externalId: id, personId: id } });
});
beforeEach(async () => {
  for (const id of ['task-9', 'task-2']) {
    if (!fresh.has(id)) fresh.set(id, await stateIn(world().prisma, id));
    await putState(world().prisma, fresh.get(id) as SupervisedState);
  }
  await world().prisma.officeItem.updateMany({ data: { status: 'done' } });
});

const clock = { now: async () => world().clock.now, offsetMs: async () => 0 };
const deps = () => ({ prisma: world().prisma, clock, channels: world().channels });
const desk = () => playedDesk(world().prisma, clock, { asked: [], isDown: () => false });
const office = () => actorOf(world().prisma, COORDINATOR, 'page');
const openItems = (kind: string) => world().prisma.officeItem.count({ where: { kind, status: 'open' } });
const delivery = (id: string) => world().prisma.delivery.findUniqueOrThrow({ where: { id } });

async function disputed(): Promise<{ deliveryId: string }> {
  const card = await prompt(world(), PERSON, 'web', [['task-9', 'receipt']]);
  await press(card.buttons['职责有异议']);
  await text(WHY);
  return card;
}

describe('职责有异议', () => {
  it('is nothing before its reason, which is asked for until it says something', async () => {
    const card = await prompt(world(), PERSON, 'web', [['task-9', 'receipt']]);
    const asked = await press(card.buttons['职责有异议']);
    expect(asked.row.outcome).toBe('answered');
    expect(asked.text).toBe('请直接回复文字说明理由(不少于5个字),登记后转办公室核定。');
    expect(await openItems('dispute')).toBe(0);
    const short = await text('不是');
    expect(short.row).toMatchObject({ outcome: 'refused', error: 'REASON_REQUIRED' });
    expect(short.text).toContain('请写明理由(不少于5个字)');
    const said = await text(WHY);
    expect(said.row.outcome).toBe('recorded');
    expect((await stateIn(world().prisma, 'task-9')).parts[0]?.dispute).toMatchObject({ by: '李某', reason: WHY });
    expect(await openItems('dispute')).toBe(1);
    const { decisions } = await today(desk(), await office(), { planId: PLAN });
    expect(decisions.find(({ kind }) => kind === 'dispute')).toMatchObject({
      text: expect.stringContaining(WHY),
      actions: ['reassign', 'keep-duty', 'done', 'open'],
    });
    const [unit] = await unsignedUnits(desk(), await office(), { planId: PLAN });
    expect(unit).toMatchObject({
      unit: '市科技局',
      contact: '李某',
      items: expect.arrayContaining([expect.objectContaining({ no: '(九)', disputed: true })]),
    });
  });

  it('about a duty that was taken away asks nothing of the office', async () => {
    const card = await prompt(world(), PERSON, 'web', [['task-9', 'receipt']]);
    await command(`改派 第九项 市公安局 ${WHY}`);
    const pressed = await press(card.buttons['职责有异议']);
    expect(pressed.row.outcome).toBe('recorded');
    expect(pressed.text).toContain('答复已留存,无需再报');
    expect(await openItems('dispute')).toBe(0);
  });
});

describe('改派 in chat', () => {
  it('moves the disputed part, closes its card, and the late answer of the old unit counts for nothing', async () => {
    const card = await disputed();
    const moved = await command('改派 第九项 市公安局 职责已划转该局');
    expect(moved.row.outcome).toBe('recorded');
    expect(moved.text).toContain('已改由市公安局承办');
    const state = await stateIn(world().prisma, 'task-9');
    expect(state.parts.map(({ unitId }) => unitId)).toEqual(['unit-b']);
    expect(await openItems('dispute')).toBe(0);
    expect(await closeWithdrawn(deps())).toBe(1);
    expect((await delivery(card.deliveryId)).closedWith).toBe('已撤销。改由市公安局承办(职责已划转该局),无需再报');
    const late = await text('第(九)项已完成80%');
    expect(late.row.outcome).toBe('kept');
    expect(late.text).toContain('答复已留存,无需再报');
    expect((await stateIn(world().prisma, 'task-9')).parts).toEqual(state.parts);
    const now = await text('第(九)项完成30%', OTHER);
    expect((await press(now.buttons['确认登记'], OTHER)).row.outcome).toBe('recorded');
    expect((await stateIn(world().prisma, 'task-9')).parts[0]).toMatchObject({ unitId: 'unit-b', progress: 30 });
  });

  it('leaves the story readable to the unit that had it, and nothing else', async () => {
    await command(`改派 第九项 市公安局 ${WHY}`);
    const liaison = await actorOf(world().prisma, PERSON, 'page');
    expect((await taskStory(desk(), liaison, { taskId: 'task-9' })).parts).toMatchObject([{ unit: '市公安局' }]);
    const outsider = { ...liaison, memberships: [] };
    await expect(taskStory(desk(), outsider, { taskId: 'task-9' })).rejects.toMatchObject({
      refusal: { code: 'NOT_PERMITTED' },
    });
  });

  it('asks for the reason, and for the unit among several', async () => {
    await secondUnit(world());
    const first = await command('改派 第九项 由市公安局改由市试点办');
    expect(first.heading).toBe('【请写明理由】');
    expect((await text('由办公室直接办理', COORDINATOR)).row.outcome).toBe('recorded');
    expect((await stateIn(world().prisma, 'task-9')).parts.map(({ unitId }) => unitId)).toEqual([
      'unit-a',
      `${PLAN}-office`,
    ]);
    expect((await command(`改派 第九项 市公安局 ${WHY}`)).buttons).toHaveProperty('市科技局');
  });

  it.each([
    ['to a unit that has a part', '改派 第九项 市科技局 市公安局 职责已划转该局', 'PART_HELD'],
    ['of a task that is not there', '改派 第九十九项 市公安局 职责已划转该局', 'TASK_UNKNOWN'],
    ['of a unit without a part', '改派 第二项 市公安局 市试点办 职责已划转该局', 'PART_UNKNOWN'],
  ])('%s is refused, on record', async (_, words, code) => {
    await secondUnit(world());
    const before = (await refusals()).length;
    const said = await command(words);
    expect(said.row).toMatchObject({ outcome: 'refused', error: code });
    if (code !== 'PART_HELD') expect((await refusals()).length).toBe(before + 1);
  });

  it('is refused while a claim waits, and to whoever is not of the office', async () => {
    await claim(world(), 'task-9');
    expect((await command(`改派 第九项 市公安局 ${WHY}`)).row.error).toBe('PART_CLAIMED');
    expect((await command(`改派 第九项 市公安局 ${WHY}`, PERSON)).row.error).toBe('NOT_PERMITTED');
  });
});

describe('维持分工', () => {
  it('asks for the reason, keeps the duty, and is decided once', async () => {
    await disputed();
    const asked = await command('维持分工 第九项');
    expect(asked.text).toContain('理由将告知该单位');
    expect((await text('三定方案仍列你单位', COORDINATOR)).row.outcome).toBe('recorded');
    expect((await stateIn(world().prisma, 'task-9')).parts[0]).toMatchObject({ unitId: 'unit-a', receiptAt: null });
    expect(await openItems('dispute')).toBe(0);
    expect((await command('维持分工 第九项 三定方案仍列你单位')).row.error).toBe('NO_DISPUTE');
  });

  it('tells whoever disputed the reason, once, with the receipt that is still owed', async () => {
    await disputed();
    await command('维持分工 第九项 三定方案仍列你单位');
    const event = (kind: string, seq: number, actor: object, body: object) => ({
      entityId: 'task/task-9',
      planId: PLAN,
      kind,
      actor: actor as { id: string; name: string },
      via: 'web',
      body: { partId: partId('task-9'), ...body },
      inboxItemId: null,
      receivedAt: null,
      recordedAt: world().clock.now,
      planAt: world().clock.now,
      schemaVersion: 1,
      calendarVersion: 1,
      ruleVersion: 1,
      generation: 1,
      version: 1,
      stateAfter: null,
      seq,
    });
    await world().prisma.$transaction((tx) =>
      appendEvents(tx, 'task/task-9', [
        event('dutyDisputed', 1, { id: PERSON, name: '李某' }, { reason: WHY }),
        event('disputeDecided', 2, { id: COORDINATOR, name: '周某' }, { uphold: false, reason: '三定方案仍列你单位' }),
      ]),
    );
    expect(await tellDisputes(deps())).toBe(1);
    expect(await tellDisputes(deps())).toBe(0);
    const told = await delivery('dispute/task/task-9/2');
    expect(told).toMatchObject({ personId: PERSON, klass: 'notice', status: 'queued' });
    expect(told.message).toMatchObject({
      heading: '【异议答复】',
      lines: [
        '经核定,第(九)项"研究制定知识产权发展战略与规划"仍由你单位承办。理由:三定方案仍列你单位',
        '请于7月6日17:30前签收。如有困难,可提请协调。',
      ],
    });
  });
});

describe('未签收 in chat', () => {
  it('lists units with days for the office, and nothing for a liaison', async () => {
    const list = await command('未签收');
    expect(list.heading).toBe('【未签收】');
    expect(list.text).toMatch(/市科技局\(李某\):第\(九\)项、第\(二\)项,已\d+个工作日,其中2项已逾期/);
    expect((await command('未签收', PERSON)).row.error).toBe('NOT_PERMITTED');
  });
});
