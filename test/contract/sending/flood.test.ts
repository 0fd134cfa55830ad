import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PARTS_MAX } from '../../../domain/chat/split-message.ts';
import { incoming, queued, say } from '../bot/acts.ts';
import { CLOCK } from '../bot/world-seed.ts';
import { openSenderWorld, type SenderWorld } from './sender-world.ts';

const [PERSON, OTHER] = ['person-unit-a', 'person-unit-b'];
const RUNGS = 200;

describe('a flood', () => {
  let s: SenderWorld;
  beforeAll(async () => {
    s = await openSenderWorld();
    await s.account(PERSON, 'telegram', '1');
    await s.account(OTHER, 'telegram', '2');
  });
  afterAll(() => s.world.close());

  it('of rungs for one person is one digest a day within its channel’s bounds, and holds up nobody else', async () => {
    const { prisma } = s.world;
    const first = await queued(s.world, 'task-9', 'report');
    const row = await prisma.prompt.findUniqueOrThrow({ where: { id: first } });
    await prisma.prompt.createMany({
      data: Array.from({ length: RUNGS }, (_, no) => ({
        ...row,
        line: row.line as object,
        id: `flood-${no}`,
        cycle: `flood-${no}`,
      })),
    });
    await queued(s.world, 'task-8', 'report');
    await s.turn();
    expect(s.calls.map(({ to }) => to).toSorted()).toEqual(['1', '2']);
    const [digest] = s.calls.filter(({ to }) => to === '1');
    expect(digest?.message.lines.join('\n').length).toBeLessThan(4_096 * PARTS_MAX);
    expect(digest?.message.buttons.length).toBeLessThan(10);
    const more = (no: number) => ({
      ...row,
      line: row.line as object,
      id: `more-${no}`,
      cycle: `more-${no}`,
      rung: `d3-more`,
    });
    await prisma.prompt.createMany({ data: Array.from({ length: 50 }, (_, no) => more(no)) });
    await s.turn();
    expect(s.calls.filter(({ to }) => to === '1')).toHaveLength(1);
    const held = await prisma.prompt.groupBy({
      by: ['status'],
      where: { clockId: CLOCK, rung: 'd3-more' },
      _count: true,
    });
    expect(held).toEqual([{ status: 'queued', _count: 50 }]);
  });

  it('of words by one person is kept and answered with one sentence, told to the office once, and leaves others alone', async () => {
    const { prisma, inbox, dispatch } = s.world;
    await prisma.inbox.createMany({
      data: Array.from({ length: 60 }, (_, no) => ({
        ...rowOf(PERSON, `earlier-${no}`),
        receivedAt: new Date(s.world.clock.now.getTime() - 1_000 - no),
        status: 'done',
        outcome: 'answered',
      })),
    });
    const before = await prisma.delivery.count({ where: { personId: PERSON } });
    for (let no = 0; no < 8; no += 1)
      await inbox.receive(incoming(PERSON, 'web', { kind: 'text', text: `第(九)项完成${no}%` }));
    const other = await say(s.world, incoming(OTHER, 'web', { kind: 'text', text: '第(八)项完成70%' }));
    await dispatch.drain();
    expect(other.row.outcome).toBe('proposal');
    const rows = await prisma.inbox.findMany({ where: { personId: PERSON, error: 'TOO_MANY_MESSAGES' } });
    expect(rows.map(({ outcome, status }) => [outcome, status])).toEqual(
      Array.from({ length: 8 }, () => ['kept', 'done']),
    );
    expect((await prisma.delivery.count({ where: { personId: PERSON } })) - before).toBe(1);
    expect(await prisma.officeItem.count({ where: { key: `too-many/${PERSON}` } })).toBe(1);
    expect(await prisma.proposal.count({ where: { personId: PERSON } })).toBe(0);
  });
});

const rowOf = (personId: string, key: string) => ({
  id: key,
  dedupeKey: key,
  clockId: CLOCK,
  channel: 'web',
  externalId: personId,
  personId,
  kind: 'text',
  text: '好',
  payload: {},
  planAt: new Date(),
});
