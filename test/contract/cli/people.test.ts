import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '../../../domain/calendar/local-date.ts';
import { localDateOf } from '../../../domain/calendar/local-time.ts';
import { DEFAULT_ZONE } from '../../../domain/plan/policy.ts';
import { bindAccount } from '../../../bot/directory/bind-account.ts';
import { CLI_NOW, openCliWorld, type CliWorld } from './cli-world.ts';

const PLAN = 'chenzhou';
const today = localDateOf(CLI_NOW.toISOString(), DEFAULT_ZONE);
let w: CliWorld;
let unit: { id: string; name: string };
let other: { id: string; name: string };
const ids: Record<string, string> = {};

beforeAll(async () => {
  w = await openCliWorld();
  const units = await w.prisma.unit.findMany({
    where: { planId: PLAN, kind: 'department', NOT: { id: { endsWith: '-office' } } },
    orderBy: { ordinal: 'asc' },
  });
  const [first, second] = units;
  if (!first || !second) throw new Error('the plan has two departments at least');
  [unit, other] = [first, second];
  for (const [name, of] of [
    ['李某甲', unit],
    ['王某乙', unit],
    ['赵某丙', other],
  ] as const) {
    const added = await w.json('contact', 'add', PLAN, '--name', name, '--unit', of.name);
    const { personId } = added.value as { personId: string };
    ids[name] = personId;
    await bindAccount(w.prisma, { channel: 'web', team: '', externalId: personId }, personId);
  }
});
afterAll(() => w.close());

const contacts = async (of: { name: string }) => {
  const { value } = await w.json('contact', 'list', PLAN);
  const { units } = value as { units: { name: string; contacts: { name: string; away: unknown }[] }[] };
  return units.find(({ name }) => name === of.name)?.contacts ?? [];
};

test('a leave with a stand-in is registered, shown and ended', async () => {
  const until = addDays(today, 7);
  const done = await w.json('contact', 'leave', PLAN, '李某甲', '--until', until);
  expect(done).toMatchObject({ code: 0, value: { ok: true, summary: expect.stringContaining('由王某乙代办') } });
  expect(await contacts(unit)).toContainEqual(
    expect.objectContaining({ name: '李某甲', away: { until, standIn: '王某乙' } }),
  );
  expect((await w.run('contact', 'list', PLAN)).out).toContain(`外出至${until},由王某乙代`);
  expect(await w.json('contact', 'back', PLAN, '李某甲')).toMatchObject({ code: 0 });
  expect(await w.json('contact', 'back', PLAN, '李某甲')).toMatchObject({ code: 1, error: { code: 'NOT_AWAY' } });
});

test.each([
  ['in the past', ['--until', addDays(today, -1), '--stand-in', '王某乙'], 'LEAVE_PAST'],
  ['with somebody of another unit', ['--until', today, '--stand-in', '赵某丙'], 'STAND_IN_OTHER_UNIT'],
  ['with its days turned round', ['--from', addDays(today, 9), '--until', addDays(today, 3)], 'LEAVE_ORDER'],
])('a leave %s is refused with a sentence', async (_, more, code) => {
  expect(await w.json('contact', 'leave', PLAN, '李某甲', ...more)).toMatchObject({
    code: 1,
    out: '',
    error: { code },
  });
});

