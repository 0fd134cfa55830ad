import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptAllChanges } from '../../../bot/desk/amend/accept-all.ts';
import { acceptChange } from '../../../bot/desk/amend/accept-change.ts';
import { amendmentList } from '../../../bot/desk/amend/amendment-list.ts';
import { declineChange } from '../../../bot/desk/amend/decline-change.ts';
import { proposeAmendment } from '../../../bot/desk/amend/propose-amendment.ts';
import { rematchTasks } from '../../../bot/desk/amend/rematch-tasks.ts';
import { resumeAmendments } from '../../../bot/desk/amend/resume-amendments.ts';
import type { DeskActor } from '../../../bot/desk/deps.ts';
import type { PlanFacts } from '../../../domain/plan/types.ts';
import { RefusedError } from '../../../domain/refusals.ts';
import { chenzhou } from '../../../seeds/plans/chenzhou.ts';
import { deskWorld, refusalsOn, type DeskWorld } from './desk-world.ts';
import { planId, runningPlan } from './running-plan.ts';

let world: DeskWorld;
let isDown = false;
const asked: { entityId: string; actId: string }[] = [];

beforeAll(async () => {
  world = await deskWorld();
  await runningPlan(world);
  const { decide } = world.deps.updates;
  world.deps.updates.decide = async (entityId, by) => {
    if (isDown) throw new RefusedError('TEMPORAL_UNAVAILABLE');
    asked.push({ entityId, actId: by.actId });
    return decide(entityId, by);
  };
});
afterAll(() => world.close());

const [first, second, third] = chenzhou.tasks as [PlanFacts['tasks'][0], PlanFacts['tasks'][0], PlanFacts['tasks'][0]];
const [outsider] = chenzhou.units.filter(
  ({ name }) => !first.responsibleUnits.includes(name) && name !== chenzhou.office.name,
);
const version = (...tasks: PlanFacts['tasks']): PlanFacts => ({
  ...chenzhou,
  contacts: [],
  tasks: [...tasks, ...chenzhou.tasks.slice(tasks.length)],
});
const amended = version(
  { ...first, responsibleUnits: [...first.responsibleUnits, outsider?.name ?? ''] },
  { ...second, due: '2010-12' },
  { ...third, no: '(二十)' },
);
const propose = (facts: unknown, by: DeskActor = world.office) => proposeAmendment(world.deps, by, { planId, facts });
const accept = (changeId: string) => acceptChange(world.deps, world.office, { planId, changeId });
const statuses = async () => {
  const { amendments } = await amendmentList(world.deps, world.office, { planId });
  return Object.fromEntries((amendments[0]?.changes ?? []).map(({ id, status, carried }) => [id, [status, carried]]));
};
const unitIn = `t0.responsibleUnits+${outsider?.name ?? ''}`;

test('a plan that does not run is imported anew, not amended', async () => {
  await expect(propose(amended)).rejects.toMatchObject({ refusal: { code: 'PLAN_NOT_READY' } });
  expect(await refusalsOn(world.prisma, planId)).toContain('PLAN_NOT_READY');
  await world.prisma.plan.update({ where: { id: planId }, data: { status: 'running' } });
});

test('whoever is not of the office amends nothing, on record', async () => {
  const stranger: DeskActor = { ...world.office, personId: 'p', name: '某人', grants: [{ planId, role: 'leader' }] };
  await expect(propose(amended, stranger)).rejects.toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
  expect(await refusalsOn(world.prisma, planId)).toContain('NOT_PERMITTED');
});

test('what is not a plan is refused with its place', async () => {
  await expect(propose({ title: '方案' })).rejects.toMatchObject({ refusal: { code: 'PLAN_INVALID' } });
});

test('the plan as it is has no changes, and leaves no amendment', async () => {
  expect(await propose(version())).toMatchObject({ no: null, open: 0 });
  expect(await world.prisma.amendment.count()).toBe(0);
});

