import { afterAll, beforeAll, expect, test } from 'vitest';
import { asIfRunning, openCliWorld, type CliWorld } from './cli-world.ts';

let w: CliWorld;
let taskId: string;
let unit: { id: string; name: string };
const person = 'liaison-1';

beforeAll(async () => {
  w = await openCliWorld();
  await asIfRunning(w, 'chenzhou');
  const task = await w.prisma.task.findFirstOrThrow({ where: { planId: 'chenzhou' }, orderBy: { ordinal: 'asc' } });
  taskId = task.id;
  const checkpoint = await w.prisma.checkpoint.findUniqueOrThrow({ where: { entityId: `task/${taskId}` } });
  const [part] = (checkpoint.state as unknown as { parts: { unitId: string }[] }).parts;
  unit = await w.prisma.unit.findUniqueOrThrow({ where: { id: part!.unitId } });
  await w.prisma.person.create({
    data: {
      id: person,
      name: '李某',
      memberships: { create: { id: 'm-1', unitId: unit.id, rank: 'liaison', taskIds: [] } },
    },
  });
});
afterAll(() => w.close());

const about = () => ['--as', person, '--task', taskId, '--unit', unit.name];

test('a button-like answer while Temporal is away is kept, and says so', async () => {
  const ran = await w.json('reply', ...about(), '--receipt');
  expect(ran).toMatchObject({ code: 0, value: { status: 'open' } });
  const row = await w.prisma.inbox.findUniqueOrThrow({ where: { id: (ran.value as { inboxId: string }).inboxId } });
  expect(row).toMatchObject({
    channel: 'web',
    personId: person,
    kind: 'button',
    status: 'open',
    payload: { by: 'cli' },
  });
});

test('two answers at once, or none, or none to name whose, are refused before anything is stored', async () => {
  const before = await w.prisma.inbox.count();
  expect(await w.json('reply', ...about(), '--receipt', '--no-change')).toMatchObject({
    code: 1,
    error: { code: 'USAGE' },
  });
  expect(await w.json('reply', ...about())).toMatchObject({ code: 1, error: { code: 'USAGE' } });
  expect(await w.json('reply', '--task', taskId, '--receipt')).toMatchObject({ code: 1, error: { code: 'USAGE' } });
  expect(await w.json('reply', ...about(), '--text', '已更正', '--correct')).toMatchObject({
    error: { code: 'USAGE' },
  });
  expect(await w.json('reply', ...about(), '--text', ' ')).toMatchObject({ code: 1, error: { code: 'TEXT_EMPTY' } });
  expect(await w.prisma.inbox.count()).toBe(before);
});

test('an unknown task, and a unit that has no part in it, get a sentence', async () => {
  expect(await w.json('reply', '--as', person, '--task', 'no-such', '--receipt')).toMatchObject({
    code: 1,
    error: { code: 'TASK_UNKNOWN' },
  });
  expect(await w.json('reply', '--as', person, '--task', taskId, '--unit', '火星局', '--receipt')).toMatchObject({
    code: 1,
    error: { code: 'UNIT_UNKNOWN' },
  });
});

test("answering another unit's task is refused and on record", async () => {
  const other = 'stranger';
  await w.prisma.person.create({ data: { id: other, name: '王某' } });
  const ran = await w.json(
    'reply',
    '--as',
    other,
    '--task',
    taskId,
    '--unit',
    unit.name,
    '--progress',
    '50',
    '--text',
    '已完成一半',
  );
  expect(ran).toMatchObject({ code: 1, error: { code: 'NOT_YOURS' } });
});