test('contacts are unbound, handed over and removed', async () => {
  expect(await w.json('contact', 'unbind', PLAN, '赵某丙', '--channel', 'slack')).toMatchObject({
    value: { summary: '赵某丙没有绑定的账号。' },
  });
  expect(await w.json('contact', 'unbind', PLAN, '赵某丙')).toMatchObject({
    value: { summary: expect.stringContaining('已解除赵某丙的1个账号') },
  });
  expect(await w.json('contact', 'hand-over', PLAN, '--from', '李某甲', '--to', '赵某丙')).toMatchObject({
    code: 1,
    error: { code: 'HANDOVER_OTHER_UNIT' },
  });
  expect(await w.json('contact', 'hand-over', PLAN, '--from', '李某甲', '--to', '孙某丁')).toMatchObject({ code: 0 });
  expect((await contacts(unit)).map(({ name }) => name).toSorted()).toEqual(['孙某丁', '王某乙']);
  expect(await w.prisma.account.count({ where: { personId: ids['李某甲'] ?? '', revokedAt: null } })).toBe(0);
  expect(await w.json('contact', 'remove', PLAN, '赵某丙')).toMatchObject({
    value: { summary: expect.stringContaining('已列入待办') },
  });
  expect(await contacts(other)).toEqual([]);
});

test('units merge, and the old name means the new one', async () => {
  const ask = ['contact', 'merge-units', PLAN, '--from', other.name, '--into', unit.name, '--reason'];
  expect(await w.json(...ask, '改革')).toMatchObject({ code: 1, error: { code: 'REASON_REQUIRED' } });
  expect(await w.json(...ask, '机构改革职责划转')).toMatchObject({ code: 0 });
  await w.json('contact', 'add', PLAN, '--name', '钱某戊', '--unit', other.name);
  expect((await contacts(unit)).map(({ name }) => name)).toContain('钱某戊');
});

test('what nobody signed is a list, and acts on duties say what they need', async () => {
  expect(await w.json('task', 'unsigned', PLAN)).toMatchObject({ code: 0, value: [] });
  expect((await w.run('task', 'unsigned', PLAN)).out).toContain('各单位均已签收。');
  const task = await w.prisma.task.findFirstOrThrow({ where: { planId: PLAN } });
  expect(await w.json('task', 'reassign', task.id, '--to', unit.name, '--reason', '职责已划转该局')).toMatchObject({
    code: 1,
    error: { code: 'PLAN_NOT_READY' },
  });
  expect(await w.json('task', 'dispute', task.id, '--reason', '职责已划转该局')).toMatchObject({
    code: 1,
    error: { code: 'INPUT_INVALID' },
  });
});

test('a coordinator is appointed once, gets a code, may act in that plan alone, and is dismissed', async () => {
  const asked = ['contact', 'appoint', PLAN, '--name', '徐某办', '--role', 'coordinator'];
  const { value } = await w.json(...asked);
  const { personId } = value as { personId: string };
  expect(await w.json(...asked)).toMatchObject({
    value: { personId, summary: expect.stringContaining('此前已是办公室协调员') },
  });
  expect(await w.json('contact', 'bind', personId)).toMatchObject({ code: 0, value: { ok: true } });
  const listed = (await w.json('contact', 'list', PLAN)).value as { office: object[] };
  expect(listed.office).toEqual([expect.objectContaining({ personId, name: '徐某办', roles: ['coordinator'] })]);
  const add = (plan: string) =>
    w.json('contact', 'appoint', plan, '--name', '徐某组', '--role', 'leader', '--as', personId);
  expect(await add(PLAN)).toMatchObject({ code: 0 });
  expect(await add('bazhong')).toMatchObject({ code: 1, error: { code: 'NOT_PERMITTED' } });
  expect(await w.json('contact', 'dismiss', PLAN, personId, '--as', personId)).toMatchObject({
    code: 1,
    error: { code: 'INPUT_INVALID' },
  });
  expect(await w.json('contact', 'dismiss', PLAN, '徐某办')).toMatchObject({ code: 0 });
  expect(await add(PLAN)).toMatchObject({ code: 1, error: { code: 'NOT_PERMITTED' } });
  const kinds = await w.prisma.event.findMany({
    where: { planId: PLAN, kind: { in: ['roleGranted', 'roleEnded'] } },
    orderBy: { seq: 'asc' },
    select: { kind: true, via: true },
  });
  expect(kinds).toEqual(['roleGranted', 'roleGranted', 'roleEnded'].map((kind) => ({ kind, via: 'cli' })));
});
