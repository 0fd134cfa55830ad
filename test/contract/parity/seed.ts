import { bindAccount } from '../../../bot/directory/bind-account.ts';
import { newPart } from '../../../domain/supervision/new-part.ts';
import type { Part, SupervisedState } from '../../../domain/supervision/types.ts';
import { COORDINATOR, LEADER, putPlan, seedOffice } from '../bot/office-seed.ts';
import { NOW, PLAN, putState, stateIn } from '../bot/world-seed.ts';
import type { Ways, World } from './ways.ts';

export { COORDINATOR, LEADER, PLAN };
export const LIAISON = 'person-unit-a';
export const OTHER = 'person-unit-b';
export const STAND_IN = 'person-zhao';
export const SUPERVISOR = 'person-supervisor';
export const TASK = 'task-9';
export const PART = 'task-9-p1';

let fresh: SupervisedState;

/** Everybody in every channel: 李某 and 赵某 answer for 市科技局, 孙某 signs there, 王某 is of 市公安局. */
export async function seedPeople(world: World): Promise<void> {
  const { prisma } = world;
  await seedOffice(world);
  for (const [id, name, rank] of [
    [STAND_IN, '赵某', 'liaison'],
    [SUPERVISOR, '孙某', 'supervisor'],
  ] as const) {
    await prisma.person.create({ data: { id, name } });
    await prisma.membership.create({ data: { id: `m-${id}`, personId: id, unitId: 'unit-a', rank, taskIds: [] } });
    await prisma.grant.create({ data: { id: `g-${id}`, personId: id, planId: PLAN, role: rank } });
  }
  for (const id of [COORDINATOR, LEADER, LIAISON, OTHER, STAND_IN, SUPERVISOR])
    for (const channel of ['telegram', 'slack', 'web'] as const)
      await bindAccount(prisma, { channel, team: '', externalId: id }, id);
  fresh = { ...(await stateIn(prisma, TASK)), dueOn: '2026-11-30' };
}

/** As it all began; the clock too, so that one act makes one Event whichever way it comes. */
export async function asItBegan(world: World): Promise<void> {
  const { prisma, clock } = world;
  clock.now = NOW;
  // In one statement, for it is done before every try; keys are checked at its end.
  await prisma.$executeRaw`
    WITH a AS (DELETE FROM "Proposal"), b AS (DELETE FROM "InboxItem"), c AS (DELETE FROM "Inbox"),
      d AS (DELETE FROM "Action"), e AS (DELETE FROM "Prompt"), f AS (DELETE FROM "Delivery"),
      g AS (DELETE FROM "OfficeItem"), l AS (DELETE FROM "Brief"), h AS (DELETE FROM "Notice"), i AS (DELETE FROM "Leave"),
      j AS (UPDATE "Membership" SET active = true WHERE NOT active),
      k AS (UPDATE "Account" SET "revokedAt" = NULL WHERE "revokedAt" IS NOT NULL)
    DELETE FROM "Handover"`;
  await putState(prisma, fresh);
  await putPlan(world);
  world.events.length = 0;
}

/** The task with something about its first part, or about itself, as it would have become. */
export const given =
  (part: Partial<Part>, state: Partial<SupervisedState> = {}) =>
  async ({ prisma }: World): Promise<void> => {
    const parts = fresh.parts.map((one, at) => (at === 0 ? { ...one, ...part } : one));
    await putState(prisma, { ...fresh, parts, ...state });
  };

export const PAUSED: SupervisedState['paused'] = {
  since: '2026-11-20T02:00:00.000Z',
  until: '2026-12-14',
  resumeAt: '2026-12-13T16:00:00.000Z',
  reason: '等待省级文件出台',
  parts: [],
};

export const ESCALATED: SupervisedState['escalations'] = [
  {
    id: 'held-1',
    partId: PART,
    duty: 'receipt',
    cycle: 'once',
    seq: 1,
    rung: 'o5',
    status: 'held',
    since: '2026-11-20T02:00:00.000Z',
  } as NonNullable<SupervisedState['escalations']>[number],
];

/** 市公安局 is responsible too, and has reported. */
export async function twoUnits({ prisma }: World): Promise<void> {
  const [lead] = fresh.parts;
  if (!lead) throw new Error('task 9 has a part');
  const filedAt = '2026-11-23T01:00:00.000Z';
  const duties = lead.duties.map((duty) => (duty.kind === 'report' ? { ...duty, filedAt } : duty));
  const other: Part = {
    ...newPart({ id: 'task-9-p2', unitId: 'unit-b', role: 'responsible', relation: 'subordinate' }),
    duties,
    progress: 60,
    lastWords: '已完成排查',
    lastReportAt: filedAt,
    lastReceivedAt: filedAt,
  };
  await putState(prisma, { ...fresh, parts: [lead, other] });
}

/** The report of the last quarter is late; the receipt was given. */
export const OVERDUE: Partial<Part> = {
  receiptAt: '2026-07-03T02:00:00.000Z',
  duties: [
    {
      kind: 'report',
      cycle: '2026Q3',
      seq: 1,
      dueOn: '2026-09-25',
      dueAt: '2026-09-25T09:30:00.000Z',
      redAt: '2026-09-25T09:30:00.000Z',
      countFrom: '2026-09-25',
      openFrom: '2026-09-01T00:00:00.000Z',
    },
  ],
};

export const REASON = '招标流标需重新组织';

type Given = (world: World, ways: Ways) => Promise<void>;

/** The first time as it is done; from then on the state that it left. */
function once(act: Given): Given {
  let left: SupervisedState | null = null;
  return async (world, ways) => {
    if (left) return putState(world.prisma, left);
    await act(world, ways);
    left = await stateIn(world.prisma, TASK);
  };
}

const run =
  (personId: string, ...argv: string[]): Given =>
  async (_world, ways) => {
    const { code, text } = await ways.cli(personId, argv);
    if (code !== null) throw new Error(text);
  };

export const asked = once(run(LIAISON, 'task', 'extend', TASK, '--to', '2026-12-21', '--reason', REASON));
export const signed = once(async (world, ways) => {
  await asked(world, ways);
  await run(SUPERVISOR, 'task', 'sign', TASK)(world, ways);
});
export const granted = once(async (world, ways) => {
  await signed(world, ways);
  await run(COORDINATOR, 'task', 'extension', TASK, '--grant')(world, ways);
});

/** With its row in the inbox, by which it can be taken back. */
export const reported: Given = async (_world, ways) => {
  await ways.talk('slack', LIAISON, ['第(九)项完成81%', '〔确认登记〕'], async () => undefined);
};
