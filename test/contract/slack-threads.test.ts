import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeCard } from '../../bot/channels.ts';
import { NOW } from './bot/world-seed.ts';
import { prompt, said, type Said, type Sent } from './bot/acts.ts';
import { openWorld, type World } from './bot/world.ts';
import { slackUnderTest } from './slack-wire.ts';
import { aWhileGoesBy, throughWire, type Through } from './through.ts';
import type { Shown, Wire } from './wire.ts';

const PERSON = 'person-unit-a';
const under = slackUnderTest('HTTP');

let world: World;
let wire: Wire;
let people: Through;

beforeAll(async () => {
  world = await openWorld(under.ports);
  await world.prisma.account.create({
    data: {
      id: 'slack-a',
      channel: 'slack',
      team: under.team ?? '',
      externalId: under.externalId?.(PERSON) ?? '',
      personId: PERSON,
    },
  });
  if (!under.open) throw new Error('Slack has a wire');
  wire = await under.open(world);
  people = throughWire(world, wire);
});
beforeEach(async () => {
  await aWhileGoesBy(world);
  await world.prisma.proposal.updateMany({ where: { status: 'open' }, data: { status: 'kept' } });
  await world.prisma.delivery.updateMany({ where: { closedAt: null }, data: { closedAt: NOW, closedWith: '前一项' } });
});
afterAll(async () => {
  await wire.close();
  await world.close();
});

type Ref = { channel: string; ts: string };

async function refOf(deliveryId: string): Promise<Ref> {
  const { providerRef } = await world.prisma.delivery.findUniqueOrThrow({ where: { id: deliveryId } });
  return providerRef as Ref;
}

const shown = async (deliveryId: string): Promise<Shown | undefined> => {
  const { ts } = await refOf(deliveryId);
  return wire.shown().find(({ ref }) => ref['ts'] === ts);
};

const threadOf = async ({ deliveryId }: Sent | Said): Promise<string | undefined> => (await shown(deliveryId))?.thread;

/** Typed in the thread of that message. */
async function write(ref: Ref, words: string): Promise<Said> {
  await aWhileGoesBy(world);
  expect(await wire.replyTo?.(PERSON, ref, words)).toBe('yes');
  await world.dispatch.drain();
  const row = await world.prisma.inbox.findFirstOrThrow({ where: { text: words }, orderBy: { receivedAt: 'desc' } });
  return said(world, row.id);
}

const digest = (...tasks: string[]): Promise<Sent> =>
  prompt(
    world,
    PERSON,
    'slack',
    tasks.map((task) => [task, 'report']),
  );

describe('a thread in Slack', () => {
  it('holds the card of what is written in it, what is said when that is confirmed, and what is taken back', async () => {
    const about = await digest('task-2');
    await digest('task-9');
    const root = await refOf(about.deliveryId);
    const card = await write(root, '完成71%');
    expect(card.text).toContain('第(二)项');
    const done = await people.press(PERSON, card.buttons['确认登记']);
    expect(done.row.outcome).toBe('recorded');
    const back = await people.press(PERSON, done.buttons['撤回']);
    expect(back.row.outcome).toBe('recorded');
    for (const message of [card, done, back]) expect(await threadOf(message)).toBe(root.ts);
  });

  it('is where a card in it is closed', async () => {
    const root = await refOf((await digest('task-2')).deliveryId);
    const card = await write(root, '完成72%');
    await closeCard(world.prisma, world.channels, card.deliveryId, '已登记:进度72%');
    expect(await shown(card.deliveryId)).toMatchObject({ thread: root.ts, buttonIds: [] });
    expect((await shown(card.deliveryId))?.text).toContain('已登记:进度72%');
  });

  it('goes on about the task of its card, unless another one is named', async () => {
    const root = await refOf((await digest('task-2')).deliveryId);
    await digest('task-9');
    expect((await write(root, '第(九)项完成61%')).text).toContain('第(九)项');
    expect((await write(root, '完成73%')).text).toContain('第(二)项');
  });

  it('holds the question which line of a list is meant, its answer in words, and what is said of that line next', async () => {
    const root = await refOf((await digest('task-2', 'task-9')).deliveryId);
    const question = await write(root, '完成74%');
    expect(question.heading).toBe('【请选择】');
    const card = await write(root, '第九项');
    expect(card.text).toContain('第(九)项');
    expect(card.text).toContain('74%');
    const next = await write(root, '完成75%');
    expect(next.text).toContain('第(九)项');
    // Under a card of the thread Slack says the thread's own message, too.
    const under = await write(await refOf(next.deliveryId), '完成77%');
    expect(under.text).toContain('第(九)项');
    for (const message of [question, card, next, under]) expect(await threadOf(message)).toBe(root.ts);
  });

  it('holds the answer to a question that was asked in it', async () => {
    const root = await refOf((await digest('task-2', 'task-9')).deliveryId);
    const card = await write(root, '第(二)项完成76%,预计过段时间办结');
    expect(card.text).toContain('请补充');
    await digest('task-9');
    const completed = await write(root, '12月8日');
    expect(completed.text).toContain('预计办结:12月8日(星期二)');
    expect(await threadOf(completed)).toBe(root.ts);
  });

  it('holds the card of a message in it that was edited', async () => {
    const root = await refOf((await digest('task-2')).deliveryId);
    await write(root, '完成77%');
    expect(await wire.edit(PERSON, '完成78%')).toBe('yes');
    await world.dispatch.drain();
    const row = await world.prisma.inbox.findFirstOrThrow({ where: { text: '完成78%' } });
    const card = await said(world, row.id);
    expect(card.text).toContain('78%');
    expect(await threadOf(card)).toBe(root.ts);
  });

  it('is not where words outside of it are answered', async () => {
    const root = await refOf((await digest('task-2')).deliveryId);
    await write(root, '完成79%');
    expect(await threadOf(await people.type(PERSON, '第(二)项完成80%'))).toBeUndefined();
  });
});
