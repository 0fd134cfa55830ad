import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DeskActor, DeskDeps } from '../../../bot/desk/deps.ts';
import { linkTasks } from '../../../bot/desk/shared/link-tasks.ts';
import { unlinkTask } from '../../../bot/desk/shared/unlink-task.ts';
import { storyEntries } from '../../../bot/desk/views/story-entries.ts';
import { RefusedError } from '../../../domain/refusals.ts';
import type { Prisma } from '../../../prisma/client.ts';
import { sharedRungs } from '../../../prisma/shared-rungs.ts';
import { incoming, prompt, queued, say } from './acts.ts';
import { playedDesk } from './played-desk.ts';
import { PERSON, talkingWorld } from './talk.ts';
import { CLOCK, partId, PLAN, partIn, putState, stateIn } from './world-seed.ts';

const { world, refusals } = talkingWorld();
const PLAN_2 = 'plan-2';
const OTHER = 'task-x';
const OTHER_PART = 'px';
const office: DeskActor = {
  personId: 'person-office',
  name: '周某',
  via: 'test',
  grants: [{ planId: null, role: 'coordinator' }],
  memberships: [],
};
const desk = (): DeskDeps =>
  playedDesk(
    world().prisma,
    { now: async () => world().clock.now, offsetMs: async () => 0 },
    { asked: [], isDown: () => false },
  );
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof RefusedError) return error.refusal.code;
      throw error;
    },
  );

/** The same task of 市科技局 in a second plan, whose report is due on another day. */
async function otherPlan(dueOn: string): Promise<void> {
  const { prisma } = world();
  const plan = await prisma.plan.findUniqueOrThrow({ where: { id: PLAN } });
  await prisma.plan.upsert({
    where: { id: PLAN_2 },
    update: {},
    create: {
      id: PLAN_2,
      clockId: CLOCK,
      title: '某市知识产权强市建设实施方案',
      status: 'running',
      facts: plan.facts as Prisma.InputJsonValue,
      policy: plan.policy as Prisma.InputJsonValue,
    },
  });
  const unit = await prisma.unit.findUniqueOrThrow({ where: { id: 'unit-a' } });
  await prisma.unit.upsert({
    where: { id: 'unit-a2' },
    update: {},
    create: { ...unit, id: 'unit-a2', planId: PLAN_2 },
  });
  await prisma.task.upsert({
    where: { id: OTHER },
    update: {},
    create: { id: OTHER, planId: PLAN_2, ordinal: 0, no: '3', title: '制定知识产权规划', facts: {} },
  });
  const state = await stateIn(prisma, 'task-9');
  await putState(prisma, {
    ...state,
    entityId: `task/${OTHER}`,
    planId: PLAN_2,
    no: '3',
    title: '制定知识产权规划',
    parts: state.parts.map((part) => ({
      ...part,
      id: OTHER_PART,
      unitId: 'unit-a2',
      duties: part.duties.map((duty) => (duty.kind === 'report' ? { ...duty, dueOn } : duty)),
    })),
  });
}

const reportDuty = async (taskId: string) =>
  (await partIn(world().prisma, taskId)).duties.find(({ kind }) => kind === 'report');
const rung = (part: string, unitId: string, dueOn: string) =>
  ({ partId: part, unitId, duty: 'report', cycle: '2026Q4', rung: 'd3', dueOn }) as const;

const groupOf = async (taskId: string) => (await world().prisma.sharedTask.findUnique({ where: { taskId } }))?.groupId;

beforeAll(() => otherPlan('2026-12-20'));