test('a new version stands open, and the same again is the same', async () => {
  expect(await propose(amended)).toMatchObject({ no: 1, open: 3, alreadyThere: false });
  expect(await propose(amended)).toMatchObject({ no: 1, open: 3, alreadyThere: true });
  expect(Object.keys(await statuses())).toEqual([unitIn, 't1.due', 't2.no']);
});

test('an accepted change reaches plan and workflow once', async () => {
  await accept(unitIn);
  await accept(unitIn);
  expect(asked).toHaveLength(1);
  const { act } = world.decided.at(-1) as (typeof world.decided)[0];
  expect(act.act).toMatchObject({ kind: 'amend', amendment: { changeId: unitIn, partsIn: [{ role: 'responsible' }] } });
  const { facts } = await world.prisma.plan.findUniqueOrThrow({ where: { id: planId } });
  expect((facts as unknown as PlanFacts).tasks[0]?.responsibleUnits).toContain(outsider?.name);
  expect(await world.prisma.event.count({ where: { planId, kind: 'changeAccepted' } })).toBe(1);
});

test('what was accepted is not declined any more', async () => {
  await expect(declineChange(world.deps, world.office, { planId, changeId: unitIn })).rejects.toMatchObject({
    refusal: { code: 'CHANGE_DECIDED' },
  });
  await expect(rematchTasks(world.deps, world.office, { planId, pin: { old: 0, now: 1 } })).rejects.toMatchObject({
    refusal: { code: 'CHANGE_DECIDED' },
  });
});

test('a change that no version has is unknown', async () => {
  await expect(accept('t99.title')).rejects.toMatchObject({ refusal: { code: 'CHANGE_UNKNOWN' } });
});

test('an accepted change whose workflows are out of reach is carried later, as the same act', async () => {
  isDown = true;
  await expect(accept('t1.due')).rejects.toMatchObject({ refusal: { code: 'TEMPORAL_UNAVAILABLE' } });
  expect((await statuses())['t1.due']).toEqual(['accepted', false]);
  await resumeAmendments(world.deps);
  isDown = false;
  await resumeAmendments(world.deps);
  await resumeAmendments(world.deps);
  expect((await statuses())['t1.due']).toEqual(['accepted', true]);
  expect(asked).toHaveLength(2);
  expect(asked.at(-1)?.actId.endsWith('/t1.due')).toBe(true);
  const { dates } = await world.prisma.plan.findUniqueOrThrow({ where: { id: planId } });
  // As the plan was shifted by 17 years at its start.
  expect((dates as unknown as { tasks: { due: { effective: string } }[] }).tasks[1]?.due.effective).toBe('2027-12-31');
});

test('a declined change leaves the plan, and may be accepted later', async () => {
  await declineChange(world.deps, world.office, { planId, changeId: 't2.no' });
  expect((await statuses())['t2.no']).toEqual(['declined', false]);
  expect(await propose(amended)).toMatchObject({ open: 0, alreadyThere: true });
  await accept('t2.no');
  const task = await world.prisma.task.findFirstOrThrow({ where: { planId, ordinal: 2 } });
  expect(task.no).toBe('(二十)');
});

test('a newer version takes the place of the older one, whose changes are decided no more', async () => {
  const removed = { ...amended, tasks: amended.tasks.slice(0, -1), phases: amended.phases.slice(0, 2) };
  const { no } = await propose(removed);
  expect(no).toBe(2);
  await expect(acceptChange(world.deps, world.office, { planId, changeId: unitIn, no: 1 })).resolves.toMatchObject({
    summary: '该项改动此前已采纳。',
  });
  const last = chenzhou.tasks.length - 1;
  const row = await world.prisma.task.findFirstOrThrow({ where: { planId, ordinal: last } });
  expect(await acceptAllChanges(world.deps, world.office, { planId })).toMatchObject({ accepted: 2, left: 0 });
  expect(world.decided.at(-1)).toMatchObject({
    entityId: `task/${row.id}`,
    act: { act: { kind: 'amend', amendment: { cancel: { mergedInto: null } } } },
  });
  expect(await world.prisma.task.findUniqueOrThrow({ where: { id: row.id } })).toMatchObject({ title: row.title });
});

