import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptTask } from '../../../bot/desk/accept.ts';
import { acceptChange } from '../../../bot/desk/amend/accept-change.ts';
import { amendmentList } from '../../../bot/desk/amend/amendment-list.ts';
import { proposeAmendment } from '../../../bot/desk/amend/propose-amendment.ts';
import { cancelTask } from '../../../bot/desk/cancel-task.ts';
import { pauseTask } from '../../../bot/desk/requests/pause-task.ts';
import { resumeTask } from '../../../bot/desk/requests/resume-task.ts';
import { acceptBreakdown } from '../../../bot/desk/sub-items/accept-breakdown.ts';
import { addSubItem } from '../../../bot/desk/sub-items/add-sub-item.ts';
import { resumeSubItems } from '../../../bot/desk/sub-items/carry-sub-items.ts';
import { readBreakdown } from '../../../bot/desk/sub-items/read-breakdown.ts';
import { taskList } from '../../../bot/desk/views/task-list.ts';
import { today } from '../../../bot/desk/views/today.ts';
import type { PlanFacts } from '../../../domain/plan/types.ts';
import { planSpan } from '../../../prisma/plan-span.ts';
import { RefusedError } from '../../../domain/refusals.ts';
import { refusalsOn } from './desk-world.ts';
import { planId } from './running-plan.ts';
import { treeWorld, withParts, type TreeWorld } from './tree-world.ts';

let world: TreeWorld;
let unit: string;
let other: string;

beforeAll(async () => {
  world = await treeWorld();
  const rows = await world.prisma.unit.findMany({
    where: { planId, kind: 'department', relation: 'subordinate' },
    orderBy: { ordinal: 'asc' },
  });
  [unit = '', other = ''] = rows.map(({ name }) => name);
});
afterAll(() => world.close());

const asked = (title: string, over: object = {}) => ({ title, lead: [unit], responsible: [], dueOn: null, ...over });
const add = (at: number, title: string, over: object = {}) =>
  addSubItem(world.played, world.office, { parentId: world.taskId(at), ...asked(title, over) });
const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof RefusedError ? error.refusal.code : String(error)),
  );

test('a sub-item is a task of its own: numbered under its parent, with its units, owed by its parent’s day', async () => {
  const parent = await world.state(world.taskId(2));
  const first = await add(2, '编制工作台账', { responsible: [other] });
  const second = await add(2, '组织专项检查', { lead: [other], dueOn: '2026-12-18' });
  expect(first.no).toMatch(/^3\.1$/);
  expect(second.no).toMatch(/^3\.2$/);
  expect(first.summary).toBe('已列入分解任务第3.1项。');
  expect(await world.state(first.taskId)).toMatchObject({ no: '3.1', dueOn: parent.dueOn, status: 'open' });
  expect((await world.state(first.taskId)).parts.map(({ role }) => role)).toEqual(['lead', 'responsible']);
  expect(await world.state(second.taskId)).toMatchObject({ dueOn: '2026-12-18' });
  expect(world.started).toContain(`task/${first.taskId}`);
});

test('the same title again is the same sub-item', async () => {
  const again = await add(2, ' 编制工作台账。');
  expect(again).toMatchObject({ alreadyThere: true, no: '3.1' });
  expect(await world.prisma.task.count({ where: { parentId: world.taskId(2) } })).toBe(2);
});

test('two people adding at once get two numbers, and the same title once', async () => {
  const made = await Promise.all([add(4, '起草方案'), add(4, '征求意见'), add(4, '起草方案')]);
  expect(new Set(made.map(({ no }) => no)).size).toBe(2);
  expect(made.filter(({ alreadyThere }) => alreadyThere)).toHaveLength(1);
});

