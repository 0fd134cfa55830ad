import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ActivityDeps } from '../../../activities/deps.ts';
import { issuePrompts } from '../../../activities/issue-prompts.ts';
import { draftNotice } from '../../../bot/desk/notices/draft-notice.ts';
import { noticeList, noticeView } from '../../../bot/desk/notices/notice-list.ts';
import { dropNotice, releaseNotice } from '../../../bot/desk/notices/settle-notice.ts';
import { taskStory } from '../../../bot/desk/views/task-story.ts';
import { today } from '../../../bot/desk/views/today.ts';
import { decideIssue } from '../../../domain/supervision/decide-issue.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import { claim, done, at, reply, report, scheduled, stateOf } from '../../domain/supervision/fixtures.ts';
import { checkpoint, deskWorld, refusalsOn, type DeskWorld } from './desk-world.ts';

const planId = 'chenzhou';
const START = at('2026-01-05 10:00');
/** Ten working days after 25 March 2026, over Qingming. */
const LATE = at('2026-04-09 09:15');

let world: DeskWorld;
let taskId = '';
let state: SupervisedState;

beforeAll(async () => {
  world = await deskWorld();
  taskId = (await world.prisma.task.findFirstOrThrow({ where: { planId } })).id;
});
afterAll(() => world.close());

beforeEach(async () => {
  const unit = await world.prisma.unit.findFirstOrThrow({ where: { planId, relation: 'subordinate' } });
  await world.prisma.notice.deleteMany();
  await world.prisma.officeItem.deleteMany();
  await world.prisma.prompt.deleteMany();
  await world.prisma.checkpoint.deleteMany();
  const part = { id: 'p1', unitId: unit.id, role: 'lead' as const, relation: 'subordinate' as const };
  const entityId = `task/${taskId}`;
  const fresh = scheduled(stateOf({ planId, clockId: 'real', entityId, parts: [part] }), START);
  state = { ...done(reply(fresh, { kind: 'receipt' }, START)), pendingEvents: [], eventSeq: 0 };
  await checkpoint(world.prisma, state);
  world.setNow(new Date(LATE));
});

const drafted = async (kind: 'blue' | 'yellow' | 'red' | 'circular' = 'red'): Promise<string> =>
  (await draftNotice(world.deps, world.office, { taskId, kind })).noticeId;
const list = () => noticeList(world.deps, world.office, { planId, taskId });
const codeOf = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => 'done',
    (error: { refusal: { code: string } }) => error.refusal.code,
  );
const waiting = async (): Promise<string[]> =>
  (await today(world.deps, world.office, { planId })).decisions.map(({ kind }) => kind);

test('at the tenth working day a circular is drafted with its facts, once, and waits for the office', async () => {
  const { clockId } = await world.prisma.plan.findUniqueOrThrow({ where: { id: planId } });
  const deps: ActivityDeps = {
    prisma: world.prisma,
    entities: world.deps.entities,
    ports: new Map(),
    failpoints: async () => {},
    log: () => {},
  };
  const turn = decideIssue({ ...state, clockId }, LATE);
  state = { ...turn.state, version: 1 };
  const { entityId, kind, generation, version, status } = state;
  const projection = { entityId, kind, planId, generation, version, events: [], state, status, nextAt: null };
  for (let n = 0; n < 2; n += 1)
    await issuePrompts(deps, { projection, issued: turn.issued, now: LATE, offsetMs: 0, clockId });
  const [row, ...others] = await list();
  expect(others).toEqual([]);
  expect(row).toMatchObject({
    kind: 'circular',
    name: '通报',
    label: '草稿',
    draftedBy: '系统',
    canRelease: true,
    body: { duty: 'report', cycle: '2026Q1', dueOn: '2026-03-25', daysLate: 10, light: 'red', answers: [] },
  });
  expect(await waiting()).toContain('circular');
  expect(await world.prisma.prompt.findFirst({ where: { entityId, rung: 'o10' } })).toMatchObject({
    status: 'sent',
    reason: 'circular-draft',
  });
});

