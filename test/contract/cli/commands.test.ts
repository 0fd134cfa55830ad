import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chenzhou } from '../../../seeds/plans/chenzhou.ts';
import { asIfRunning, openCliWorld, type CliWorld } from './cli-world.ts';

let w: CliWorld;
let folder: string;
beforeAll(async () => {
  w = await openCliWorld();
  folder = mkdtempSync(join(tmpdir(), 'duban-cli-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await w.close();
});

const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const refusals = async (code: string) =>
  (await w.prisma.event.findMany({ where: { kind: 'refused', body: { path: ['code'], equals: code } } })).length;

test('plan list gives the loaded plans as JSON alone, with the option before or after', async () => {
  for (const argv of [
    ['plan', 'list', '--json'],
    ['--json', 'plan', 'list'],
  ]) {
    const ran = await w.run(...argv);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect((ran.value as { id: string }[]).map(({ id }) => id)).toContain('chenzhou');
  }
});

test('without --json it speaks to a person', async () => {
  const ran = await w.run('plan', 'show', 'chenzhou');
  expect(ran.code).toBe(0);
  expect(ran.out).toContain(chenzhou.title);
  expect(() => JSON.parse(ran.out)).toThrow();
});

test('a plan may be named by a piece of its title', async () => {
  expect((await w.json('plan', 'show', '郴州')).value).toMatchObject({ id: 'chenzhou' });
});

test('what does not exist is a sentence and a code on standard error, and nothing on standard output', async () => {
  expect(await w.json('plan', 'show', 'no-such-plan')).toMatchObject({
    code: 1,
    out: '',
    error: { code: 'PLAN_UNKNOWN' },
  });
  expect(await w.json('task', 'show', 'no-such-task')).toMatchObject({
    code: 1,
    out: '',
    error: { code: 'TASK_UNKNOWN' },
  });
  expect(await w.json('contact', 'bind', 'nobody')).toMatchObject({
    code: 1,
    out: '',
    error: { code: 'CONTACT_UNKNOWN' },
  });
  expect((await w.run('plan', 'show', 'no-such-plan')).err).toContain('duban plan list');
});

test('a command line that cannot be read is a usage error, as JSON where JSON was asked for', async () => {
  for (const argv of [
    ['plan', 'fly'],
    ['phase', 'advance', 'chenzhou'],
    ['plan', 'redate', 'chenzhou', '--mode', 'later'],
    ['reply', '--as', 'demo-1', '--progress', '300'],
  ]) {
    expect(await w.json(...argv)).toMatchObject({ code: 1, out: '', error: { code: 'USAGE' } });
  }
});

test('a plan of the past is not started before its dates are chosen, and the refusal is on record', async () => {
  expect(await w.json('plan', 'start', 'chenzhou')).toMatchObject({ code: 1, error: { code: 'PLAN_DATES_PAST' } });
  expect(await refusals('PLAN_DATES_PAST')).toBe(1);
  expect((await w.json('plan', 'redate', 'chenzhou')).value).toMatchObject({ defaultMode: 'shift' });
  expect((await w.json('plan', 'show', 'chenzhou')).value).toMatchObject({ status: 'draft' });
  expect(await w.json('plan', 'redate', 'chenzhou', '--mode', 'shift', '--reason', '按顺延排定')).toMatchObject({
    code: 0,
  });
  expect((await w.json('plan', 'show', 'chenzhou')).value).toMatchObject({ status: 'ready' });
  const event = await w.prisma.event.findFirstOrThrow({ where: { kind: 'planRedated' } });
  expect(event).toMatchObject({ via: 'cli', actor: { id: 'local-coordinator' } });
});

test('with Temporal away, what needs it says so', async () => {
  expect(await w.json('plan', 'redate', 'bazhong', '--mode', 'shift')).toMatchObject({ code: 0 });
  expect(await w.json('plan', 'start', 'bazhong')).toMatchObject({ code: 1, error: { code: 'TEMPORAL_UNAVAILABLE' } });
});

test('acting as somebody without the right is refused and recorded', async () => {
  const liaison = await w.prisma.membership.findFirstOrThrow({
    where: { rank: 'liaison', person: { demo: true, grants: { none: { role: 'coordinator' } } } },
  });
  const ran = await w.json('plan', 'start', 'huangshi', '--as', liaison.personId);
  expect(ran).toMatchObject({ code: 1, error: { code: 'NOT_PERMITTED' } });
  const [event] = await w.prisma.event.findMany({
    where: { kind: 'refused', actor: { path: ['id'], equals: liaison.personId } },
  });
  expect(event).toMatchObject({ entityId: 'desk/huangshi', via: 'cli' });
  expect(await w.json('plan', 'list', '--as', 'no-such-person')).toMatchObject({
    code: 1,
    error: { code: 'CONTACT_UNKNOWN' },
  });
});

test('a plan file is imported once; a broken one names the place and the rule', async () => {
  const facts = { ...chenzhou, title: '另一份工作方案' };
  const first = await w.json('plan', 'import', file('plan.json', facts));
  expect(first).toMatchObject({ code: 0, value: { alreadyThere: false } });
  expect(await w.json('plan', 'import', file('plan.json', facts))).toMatchObject({
    code: 0,
    value: { alreadyThere: true },
  });
  expect(await w.json('plan', 'import', file('broken.json', { ...facts, tasks: [{ title: 5 }] }))).toMatchObject({
    code: 1,
    error: { code: 'PLAN_INVALID', message: expect.stringContaining('tasks[0]') },
  });
  expect(await w.json('plan', 'import', file('text.json', '{'))).toMatchObject({
    code: 1,
    error: { code: 'FILE_UNREADABLE' },
  });
  expect(await w.json('plan', 'import', join(folder, 'none.json'))).toMatchObject({
    code: 1,
    error: { code: 'FILE_UNREADABLE' },
  });
});

test('a contact is added and gets a code', async () => {
  const unit = await w.prisma.unit.findFirstOrThrow({ where: { planId: 'chenzhou' } });
  const added = await w.json('contact', 'add', 'chenzhou', '--name', '周某宁', '--unit', unit.short);
  expect(added).toMatchObject({ code: 0, value: { ok: true } });
  const { personId } = added.value as { personId: string };
  expect(await w.json('contact', 'bind', personId)).toMatchObject({
    code: 0,
    value: { code: expect.stringMatching(/^[\dA-Z-]{16,}$/) },
  });
  expect(await w.json('contact', 'add', 'chenzhou', '--name', '周某', '--unit', '火星局')).toMatchObject({
    code: 1,
    error: { code: 'UNIT_UNKNOWN' },
  });
});

test('a link opens the page once', async () => {
  const { value } = await w.json('link');
  expect((value as { url: string }).url).toMatch(/^http:\/\/127\.0\.0\.1:9\/\?code=/);
  expect(await w.prisma.oneTimeCode.count({ where: { purpose: 'login', personId: 'local-coordinator' } })).toBe(1);
});

test('verify recomputes the chains and fails where one was touched', async () => {
  expect(await w.json('verify')).toMatchObject({ code: 0, value: { ok: true, broken: [] } });
  await w.prisma.$transaction([
    // Only the owner of the tables can take the guard away; the chain tells all the same.
    w.prisma.$executeRaw`ALTER TABLE "Event" DISABLE TRIGGER USER`,
    w.prisma.$executeRaw`UPDATE "Event" SET "via" = 'page' WHERE "kind" = 'planRedated' AND "planId" = 'chenzhou'`,
    w.prisma.$executeRaw`ALTER TABLE "Event" ENABLE TRIGGER USER`,
  ]);
  const ran = await w.json('verify');
  expect(ran).toMatchObject({ code: 1, value: { ok: false }, error: { code: 'CHAIN_BROKEN' } });
});

test('a published year is loaded as the next version of the calendar', async () => {
  const notice = {
    year: 2027,
    published: true,
    source: '国办发明电〔2026〕×号',
    rest: ['2027-01-01', '2027-10-01'],
    work: ['2027-02-20'],
  };
  expect(await w.json('calendar', 'import', file('2027.json', notice))).toMatchObject({ code: 0, value: { ok: true } });
  const bad = await w.json('calendar', 'import', file('bad.json', { ...notice, rest: ['2027-01-01'] }));
  expect(bad).toMatchObject({ code: 1, error: { code: 'INPUT_INVALID', message: expect.stringContaining('rest') } });
});

test('doctor tells what is wrong and what to do, though half of it is away', async () => {
  const ran = await w.json('doctor');
  expect(ran).toMatchObject({ code: 1, error: { code: 'UNHEALTHY' } });
  const { checks } = ran.value as { checks: { name: string; state: string; todo: string }[] };
  expect(checks.find(({ name }) => name === '数据库')).toMatchObject({ state: 'ok', todo: '' });
  expect(checks.find(({ name }) => name === 'Temporal')).toMatchObject({
    state: 'bad',
    todo: expect.stringContaining('npm start'),
  });
});

test('a breakdown plan is listed, and a sub-item that is put on record while Temporal is away is there once', async () => {
  await asIfRunning(w, 'huangshi');
  const sheet = file(
    '分解表.csv',
    '序号,任务,牵头单位,责任单位,完成时限\n1,开展摸底调查,,,\n2,整理历史材料,星际事务局,,\n',
  );
  const under = ['--plan', 'huangshi', '--under', '1'];
  const listed = await w.json('task', 'breakdown', '1', sheet, '--plan', 'huangshi');
  expect((listed.value as { rows: { status: string }[] }).rows.map(({ status }) => status)).toEqual(['new', 'refused']);
  expect((await w.run('task', 'breakdown', '1', sheet, '--plan', 'huangshi')).out).toContain(
    '没有名为“星际事务局”的单位',
  );
  const wrong = await w.json('task', 'breakdown', '1', sheet, '--plan', 'huangshi', '--accept', '7');
  expect(wrong).toMatchObject({ code: 1, error: { code: 'USAGE' } });
  const late = await w.json('task', 'add', '某项工作', ...under, '--due', '2020-01-01');
  expect(late.error).toMatchObject({ code: 'SUB_ITEM_PAST' });
  for (const _ of [1, 2])
    expect((await w.json('task', 'add', '编制台账', ...under)).error).toMatchObject({ code: 'TEMPORAL_UNAVAILABLE' });
  expect(await w.prisma.task.findMany({ where: { planId: 'huangshi', parentId: { not: null } } })).toMatchObject([
    { no: '1.1', title: '编制台账' },
  ]);
});
