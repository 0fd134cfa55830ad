import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCliWorld, type CliWorld, type Ran } from './cli-world.ts';

/** Two tasks, one of them without a lead unit, and a share that can't be. */
const PLAN = `示例市河道整治行动方案

为改善河道环境,制定本方案。行动时间自2027年3月至2027年12月。

一、行动目标

到2027年12月,河道水质达标率达到19800%。

二、主要任务

(一)清理河面漂浮物。组织专业队伍定期清理河面漂浮物。〔牵头单位:市水利局;责任单位:市城管局、东城县〕

(二)排查入河排口。对入河排口逐一登记造册。〔责任单位:市生态环境局、市住建局〕

三、实施步骤

(一)动员部署阶段(2027年3月)。制定实施细则。

(二)组织实施阶段(2027年4月至2027年11月)。按月调度。

(三)总结验收阶段(2027年12月)。开展总结验收。
`;

let w: CliWorld;
let folder: string;
beforeAll(async () => {
  w = await openCliWorld();
  folder = mkdtempSync(join(tmpdir(), 'duban-import-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await w.close();
});

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
/** Id of the question about a place. */
const idAt = ({ error }: Ran, place: string): string =>
  error?.problems?.find(({ at }) => at.includes(place))?.at.split(' ')[1] ?? '';
const imported = () => w.prisma.plan.findFirst({ where: { title: '示例市河道整治行动方案' } });

test('a document with open questions is refused with each of them, its id and its proposal', async () => {
  const ran = await w.json('plan', 'import', file('方案.txt', PLAN));
  expect(ran).toMatchObject({ code: 1, out: '', error: { code: 'READING_OPEN' } });
  expect(ran.error?.message).toContain('--accept-proposals');
  expect(idAt(ran, '/tasks/1/leadUnits')).not.toBe('');
  expect(idAt(ran, '/targets/0')).not.toBe('');
  expect(await imported()).toBeNull();
});

test('an answer to nothing that was asked changes nothing', async () => {
  const path = file('方案.txt', PLAN);
  expect(await w.json('plan', 'import', path, '--answer', 'weather=晴')).toMatchObject({
    code: 1,
    error: { code: 'USAGE' },
  });
  expect(await w.json('plan', 'import', path, '--set', '/tasks/9/title=甲')).toMatchObject({
    code: 1,
    error: { code: 'INPUT_INVALID' },
  });
  expect(await w.prisma.planReading.findMany({ select: { edits: true, answers: true } })).toEqual([
    { edits: [], answers: [] },
  ]);
});

test('answered on the command line it is imported, and again it is the same plan', async () => {
  const path = file('方案.txt', PLAN);
  const open = await w.json('plan', 'import', path);
  const id = idAt(open, '/tasks/1/leadUnits');
  const figure = `${idAt(open, '/targets/0')}=98`;
  const answer = ['--answer', `${id}=市生态环境局`, '--answer', figure, '--set', '/tasks/0/due=2027-10'];
  const ran = await w.json('plan', 'import', path, ...answer, '--accept-proposals');
  expect(ran).toMatchObject({ code: 0, value: { ok: true, alreadyThere: false } });
  const plan = await imported();
  expect(plan?.facts).toMatchObject({
    tasks: [
      { title: '清理河面漂浮物', leadUnits: ['市水利局'], due: '2027-10' },
      { title: '排查入河排口', leadUnits: ['市生态环境局'] },
    ],
  });
  expect(await w.json('plan', 'import', path)).toMatchObject({
    code: 0,
    value: { planId: plan?.id, alreadyThere: true },
  });
  expect(await w.prisma.plan.count({ where: { title: plan?.title ?? '' } })).toBe(1);
});

test('what is no plan, and what cannot be opened, is refused in its own sentence', async () => {
  expect(await w.json('plan', 'import', file('a.txt', '今天天气很好。'))).toMatchObject({
    code: 1,
    error: { code: 'NOT_A_PLAN' },
  });
  expect(await w.json('plan', 'import', file('b.docx', 'PK\u0003\u0004zip'))).toMatchObject({
    code: 1,
    error: { code: 'DOCUMENT_REFUSED' },
  });
  expect(await w.json('plan', 'import', join(folder, 'nowhere.txt'))).toMatchObject({
    code: 1,
    error: { code: 'FILE_UNREADABLE' },
  });
  expect(await w.json('plan', 'import', file('c.json', '{'))).toMatchObject({
    code: 1,
    error: { code: 'FILE_UNREADABLE' },
  });
});

test('tasks are split, moved, merged and added by their pointers, and imported as they then stand', async () => {
  const arranged = PLAN.replaceAll('河道整治', '湖泊整治');
  const set = (...places: string[]): string[] => places.flatMap((place) => ['--set', place]);
  const ran = await w.json(
    'plan',
    'import',
    file('湖泊.txt', arranged),
    '--accept-proposals',
    ...set('/targets/0/value=95', '/tasks/0/split=清理湖面漂浮物;清运岸线垃圾', '/tasks/1/after='),
    ...set('/tasks/-=开展回头看', '/tasks/-/leadUnits=市水利局', '/tasks/-=另行通报', '/tasks/4/into=3'),
  );
  expect(ran).toMatchObject({ code: 0 });
  const plan = await w.prisma.plan.findFirst({ where: { title: '示例市湖泊整治行动方案' } });
  const tasks = await w.prisma.task.findMany({ where: { planId: plan?.id ?? '' }, orderBy: { ordinal: 'asc' } });
  expect(tasks.map(({ title }) => title)).toEqual([
    '排查入河排口',
    '清理湖面漂浮物',
    '清运岸线垃圾',
    '开展回头看;另行通报',
  ]);
});
