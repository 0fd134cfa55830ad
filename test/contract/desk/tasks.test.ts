import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptTask } from '../../../bot/desk/accept.ts';
import { actorOf } from '../../../bot/desk/actor-of.ts';
import { addContact } from '../../../bot/desk/add-contact.ts';
import { assignUnit } from '../../../bot/desk/assign-unit.ts';
import { makeCode } from '../../../bot/desk/make-code.ts';
import { makeLink } from '../../../bot/desk/make-link.ts';
import { nudge } from '../../../bot/desk/nudge.ts';
import { settleItem } from '../../../bot/desk/settle-item.ts';
import { people } from '../../../bot/desk/views/people.ts';
import { taskStory } from '../../../bot/desk/views/task-story.ts';
import { today } from '../../../bot/desk/views/today.ts';
import { redeemCode } from '../../../bot/directory/codes.ts';
import { bindAccount } from '../../../bot/directory/bind-account.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import { putOfficeItem } from '../../../prisma/office-items.ts';
import { checkpoint, deskWorld, MONDAY, refusalsOn, type DeskWorld } from './desk-world.ts';
import { planId, runningPlan } from './running-plan.ts';

let world: DeskWorld;
let states: SupervisedState[];

beforeAll(async () => {
  world = await deskWorld();
  states = await runningPlan(world);
});
afterAll(() => world.close());

const taskId = (at: number): string => (states[at]?.entityId ?? '').slice('task/'.length);
const withParts = (): number =>
  states.findIndex(({ parts }) => parts.some(({ relation }) => relation === 'subordinate'));

test('today counts tasks by their worst part, in one reading of the states', async () => {
  const view = await today(world.deps, world.office, { planId, temporalUi: 'http://127.0.0.1:1' });
  expect(view.counts.overdue).toBe(view.board.filter(({ light }) => light === 'red').length);
  expect(view.counts.overdue).toBeGreaterThan(0);
  expect(view).toMatchObject({
    timersWaiting: states.length,
    temporalUi: 'http://127.0.0.1:1',
    day: { kind: 'workday', windows: '09:00–11:30 14:30–17:00' },
  });
  expect(view.board[withParts()]).toMatchObject({ label: '逾期' });
});

test('a typed reply that awaits its author marks the cell, and a bound contact is named in it', async () => {
  const state = states[withParts()] as SupervisedState;
  const part = state.parts.find(({ relation }) => relation === 'subordinate') as SupervisedState['parts'][number];
  const unit = await world.prisma.unit.findUniqueOrThrow({ where: { id: part.unitId } });
  const { personId } = await addContact(world.deps, world.office, {
    planId,
    name: '李某',
    unit: unit.short,
    rank: 'liaison',
  });
  expect(
    (await addContact(world.deps, world.office, { planId, name: '李某', unit: unit.name, rank: 'liaison' })).personId,
  ).toBe(personId);
  const { code, expiresAt } = await makeCode(world.deps, world.office, { personId });
  expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now());
  expect(await redeemCode(world.prisma, { code, source: 'test', purpose: 'bind' })).toBe(personId);
  await bindAccount(world.prisma, { channel: 'web', team: '', externalId: personId }, personId);
  await world.prisma.proposal.create({
    data: {
      id: 'pr1',
      inboxId: 'i1',
      planId,
      personId,
      words: '已完成一半',
      planAt: MONDAY,
      askAgainAt: MONDAY,
      items: [
        {
          entityId: state.entityId,
          partId: part.id,
          no: null,
          title: '',
          progressBefore: null,
          reading: { kind: 'report' },
        },
      ],
    },
  });
  const cell = (await today(world.deps, world.office, { planId })).board[withParts()]?.cells.find(
    ({ partId }) => partId === part.id,
  );
  expect(cell).toMatchObject({ unconfirmed: true, contactId: personId, light: 'red' });
  expect((await people(world.deps, world.office, { planId })).units.find(({ id }) => id === unit.id)?.contacts).toEqual(
    [
      {
        personId,
        name: '李某',
        rank: 'liaison',
        channels: ['web'],
        accounts: [
          {
            channel: 'web',
            name: null,
            boundAt: expect.any(String),
            lastUsedAt: expect.any(String),
            failed: null,
          },
        ],
        away: null,
      },
    ],
  );
  const story = await taskStory(world.deps, world.office, { taskId: taskId(withParts()) });
  expect(story.story).toMatchObject([{ words: '已完成一半', outcome: '待本人核对' }]);
  expect(story.slots.every(({ outcome, ruleLabel }) => outcome === 'planned' && !/[a-z]{3}/.test(ruleLabel))).toBe(
    true,
  );
});