test('a unit that tasks still name stays in the list', async () => {
  const listed = chenzhou.units.filter(({ name }) => name !== outsider?.name);
  const renamed = { ...outsider, name: '市新设局', short: '新设', aliases: [] };
  const tasks = amended.tasks.slice(0, -1).map((task) => ({
    ...task,
    responsibleUnits: task.responsibleUnits.map((name) => (name === outsider?.name ? renamed.name : name)),
  }));
  await propose({ ...amended, tasks, units: [...listed, renamed] });
  await expect(accept(`u-${outsider?.name}`)).rejects.toMatchObject({ refusal: { code: 'CHANGE_CONFLICT' } });
  const { left } = await acceptAllChanges(world.deps, world.office, { planId });
  expect(left).toBe(0);
  expect(await world.prisma.unit.count({ where: { planId, name: { in: [renamed.name, outsider?.name ?? ''] } } })).toBe(
    2,
  );
});

test('what was answered and is not registered yet comes before the end of its part', async () => {
  const [unit] = await world.prisma.unit.findMany({ where: { planId, name: first.responsibleUnits[1] ?? '' } });
  const personId = 'answering';
  await world.prisma.person.create({ data: { id: personId, name: '某联络员' } });
  await world.prisma.membership.create({
    data: { id: 'm-answering', personId, unitId: unit?.id ?? '', rank: 'liaison', taskIds: [] },
  });
  const row = {
    clockId: 'real',
    channel: 'web',
    externalId: personId,
    personId,
    kind: 'text',
    text: '已办',
    payload: {},
  };
  const now = new Date();
  await world.prisma.inbox.create({ data: { id: 'in1', dedupeKey: 'in1', ...row, receivedAt: now, planAt: now } });
  const fewer = amended.tasks.map((task, at) =>
    at === 0 ? { ...task, responsibleUnits: task.responsibleUnits.filter((name) => name !== unit?.name) } : task,
  );
  await propose({ ...amended, tasks: fewer });
  const id = `t0.responsibleUnits-${unit?.name ?? ''}`;
  const before = asked.length;
  const { summary } = await accept(id);
  expect(summary).toContain('登记后即下达');
  await resumeAmendments(world.deps);
  expect(asked).toHaveLength(before);
  await world.prisma.inbox.update({ where: { id: 'in1' }, data: { status: 'done', doneAt: now } });
  await resumeAmendments(world.deps);
  expect(asked).toHaveLength(before + 1);
});

test('a unit whose contacts are named task by task has one for a task that comes to it', async () => {
  const [unit] = await world.prisma.unit.findMany({ where: { planId, name: first.responsibleUnits[0] ?? '' } });
  const ids = (await world.prisma.task.findMany({ where: { planId }, orderBy: { ordinal: 'asc' } })).map(
    ({ id }) => id,
  );
  for (const [at, taskIds] of [[ids[0] ?? ''], [ids[1] ?? '']].entries()) {
    await world.prisma.person.create({ data: { id: `by-task-${at}`, name: `某联络员${at}` } });
    await world.prisma.membership.create({
      data: { id: `m-by-task-${at}`, personId: `by-task-${at}`, unitId: unit?.id ?? '', rank: 'liaison', taskIds },
    });
  }
  const added = { ...first, no: '(三十)', title: '建立信息共享通报制度', responsibleUnits: [unit?.name ?? ''] };
  await propose({ ...amended, tasks: [...amended.tasks, added] });
  await accept(`n${amended.tasks.length}`);
  const task = await world.prisma.task.findFirstOrThrow({ where: { planId, no: '(三十)' } });
  const contacts = await world.prisma.membership.findMany({
    where: { unitId: unit?.id ?? '', taskIds: { has: task.id } },
  });
  expect(contacts.map(({ id }) => id)).toEqual(['m-by-task-0']);
});
