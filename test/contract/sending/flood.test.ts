import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PARTS_MAX } from '../../../domain/chat/split-message.ts';
import { incoming, queued, say } from '../bot/acts.ts';
import { CLOCK } from '../bot/world-seed.ts';
import { openSenderWorld, type SenderWorld } from './sender-world.ts';

const [PERSON, OTHER] = ['person-unit-a', 'person-unit-b'];
const RUNGS = 10_000;

describe('a flood', () => {
  let s: SenderWorld;
  beforeAll(async () => {
    s = await openSenderWorld();
    await s.account(PERSON, 'telegram', '1');
    await s.account(OTHER, 'telegram', '2');
  });
  afterAll(() => s.world.close());

  it('of 10,000 rungs for one person is one digest a day within its channel’s bounds and hours, one line a task, and holds up nobody else', async () => {
    const { prisma, clock } = s.world;
    const first = await queued(s.world, 'task-9', 'report');
    await rungs(first, 'flood', RUNGS);
    await queued(s.world, 'task-8', 'report');
    const day = clock.now;
    clock.now = new Date(`${day.toISOString().slice(0, 10)}T15:00:00.000Z`);
    await s.turn();
    expect(s.calls).toEqual([]);
    clock.now = day;
    // A slow machine may need a second turn for what the first has no time to begin.
    while ((await s.turn()).more);
    expect(s.calls.map(({ to }) => to).toSorted()).toEqual(['1', '2']);
    const [digest] = s.calls.filter(({ to }) => to === '1');
    expect(digest?.message.lines.join('\n').length).toBeLessThan(4_096 * PARTS_MAX);
    expect(digest?.message.buttons.length).toBeLessThan(10);
    expect(await outcomes('flood')).toEqual({ sent: RUNGS / 2, merged: RUNGS / 2 });
    await rungs(first, 'more', 50);
    await s.turn();
    expect(s.calls.filter(({ to }) => to === '1')).toHaveLength(1);
    expect(await outcomes('more')).toEqual({ queued: 50 });
    expect(await prisma.delivery.count({ where: { personId: PERSON, klass: 'digest' } })).toBe(1);
  });

  /** So many rungs like that one, two of each task. */
  async function rungs(like: string, name: string, many: number): Promise<void> {
    const { prisma } = s.world;
    await prisma.$executeRaw`
      INSERT INTO "Checkpoint" ("entityId", "kind", "planId", "generation", "version", "state", "status")
      SELECT 'task/' || ${name} || '-' || n, c."kind", c."planId", 1, 1, c."state", c."status"
      FROM "Checkpoint" c, generate_series(1, ${many / 2}::int) n WHERE c."entityId" = 'task/task-9'`;
    await prisma.$executeRaw`
      INSERT INTO "Prompt" ("id", "planId", "clockId", "entityId", "partId", "unitId", "role", "duty", "cycle",
        "deadlineSeq", "rung", "audience", "rule", "slotAt", "dueAt", "status", "line")
      SELECT ${name} || '-' || n, p."planId", p."clockId", 'task/' || ${name} || '-' || (n / 2 + 1), p."partId", p."unitId", p."role", p."duty", p."cycle",
        1, ${name} || '-' || (n % 2), p."audience", p."rule", p."slotAt", p."dueAt", 'queued', p."line"
      FROM "Prompt" p, generate_series(0, ${many - 1}::int) n WHERE p."id" = ${like}`;
  }

  async function outcomes(name: string): Promise<Record<string, number>> {
    const found = await s.world.prisma.prompt.groupBy({
      by: ['status'],
      where: { id: { startsWith: `${name}-` } },
      _count: true,
    });
    return Object.fromEntries(found.map(({ status, _count }) => [status, _count]));
  }

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
