import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ActivityDeps } from '../../../activities/deps.ts';
import { issuePrompts } from '../../../activities/issue-prompts.ts';
import { project } from '../../../activities/project.ts';
import type { Projection } from '../../../activities/types.ts';
import { unitsWithoutRank } from '../../../activities/units-without-rank.ts';
import { decideIssue, supervisorsDue } from '../../../domain/supervision/decide-issue.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import { deskWorld, type DeskWorld } from '../desk/desk-world.ts';
import { act, at, done, reply, report, scheduled, stateOf } from '../../domain/supervision/fixtures.ts';

const START = at('2026-01-05 10:00');
/** The first quarter's report was due on 25 March 2026. */
const DUE = at('2026-04-01 09:15');
const ID = 'p1:report:2026Q1:1';
const SEND_FROM = at('2026-04-01 14:30');

let world: DeskWorld;
let deps: ActivityDeps;
let kicks = 0;
let unitId = '';
let entityId = '';
let state: SupervisedState;

beforeAll(async () => {
  world = await deskWorld();
  const entities = { ...world.deps.entities, kickSender: async () => void (kicks += 1) };
  deps = { prisma: world.prisma, entities, ports: new Map(), failpoints: async () => {}, log: () => {} };
});
afterAll(() => world.close());

beforeEach(async () => {
  const unit = await world.prisma.unit.findFirstOrThrow({ where: { planId: 'chenzhou', relation: 'subordinate' } });
  unitId = unit.id;
  entityId = `task/${randomUUID()}`;
  await world.prisma.membership.deleteMany({ where: { unitId } });
  await world.prisma.officeItem.deleteMany();
  const part = { id: 'p1', unitId, role: 'lead' as const, relation: 'subordinate' as const };
  const fresh = scheduled(stateOf({ planId: 'chenzhou', clockId: 'real', entityId, parts: [part] }), START);
  state = { ...done(reply(fresh, { kind: 'receipt' }, START)), pendingEvents: [], eventSeq: 0 };
});

/** As the workflow flushes: the whole state with its events, then without them. */
async function flush(write: (projection: Projection) => Promise<void>): Promise<void> {
  const version = state.version + 1;
  const events = state.pendingEvents;
  state = { ...state, version, pendingEvents: [] };
  const { kind, planId, generation, status } = state;
  await write({ entityId, kind, planId, generation, version, events, state, status, nextAt: null });
}

/** What is due by `now`, as the workflow's loop issues it. */
async function issue(now: string): Promise<void> {
  const withoutRank = await unitsWithoutRank(deps, { entityId, unitIds: supervisorsDue(state, now) });
  const turn = decideIssue(state, now, withoutRank);
  state = turn.state;
  await flush((projection) =>
    issuePrompts(deps, { projection, issued: turn.issued, now, offsetMs: 0, clockId: 'real' }),
  );
}

async function supervisor(channel: string | null = 'web'): Promise<void> {
  const id = randomUUID();
  const accounts = channel === null ? {} : { accounts: { create: { id, channel, externalId: id } } };
  await world.prisma.person.create({
    data: { id, name: '孙某', memberships: { create: { id, unitId, rank: 'supervisor', taskIds: [] } }, ...accounts },
  });
}

const rung = (name = 'o5') => world.prisma.prompt.findFirstOrThrow({ where: { entityId, rung: name } });
const items = async (): Promise<string[]> =>
  (await world.prisma.officeItem.findMany({ orderBy: { kind: 'asc' } })).map(({ kind }) => kind);

test('a rung for a supervisor is held, and the office is asked once', async () => {
  await supervisor();
  await issue(DUE);
  expect(await rung()).toMatchObject({ status: 'held', audience: 'supervisor', settledAt: null });
  expect(await items()).toEqual(['escalation']);
  expect(await world.prisma.officeItem.findFirst()).toMatchObject({ body: { escalationId: ID, duty: 'report' } });
  expect(state.escalations).toHaveLength(1);
});

test('released, it is queued from the instant that was named, and the sender is told, again after a crash', async () => {
  await supervisor();
  await issue(DUE);
  state = done(act(state, { kind: 'release-escalation', id: ID, sendFrom: SEND_FROM }, at('2026-04-01 10:00')));
  kicks = 0;
  let last: Projection | undefined;
  await flush((projection) => project(deps, (last = projection)));
  expect(await rung()).toMatchObject({ status: 'queued', notBefore: new Date(SEND_FROM), settledAt: null });
  expect(kicks).toBe(1);
  await project(deps, last as Projection);
  expect(await rung()).toMatchObject({ status: 'queued' });
  expect(kicks).toBe(2);
});

test('an answer that waits for its author puts a released one off until then', async () => {
  await supervisor();
  await issue(DUE);
  const askAgainAt = new Date(at('2026-04-03 09:00'));
  await world.prisma.proposal.create({
    data: {
      id: randomUUID(),
      inboxId: randomUUID(),
      planId: 'chenzhou',
      personId: 'x',
      words: '',
      planAt: askAgainAt,
      askAgainAt,
      items: [{ entityId, partId: 'p1' }],
    },
  });
  state = done(act(state, { kind: 'release-escalation', id: ID, sendFrom: SEND_FROM }, at('2026-04-01 10:00')));
  await flush((projection) => project(deps, projection));
  expect(await rung()).toMatchObject({ status: 'queued', notBefore: askAgainAt });
});

test('an answer withdraws it, held or released', async () => {
  await supervisor();
  await issue(DUE);
  state = done(reply(state, report(), at('2026-04-01 10:00')));
  await flush((projection) => project(deps, projection));
  expect(await rung()).toMatchObject({ status: 'withdrawn', reason: '已报送' });
});

test('dropped by the office it is withdrawn with the reason, and the reminder to the liaison stays', async () => {
  await supervisor();
  await issue(DUE);
  await world.prisma.prompt.updateMany({
    where: { entityId, rung: 'o3' },
    data: { status: 'queued', settledAt: null },
  });
  state = done(act(state, { kind: 'hold-escalation', id: ID, reason: '该单位正在办理移交' }, at('2026-04-01 10:00')));
  await flush((projection) => project(deps, projection));
  expect(await rung()).toMatchObject({ status: 'withdrawn', reason: '办公室核定不提示:该单位正在办理移交' });
  expect(await rung('o3')).toMatchObject({ status: 'queued' });
});

test.each([
  ['has named nobody', undefined],
  ['has named somebody without an account', null],
])('where the unit %s it is skipped, and the list says so once a unit', async (_, channel) => {
  if (channel === null) await supervisor(null);
  await issue(DUE);
  expect(await rung()).toMatchObject({ status: 'skipped', reason: 'no-rank' });
  expect(await items()).toEqual(['no-rank']);
  expect(state.escalations).toBeUndefined();
});

test('a supervisor named for another task alone is none of this one', async () => {
  await supervisor();
  await world.prisma.membership.updateMany({ where: { unitId }, data: { taskIds: ['another'] } });
  await issue(DUE);
  expect(await rung()).toMatchObject({ status: 'skipped' });
});