describe('one task in two plans', () => {
  it('is refused for tasks of one plan, without a common unit, and to whom it isn’t granted', async () => {
    const before = (await refusals()).length;
    const link = (taskId: string, otherTaskId: string, actor = office) =>
      codeOf(linkTasks(desk(), actor, { taskId, otherTaskId }));
    expect(await link('task-9', 'task-2')).toBe('SHARED_SAME_PLAN');
    expect(await link('task-8', OTHER)).toBe('SHARED_NO_UNIT');
    expect(await link('task-9', 'nothing')).toBe('TASK_UNKNOWN');
    expect(await link('task-9', OTHER, { ...office, grants: [{ planId: PLAN, role: 'coordinator' }] })).toBe(
      'NOT_PERMITTED',
    );
    expect(await codeOf(unlinkTask(desk(), office, { taskId: 'task-9' }))).toBe('SHARED_NOT_LINKED');
    expect((await refusals()).length - before).toBeGreaterThanOrEqual(3);
  });

  it('is asked by the plan that wants it first, and what waits in the other ends with the reason', async () => {
    const { prisma } = world();
    const waiting = await queued(world(), 'task-9', 'report');
    expect((await linkTasks(desk(), office, { taskId: 'task-9', otherTaskId: OTHER })).summary).toContain(
      '制定知识产权规划',
    );
    expect((await linkTasks(desk(), office, { taskId: OTHER, otherTaskId: 'task-9' })).summary).toBe('此前已关联。');
    expect(await prisma.prompt.findUniqueOrThrow({ where: { id: waiting } })).toMatchObject({
      status: 'superseded',
      reason: '与《某市知识产权强市建设实施方案》第3项合并报送',
    });
    const mine = rung(partId('task-9'), 'unit-a', '2026-12-25');
    const theirs = rung(OTHER_PART, 'unit-a2', '2026-12-20');
    expect((await sharedRungs(prisma, 'task/task-9', [mine])).has(mine)).toBe(true);
    expect((await sharedRungs(prisma, `task/${OTHER}`, [theirs])).has(theirs)).toBe(false);
    const nudge = { ...mine, rung: 'nudge-1' as const };
    expect((await sharedRungs(prisma, 'task/task-9', [nudge])).has(nudge)).toBe(false);
  });

  it('takes one answer for both, each with an item of its own', async () => {
    const { prisma } = world();
    const filled = await say(
      world(),
      incoming(PERSON, 'web', {
        kind: 'form',
        payload: {
          lines: [{ entityId: 'task/task-9', partId: partId('task-9'), words: '规划已送审', progress: 70 }],
        },
      }),
    );
    expect(filled.text).toContain('《某市知识产权强市建设实施方案》同步办理');
    expect((await reportDuty('task-9'))?.filedAt).toBeDefined();
    expect((await reportDuty(OTHER))?.filedAt).toBeDefined();
    expect(await partIn(prisma, OTHER)).toMatchObject({ progress: 70, lastWords: '规划已送审' });
    const items = await prisma.inboxItem.findMany({ where: { inboxId: filled.row.id }, orderBy: { entityId: 'asc' } });
    expect(
      items.map(({ entityId, outcome, reading }) => [
        entityId,
        outcome,
        (reading as { sharedFrom?: string }).sharedFrom,
      ]),
    ).toEqual([
      ['task/task-9', 'recorded', undefined],
      [`task/${OTHER}`, 'recorded', items[0]?.id],
    ]);
  });

  it('takes back in both what is taken back in time', async () => {
    const { prisma } = world();
    const filled = await say(
      world(),
      incoming(PERSON, 'web', {
        kind: 'form',
        payload: {
          lines: [{ entityId: 'task/task-9', partId: partId('task-9'), words: '误报', progress: 99 }],
        },
      }),
    );
    expect((await partIn(prisma, OTHER)).progress).toBe(99);
    const back = await say(
      world(),
      incoming(PERSON, 'web', { kind: 'button', payload: { buttonId: filled.buttons['撤回'] } }),
    );
    expect(back.row.outcome).toBe('recorded');
    expect((await partIn(prisma, 'task-9')).progress).toBe(70);
    expect((await partIn(prisma, OTHER)).progress).toBe(70);
  });

  it('closes the card that asked for it in the other plan', async () => {
    const { prisma } = world();
    const state = await stateIn(prisma, OTHER);
    const parts = state.parts.map((part) => ({
      ...part,
      duties: part.duties.map(({ filedAt: _filedAt, late: _late, ...duty }) => duty),
    }));
    await putState(prisma, { ...state, parts });
    const { deliveryId: card } = await prompt(world(), PERSON, 'web', [['task-9', 'report']]);
    await prisma.prompt.updateMany({
      where: { deliveryId: card },
      data: { entityId: `task/${OTHER}`, partId: OTHER_PART, unitId: 'unit-a2', planId: PLAN_2 },
    });
    await say(
      world(),
      incoming(PERSON, 'web', {
        kind: 'form',
        payload: { lines: [{ entityId: 'task/task-9', partId: partId('task-9'), words: '规划已印发', progress: 75 }] },
      }),
    );
    expect((await reportDuty(OTHER))?.filedAt).toBeDefined();
    expect((await prisma.delivery.findUniqueOrThrow({ where: { id: card } })).closedAt).not.toBeNull();
  });

  it('tells the story of both when it was linked', async () => {
    const story = await storyEntries(world().prisma, {
      no: null,
      title: '',
      planId: PLAN_2,
      entityId: `task/${OTHER}`,
      parts: [],
      unitName: () => null,
    });
    expect(story.map(({ text }) => text)).toContain(
      '与《某市知识产权试点工作方案》第(九)项"研究制定知识产权发展战略与规划"关联:每期只提示一次,报送同时登记。',
    );
  });

  it('of three asks by itself again once the one that asked for it is unlinked: the last rung of an open period comes back', async () => {
    const { prisma } = world();
    const state = await stateIn(prisma, 'task-9');
    const parts = state.parts.map((part) => ({
      ...part,
      duties: part.duties.map(({ filedAt: _filedAt, late: _late, ...duty }) => duty),
    }));
    await putState(prisma, { ...state, parts });
    await prisma.sharedTask.create({
      data: { taskId: 'task-8', groupId: (await groupOf(OTHER)) ?? '', linkedBy: {}, planAt: new Date() },
    });
    await unlinkTask(desk(), office, { taskId: OTHER });
    expect(await prisma.sharedTask.count()).toBe(2);
    await unlinkTask(desk(), office, { taskId: 'task-8' });
    const again = await prisma.prompt.findMany({
      where: { entityId: 'task/task-9', status: 'queued', duty: 'report' },
    });
    expect(again).toHaveLength(1);
    expect(again[0]).toMatchObject({ reason: null, settledAt: null });
    expect(await prisma.sharedTask.count()).toBe(0);
    await otherPlan('2026-12-20');
    await say(
      world(),
      incoming(PERSON, 'web', {
        kind: 'form',
        text: randomUUID(),
        payload: { lines: [{ entityId: 'task/task-9', partId: partId('task-9'), words: '再报', progress: 80 }] },
      }),
    );
    expect((await partIn(prisma, OTHER)).progress).not.toBe(80);
  });
});