test('a liaison may not do what the office does; the refusal is an Event', async () => {
  const { personId } = await world.prisma.membership.findFirstOrThrow({ where: { person: { name: '李某' } } });
  const liaison = await actorOf(world.prisma, personId, 'page');
  await expect(nudge(world.deps, liaison, { taskId: taskId(0) })).rejects.toMatchObject({
    refusal: { code: 'NOT_PERMITTED' },
  });
  await expect(makeLink(world.deps, liaison, { personId: 'local-coordinator' })).rejects.toMatchObject({
    refusal: { code: 'NOT_PERMITTED' },
  });
  expect(await refusalsOn(world.prisma, planId)).toContain('NOT_PERMITTED');
});

test('a nudge carries the instant from which the next is allowed, three working days on', async () => {
  const state = states[withParts()] as SupervisedState;
  const part = state.parts.find(({ relation }) => relation === 'subordinate');
  await nudge(world.deps, world.office, { taskId: taskId(withParts()), partId: part?.id });
  expect(world.decided.at(-1)).toMatchObject({
    entityId: state.entityId,
    act: { act: { kind: 'nudge', partId: part?.id, earliestNext: '2026-12-03T01:00:00.000Z' }, ownPartIds: [] },
  });
});

test('a unit that is not subordinate is telephoned, not nudged', async () => {
  const state = { ...(states[withParts()] as SupervisedState) };
  const parts = state.parts.map((part) => ({ ...part, relation: 'independent' as const }));
  await checkpoint(world.prisma, { ...state, parts });
  await expect(
    nudge(world.deps, world.office, { taskId: taskId(withParts()), partId: parts[0]?.id }),
  ).rejects.toMatchObject({ refusal: { code: 'NUDGE_NOT_SUBORDINATE' } });
  await checkpoint(world.prisma, state);
});

test('a member of a unit decides on none of its parts', async () => {
  const state = states[withParts()] as SupervisedState;
  const [part] = state.parts;
  await world.prisma.membership.create({
    data: { id: 'm-own', personId: 'local-coordinator', unitId: part?.unitId ?? '', rank: 'supervisor' },
  });
  await acceptTask(world.deps, await actorOf(world.prisma, 'local-coordinator', 'cli'), {
    taskId: taskId(withParts()),
    partId: part?.id,
  });
  expect(world.decided.at(-1)?.act.ownPartIds).toContain(part?.id);
  await world.prisma.membership.delete({ where: { id: 'm-own' } });
});

test('a task without a unit waits in the decisions until one is assigned', async () => {
  const state = { ...(states[0] as SupervisedState), parts: [] };
  await checkpoint(world.prisma, state);
  await putOfficeItem(world.prisma, {
    planId,
    key: `unassigned/${state.entityId}`,
    kind: 'unassigned',
    entityId: state.entityId,
    body: { no: state.no, title: state.title },
    planAt: MONDAY,
  });
  const [waiting] = (await today(world.deps, world.office, { planId })).decisions;
  expect(waiting).toMatchObject({ kind: 'unassigned', actions: ['assign', 'open'] });
  const unit = await world.prisma.unit.findFirstOrThrow({ where: { planId, kind: 'department' } });
  await assignUnit(world.deps, world.office, { taskId: taskId(0), unit: unit.name, role: 'lead' });
  expect(world.decided.at(-1)?.act.act).toMatchObject({
    kind: 'assign',
    parts: [{ id: 'p1', unitId: unit.id, role: 'lead' }],
  });
  expect((await today(world.deps, world.office, { planId })).decisions).toEqual([]);
  expect(await settleItem(world.deps, world.office, { itemId: waiting?.id ?? '' })).toEqual({
    summary: '此前已办理。',
  });
  await expect(
    assignUnit(world.deps, world.office, { taskId: taskId(0), unit: '不存在的局', role: 'lead' }),
  ).rejects.toMatchObject({ refusal: { code: 'UNIT_UNKNOWN' } });
});