test('each thing that is wrong with a sub-item has its refusal, on record', async () => {
  const { taskId } = await add(2, '编制工作台账');
  const parentDue = (await world.state(world.taskId(2))).dueOn ?? '';
  expect(await refusalOf(add(2, '晚于上级', { dueOn: '2099-12-31' }))).toBe('SUB_ITEM_DUE');
  expect(await refusalOf(add(2, '到期同日', { dueOn: parentDue }))).toBe('done');
  expect(await refusalOf(add(2, '已过日期', { dueOn: '2026-11-20' }))).toBe('SUB_ITEM_PAST');
  expect(await refusalOf(add(2, '不是日期', { dueOn: '12月' }))).toBe('INPUT_INVALID');
  expect(await refusalOf(add(2, '某'))).toBe('INPUT_INVALID');
  expect(await refusalOf(add(2, '没有的单位', { lead: ['不存在局'] }))).toBe('UNIT_UNKNOWN');
  expect(await refusalOf(addSubItem(world.played, world.office, { parentId: taskId, ...asked('再分解') }))).toBe(
    'SUB_ITEM_NESTED',
  );
  expect(await refusalsOn(world.prisma, planId)).toEqual(
    expect.arrayContaining(['SUB_ITEM_DUE', 'SUB_ITEM_PAST', 'UNIT_UNKNOWN', 'SUB_ITEM_NESTED']),
  );
});

test('a task that isn’t chosen, is put off, claimed or over takes no sub-items', async () => {
  const id = world.taskId(5);
  const before = await world.state(id);
  const withState = async (change: object): Promise<string> => {
    await world.put(id, () => ({ ...before, ...change }));
    return refusalOf(add(5, '某项工作'));
  };
  expect(await withState({ optional: true })).toBe('SUB_ITEM_OPTIONAL');
  const paused = {
    since: before.startedAt,
    until: '2026-12-31',
    resumeAt: before.startedAt,
    reason: '待上级文件',
    parts: [],
  };
  expect(await withState({ paused })).toBe('TASK_PAUSED');
  expect(await withState(withParts(before, { completion: 'claimed' }))).toBe('SUB_ITEM_CLAIMED');
  expect(await withState({ status: 'closed' })).toBe('TASK_CLOSED');
  await world.put(id, () => before);
});

test('a sub-item that is on record without a workflow is started by the housekeeping, once', async () => {
  await world.prisma.checkpoint.delete({ where: { entityId: `task/${(await add(2, '编制工作台账')).taskId}` } });
  const before = world.started.length;
  await resumeSubItems(world.played);
  expect(world.started.length).toBeGreaterThan(before);
});

test('the list stands as a tree; a late sub-item makes its task late, with its name, and counts with it', async () => {
  const [parentId, sub] = [world.taskId(2), await add(2, '编制工作台账')];
  await world.put(parentId, (state) => withParts(state, { duties: [] }));
  const late = { kind: 'completion', cycle: 'once', seq: 1, dueOn: '2026-11-26', countFrom: '2026-11-26' } as const;
  const at = {
    dueAt: '2026-11-26T09:30:00.000Z',
    redAt: '2026-11-26T09:30:00.000Z',
    openFrom: '2026-11-23T00:00:00.000Z',
  };
  await world.put(sub.taskId, (state) => withParts(state, { duties: [{ ...late, ...at }] }));
  const rows = await taskList(world.played, world.office, { planId });
  const place = rows.findIndex(({ taskId }) => taskId === parentId);
  expect(rows[place]).toMatchObject({ light: 'red', label: '逾期', parentId: null, subItems: { total: 3, done: 0 } });
  expect(rows[place]?.why).toMatch(/^分解任务第3\.1项:.*已逾期2个工作日/);
  expect(rows.slice(place + 1, place + 4).map(({ no, parentId: of }) => [no, of])).toEqual([
    ['3.1', parentId],
    ['3.2', parentId],
    ['3.3', parentId],
  ]);
  const view = await today(world.played, world.office, { planId });
  const top = view.board.filter((row) => row.parentId === null);
  expect(view.counts.overdue).toBe(top.filter(({ light }) => light === 'red').length);
  expect(view.plan.tasks).toBe(top.length);
});

