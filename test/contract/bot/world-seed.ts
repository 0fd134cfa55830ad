import { DEFAULT_POLICY } from '../../../domain/plan/policy.ts';
import { newSupervisedState } from '../../../domain/supervision/new-state.ts';
import type { Duty, DutyKind, SupervisedState } from '../../../domain/supervision/types.ts';
import type { Prisma, PrismaClient } from '../../../prisma/client.ts';
import { storeCalendar } from '../../../prisma/load-calendar.ts';
import { SEED_CALENDAR } from '../../../seeds/calendar/calendar.ts';

export const PLAN = 'plan-1';
export const CLOCK = 'clock-1';
/** Monday 23 November 2026, 10:12 in Shanghai. */
export const NOW = new Date('2026-11-23T02:12:00.000Z');

export const TASKS = [
  { id: 'task-9', no: '(九)', title: '研究制定知识产权发展战略与规划', unitId: 'unit-a' },
  { id: 'task-2', no: '(二)', title: '健全工作体系', unitId: 'unit-a' },
  { id: 'task-8', no: '(八)', title: '开展联合执法检查', unitId: 'unit-b' },
];

export const partId = (taskId: string): string => `${taskId}-p1`;

/** One plan, two units with a liaison each; 市科技局 has two tasks, 市公安局 one. */
export async function seedWorld(prisma: PrismaClient): Promise<void> {
  await storeCalendar(prisma, SEED_CALENDAR, 'test');
  await prisma.clock.create({ data: { id: CLOCK } });
  await prisma.plan.create({
    data: {
      id: PLAN,
      clockId: CLOCK,
      title: '某市知识产权试点工作方案',
      status: 'running',
      facts: { office: { name: '市试点办', host: null }, recurring: [] },
      policy: DEFAULT_POLICY as unknown as Prisma.InputJsonValue,
    },
  });
  for (const [id, name, person] of [
    ['unit-a', '市科技局', '李某'],
    ['unit-b', '市公安局', '王某'],
  ] as const) {
    await prisma.unit.create({
      data: {
        id,
        planId: PLAN,
        name,
        short: name.slice(1),
        aliases: [],
        kind: 'department',
        relation: 'subordinate',
        members: [],
        ordinal: id === 'unit-a' ? 1 : 2,
      },
    });
    await prisma.person.create({ data: { id: `person-${id}`, name: person } });
    await prisma.membership.create({
      data: { id: `m-${id}`, personId: `person-${id}`, unitId: id, rank: 'liaison', taskIds: [] },
    });
  }
  for (const [ordinal, task] of TASKS.entries()) {
    await prisma.task.create({
      data: { id: task.id, planId: PLAN, ordinal, no: task.no, title: task.title, facts: {} },
    });
    await putState(prisma, stateOf(task));
  }
}

function stateOf(task: (typeof TASKS)[number]): SupervisedState {
  const phase = { kind: 'implementation' as const, epoch: 2, name: '实施阶段', start: '2026-07-01', end: '2028-06-30' };
  const state = newSupervisedState({
    kind: 'task',
    entityId: `task/${task.id}`,
    planId: PLAN,
    clockId: CLOCK,
    offsetMs: 0,
    no: task.no,
    title: task.title,
    dueOn: '2028-06-30',
    keyTask: false,
    optional: false,
    phase,
    parts: [{ id: partId(task.id), unitId: task.unitId, role: 'lead', relation: 'subordinate' }],
    startedAt: '2026-07-01T00:30:00.000Z',
    policyVersion: 1,
  });
  const duty = (kind: DutyKind, cycle: string, dueOn: string): Duty => ({
    kind,
    cycle,
    seq: 1,
    dueOn,
    dueAt: `${dueOn}T09:30:00.000Z`,
    redAt: `${dueOn}T09:30:00.000Z`,
    countFrom: dueOn,
    openFrom: '2026-11-01T00:00:00.000Z',
  });
  const parts = state.parts.map((part) => ({
    ...part,
    progress: 40,
    duties: [
      duty('receipt', 'once', '2026-07-06'),
      duty('report', '2026Q4', '2026-12-25'),
      duty('completion', 'once', '2028-06-30'),
    ],
  }));
  return { ...state, parts };
}

export async function putState(prisma: PrismaClient, state: SupervisedState): Promise<void> {
  const data = {
    kind: state.kind,
    planId: state.planId,
    generation: 1,
    version: state.version,
    state: state as unknown as Prisma.InputJsonValue,
    status: state.status,
  };
  await prisma.checkpoint.upsert({
    where: { entityId: state.entityId },
    create: { entityId: state.entityId, ...data },
    update: data,
  });
}

export async function stateIn(prisma: PrismaClient, taskId: string): Promise<SupervisedState> {
  return (await prisma.checkpoint.findUniqueOrThrow({ where: { entityId: `task/${taskId}` } }))
    .state as unknown as SupervisedState;
}

export const partIn = async (prisma: PrismaClient, taskId: string) =>
  (await stateIn(prisma, taskId)).parts[0] as SupervisedState['parts'][number];
