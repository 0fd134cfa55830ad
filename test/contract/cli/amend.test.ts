import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chenzhou } from '../../../seeds/plans/chenzhou.ts';
import { openCliWorld, type CliWorld } from './cli-world.ts';

const planId = 'chenzhou';
let w: CliWorld;
let folder: string;
let version: string;

beforeAll(async () => {
  w = await openCliWorld();
  folder = mkdtempSync(join(tmpdir(), 'duban-cli-'));
  version = join(folder, '新版.json');
  const tasks = chenzhou.tasks.map((task, at) => (at === 0 ? { ...task, title: `${task.title}工作` } : task));
  writeFileSync(version, JSON.stringify({ ...chenzhou, docNumber: '示政办函〔2026〕9号', tasks }));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await w.close();
});

test('a plan that does not run is not amended', async () => {
  const ran = await w.json('plan', 'amend', planId, version);
  expect(ran).toMatchObject({ code: 1, error: { code: 'PLAN_NOT_READY' } });
});

test('a new version gives its changes with their ids; the same again gives them again', async () => {
  await w.json('plan', 'redate', planId, '--mode', 'shift');
  await w.prisma.plan.update({ where: { id: planId }, data: { status: 'running' } });
  for (const alreadyThere of [false, true]) {
    const ran = await w.json('plan', 'amend', planId, version);
    expect(ran).toMatchObject({ code: 0, value: { no: 1, alreadyThere } });
    const { changes } = ran.value as { changes: { id: string; status: string }[] };
    expect(changes.map(({ id, status }) => [id, status])).toEqual([
      ['plan.docNumber', 'open'],
      ['t0.title', 'open'],
    ]);
  }
});

test('changes are accepted and declined one by one, and listed with what became of them', async () => {
  expect(await w.json('plan', 'amend', planId, '--accept', 'plan.docNumber')).toMatchObject({ code: 0 });
  expect(await w.json('plan', 'amend', planId, '--decline', 't0.title')).toMatchObject({ code: 0 });
  const listed = await w.run('plan', 'amend', planId);
  expect(listed.out).toContain('已采纳');
  expect(listed.out).toContain('不采纳');
  const { facts } = await w.prisma.plan.findUniqueOrThrow({ where: { id: planId } });
  expect(facts).toMatchObject({
    docNumber: '示政办函〔2026〕9号',
    tasks: chenzhou.tasks.map(({ title }) => ({ title })),
  });
});

test('what is asked wrongly is said in a sentence', async () => {
  expect(await w.json('plan', 'amend', planId, '--accept', 't9.nothing')).toMatchObject({
    code: 1,
    error: { code: 'CHANGE_UNKNOWN' },
  });
  const both = await w.json('plan', 'amend', planId, '--accept', 'all', '--decline', 't0.title');
  expect(both.code).not.toBe(0);
  expect((await w.json('plan', 'amend', planId, '--match', '3')).code).not.toBe(0);
});

test('tasks of two plans with like names are proposed', async () => {
  const ran = await w.json('task', 'shared');
  expect(ran.code).toBe(0);
  expect(Array.isArray(ran.value)).toBe(true);
});