test('a task is not accepted while a sub-item is open, unless with a reason that stays on record', async () => {
  const parentId = world.taskId(2);
  await world.put(parentId, (state) => withParts(state, { completion: 'claimed', claimedBy: 'somebody' }));
  const refused = await acceptTask(world.played, world.office, { taskId: parentId }).catch((error: unknown) => error);
  expect(refused).toMatchObject({ refusal: { code: 'SUB_ITEMS_OPEN', details: { total: 3, open: 3 } } });
  expect((refused as RefusedError).refusal.message).toContain('第3.1项、第3.2项、第3.3项');
  expect(await refusalOf(acceptTask(world.played, world.office, { taskId: parentId, reason: '可' }))).toBe(
    'SUB_ITEMS_OPEN',
  );
  const done = await acceptTask(world.played, world.office, { taskId: parentId, reason: '主体工作已经完成' });
  expect(done.summary).toBe('任务已验收办结;3项分解任务仍在办理,继续督办');
  expect(await world.state(parentId)).toMatchObject({ status: 'closed' });
});

test('putting a task off puts off its sub-items, and both go on together; one put off by itself stays so', async () => {
  const parentId = world.taskId(6);
  const [one, two] = [await add(6, '开展培训'), await add(6, '组织测评')];
  const early = { reason: '等待上级部署', until: '2027-01-15' };
  await world.put(two.taskId, (state) => ({
    ...state,
    paused: { since: state.startedAt, resumeAt: '2027-01-15T00:00:00.000Z', parts: [], ...early },
  }));
  const refused = pauseTask(world.played, world.office, {
    taskId: parentId,
    until: '2026-11-20',
    reason: '等待上级部署',
  });
  expect(await refusalOf(refused)).toBe('PAUSE_DATE');
  expect((await world.state(one.taskId)).paused).toBeUndefined();
  const done = await pauseTask(world.played, world.office, {
    taskId: parentId,
    until: '2027-01-08',
    reason: '机构调整期间',
  });
  expect(done.summary).toMatch(/其1项分解任务一并暂缓$/);
  expect((await world.state(one.taskId)).paused).toMatchObject({ until: '2027-01-08', reason: '机构调整期间' });
  const on = await resumeTask(world.played, world.office, { taskId: parentId, reason: '机构调整完成' });
  expect(on.summary).toMatch(/其1项分解任务一并恢复$/);
  expect((await world.state(two.taskId)).paused).toMatchObject({ until: '2027-01-15' });
});

test('a sub-item is neither put off nor extended beyond its task', async () => {
  const { taskId } = await add(6, '开展培训');
  const due = (await world.state(world.taskId(6))).dueOn ?? '';
  expect(await planSpan(world.prisma, planId, `task/${taskId}`)).toMatchObject({ parentDue: due });
  await world.put(taskId, (state) => ({ ...state, dueOn: due }));
  const asked = pauseTask(world.played, world.office, { taskId, until: '2027-03-01', reason: '等待上级部署' });
  expect(await refusalOf(asked)).toBe('SUB_ITEM_DUE');
});

test('a cancelled task takes its sub-items with it', async () => {
  const parentId = world.taskId(7);
  const [one, two] = [await add(7, '摸底调查'), await add(7, '汇总上报')];
  expect(await refusalOf(cancelTask(world.played, world.office, { taskId: parentId, reason: '不' }))).toBe(
    'REASON_REQUIRED',
  );
  await cancelTask(world.played, world.office, { taskId: two.taskId, reason: '与上级工作重复' });
  expect(await world.state(one.taskId)).toMatchObject({ status: 'open' });
  const done = await cancelTask(world.played, world.office, { taskId: parentId, reason: '上级已另行部署' });
  expect(done.summary).toBe('任务已取消,其1项分解任务一并取消');
  expect(await world.state(one.taskId)).toMatchObject({ status: 'cancelled' });
});