test('by hand it is drafted once; released it is on record and leaves the list', async () => {
  const id = await drafted();
  expect(await drafted()).toBe(id);
  expect(await waiting()).toContain('notice');
  expect(await releaseNotice(world.deps, world.office, { id })).toMatchObject({
    summary: expect.stringContaining('已核发红色督办单'),
  });
  expect(await noticeView(world.deps, world.office, { id })).toMatchObject({
    status: 'released',
    label: '已核发',
    settledBy: world.office.name,
    canRelease: false,
  });
  expect(await waiting()).not.toContain('notice');
  const { story } = await taskStory(world.deps, world.office, { taskId });
  expect(story.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['办公室起草红色督办单。', '办公室核发红色督办单。']),
  );
});

test('of two who decide at once one does, and the other is told how it went', async () => {
  const id = await drafted();
  const codes = await Promise.all([
    codeOf(releaseNotice(world.deps, world.office, { id })),
    codeOf(releaseNotice(world.deps, world.office, { id })),
  ]);
  expect(codes.toSorted()).toEqual(['NOTICE_SETTLED', 'done']);
  expect(await codeOf(dropNotice(world.deps, world.office, { id, reason: '已另行约谈' }))).toBe('NOTICE_SETTLED');
});

test('dropped it keeps its reason, which has to say something', async () => {
  const id = await drafted();
  expect(await codeOf(dropNotice(world.deps, world.office, { id, reason: '无' }))).toBe('REASON_REQUIRED');
  await dropNotice(world.deps, world.office, { id, reason: '已当面说明情况' });
  expect((await list())[0]).toMatchObject({ status: 'dropped', label: '不予印发', reason: '已当面说明情况' });
});

test.each([
  ['报送', '已报送', report()],
  ['办结', '已报送', claim],
])('after the %s came it is not released any more, but may be dropped', async (_, label, reading) => {
  const id = await drafted();
  await checkpoint(world.prisma, done(reply(state, reading, LATE)));
  expect((await list())[0]).toMatchObject({ label, canRelease: false });
  expect(await waiting()).not.toContain('notice');
  expect(await codeOf(releaseNotice(world.deps, world.office, { id }))).toBe('NOTICE_ANSWERED');
  expect(await codeOf(dropNotice(world.deps, world.office, { id, reason: '已收到报送' }))).toBe('done');
});

test('a task that was accepted before the release is marked so', async () => {
  const id = await drafted();
  await checkpoint(world.prisma, { ...state, status: 'closed' });
  expect((await list())[0]).toMatchObject({ label: '已办结', canRelease: false });
  expect(await codeOf(releaseNotice(world.deps, world.office, { id }))).toBe('NOTICE_ANSWERED');
});

test('its colour is the light: red and circular for what is overdue, blue for what is due soon', async () => {
  expect(await codeOf(drafted('blue'))).toBe('NOTICE_NOT_DUE');
  expect(await codeOf(drafted('yellow'))).toBe('NOTICE_NOT_DUE');
  expect(await codeOf(drafted('circular'))).toBe('done');
  world.setNow(new Date(at('2026-03-20 10:00')));
  expect(await codeOf(drafted('red'))).toBe('NOTICE_NOT_DUE');
  expect(await codeOf(drafted('blue'))).toBe('done');
});

test('units that are not subordinate get none, and a liaison decides on none', async () => {
  const parts = state.parts.map((part) => ({ ...part, relation: 'independent' as const }));
  await checkpoint(world.prisma, { ...state, parts });
  expect(await codeOf(drafted())).toBe('NOTICE_NOT_SUBORDINATE');
  const nobody = { ...world.office, personId: randomUUID(), grants: [{ planId, role: 'liaison' }] };
  expect(await codeOf(noticeList(world.deps, nobody, { planId }))).toBe('NOT_PERMITTED');
  expect(await refusalsOn(world.prisma, planId)).toEqual(
    expect.arrayContaining(['NOTICE_NOT_SUBORDINATE', 'NOT_PERMITTED']),
  );
});