test('a plan amended without the task ends its sub-items; another number is theirs too; others’ places stay', async () => {
  const [parentId, other] = [world.taskId(8), world.taskId(9)];
  const [gone, kept] = [await add(8, '制定办法'), await add(9, '印发通知')];
  const { facts } = await world.prisma.plan.findUniqueOrThrow({ where: { id: planId } });
  const { contacts: _known, ...plan } = facts as unknown as PlanFacts;
  const tasks = plan.tasks.map((task, at) => (at === 9 ? { ...task, no: '(三十)' } : task)).filter((_, at) => at !== 8);
  await proposeAmendment(world.played, world.office, { planId, facts: { ...plan, contacts: [], tasks } });
  const { amendments } = await amendmentList(world.played, world.office, { planId });
  for (const { id } of amendments[0]?.changes ?? [])
    await acceptChange(world.played, world.office, { planId, changeId: id });
  expect(await world.state(parentId)).toMatchObject({ status: 'cancelled' });
  expect(await world.state(gone.taskId)).toMatchObject({ status: 'cancelled' });
  expect(await world.state(kept.taskId)).toMatchObject({ status: 'open', no: '30.1' });
  expect(await world.prisma.task.findUniqueOrThrow({ where: { id: kept.taskId } })).toMatchObject({
    no: '30.1',
    parentId: other,
  });
});

test('a breakdown plan is read out of a sheet as a list; what is accepted is added once, however often the file comes', async () => {
  const parentId = world.taskId(3);
  const due = (await world.state(parentId)).dueOn ?? '';
  const sheet = [
    '序号,任务,牵头单位,责任单位,完成时限',
    `1,开展摸底调查,${unit},,2026-12-18`,
    `2,组织集中培训,${unit},${other},`,
    `3,完成总结验收,${unit},,2099-12-31`,
    '4,清理历史档案,星际事务局,,2026年12月底前',
  ].join('\n');
  const read = () =>
    readBreakdown(world.played, world.office, { parentId, bytes: Buffer.from(sheet), fileName: '分解表.csv' });
  const { rows, summary } = await read();
  expect(rows.map(({ title, status, dueOn }) => [title, status, dueOn])).toEqual([
    ['开展摸底调查', 'new', '2026-12-18'],
    ['组织集中培训', 'new', null],
    ['完成总结验收', 'refused', '2099-12-31'],
    ['清理历史档案', 'refused', '2026-12-31'],
  ]);
  expect(rows[2]?.problem).toContain('不得晚于上级任务的时限');
  expect(rows[3]?.problem).toContain('没有名为“星际事务局”的单位');
  expect(summary).toBe('共读到4项,可列入2项,2项不能列入。');
  const asked = rows.map(({ title, lead, responsible, dueOn }) => ({ title, lead, responsible, dueOn }));
  const made = await acceptBreakdown(world.played, world.office, { parentId, rows: asked });
  expect(made).toMatchObject({ added: 2, there: 0, refused: [{ title: '完成总结验收' }, { title: '清理历史档案' }] });
  const again = await read();
  expect(again.rows.map(({ status, no }) => [status, no])).toEqual([
    ['there', '4.1'],
    ['there', '4.2'],
    ['refused', null],
    ['refused', null],
  ]);
  expect(await acceptBreakdown(world.played, world.office, { parentId, rows: asked.slice(0, 2) })).toMatchObject({
    added: 0,
    there: 2,
  });
  expect(await world.prisma.task.findMany({ where: { parentId }, orderBy: { ordinal: 'asc' } })).toMatchObject([
    { no: '4.1', dueOn: '2026-12-18' },
    { no: '4.2', dueOn: null },
  ]);
  expect(due > '2026-12-31').toBe(true);
});

test('what is no breakdown plan, or not for this person, is refused', async () => {
  const read = (text: string, by = world.office) =>
    refusalOf(readBreakdown(world.played, by, { parentId: world.taskId(3), bytes: Buffer.from(text), fileName: '' }));
  expect(await read('')).toBe('DOCUMENT_REFUSED');
  expect(await read('今天天气很好。')).toBe('NOT_A_PLAN');
  expect(await read('某项', { ...world.office, grants: [{ planId, role: 'leader' }] })).toBe('NOT_PERMITTED');
});
