import { DEFAULT_POLICY } from '../../../domain/plan/policy.ts';
import type { PhaseWindow, PlanState } from '../../../domain/supervision/types.ts';
import type { Prisma } from '../../../prisma/client.ts';
import type { World } from './world.ts';
import { CLOCK, partId, PLAN, putState, stateIn } from './world-seed.ts';

export const COORDINATOR = 'person-office';
export const LEADER = 'person-leader';

const PHASES: PhaseWindow[] = [
  { kind: 'implementation', epoch: 0, name: '实施阶段', start: '2026-07-01', end: '2028-06-30' },
  { kind: 'inspection', epoch: 0, name: '迎检阶段', start: '2028-06-01', end: '2028-07-31' },
];

/** Somebody of the office, somebody of the leading group, and the plan as its workflow would have put it on record. */
export async function seedOffice({ prisma }: World): Promise<void> {
  for (const [id, name, role] of [
    [COORDINATOR, '周某', 'coordinator'],
    [LEADER, '何某', 'leader'],
  ] as const) {
    await prisma.person.create({ data: { id, name } });
    await prisma.grant.create({ data: { id: `g-${id}`, personId: id, planId: PLAN, role } });
  }
  for (const id of ['person-unit-a', 'person-unit-b'])
    await prisma.grant.create({ data: { id: `g-${id}`, personId: id, planId: PLAN, role: 'liaison' } });
  await prisma.unit.create({
    data: {
      id: `${PLAN}-office`,
      planId: PLAN,
      name: '市试点办',
      short: '试点办',
      aliases: [],
      kind: 'department',
      relation: 'subordinate',
      members: [],
      ordinal: 0,
    },
  });
  const dates = { phases: [], tasks: [], questions: [] };
  await prisma.plan.update({ where: { id: PLAN }, data: { dates: dates as unknown as Prisma.InputJsonValue } });
  await putPlan({ prisma });
}

/** The plan in its implementation, which nobody is leaving. */
export async function putPlan({ prisma }: Pick<World, 'prisma'>): Promise<void> {
  const state: PlanState = {
    schemaVersion: 1,
    kind: 'plan',
    entityId: `plan/${PLAN}`,
    planId: PLAN,
    clockId: CLOCK,
    offsetMs: 0,
    generation: 1,
    version: 1,
    eventSeq: 0,
    status: 'running',
    title: '某市知识产权试点工作方案',
    phases: PHASES,
    current: 0,
    firstPhase: 0,
    epoch: 2,
    undoWindowMs: DEFAULT_POLICY.values.undoWindowMinutes * 60_000,
    advancing: null,
    told: true,
    pendingEvents: [],
    seenItems: [],
    calendarVersion: 0,
    ruleVersion: 1,
  };
  const data = {
    kind: 'plan',
    planId: PLAN,
    generation: 1,
    version: 1,
    status: 'running',
    state: state as unknown as Prisma.InputJsonValue,
  };
  await prisma.checkpoint.upsert({
    where: { entityId: state.entityId },
    create: { entityId: state.entityId, ...data },
    update: data,
  });
  await prisma.plan.update({ where: { id: PLAN }, data: { holdUntil: null } });
}

/** 市公安局 helps with the ninth task as well. */
export async function secondUnit({ prisma }: World): Promise<void> {
  const state = await stateIn(prisma, 'task-9');
  const [first] = state.parts;
  if (!first || state.parts.length > 1) return;
  const other = { ...first, id: 'task-9-p2', unitId: 'unit-b', role: 'responsible' as const };
  await putState(prisma, { ...state, parts: [first, other] });
}

/** What a unit's claim leaves in the state. */
export async function claim({ prisma }: World, taskId: string, id = partId(taskId)): Promise<void> {
  const state = await stateIn(prisma, taskId);
  const parts = state.parts.map((part) =>
    part.id === id ? { ...part, completion: 'claimed' as const, claimedBy: 'person-unit-a' } : part,
  );
  await putState(prisma, { ...state, parts });
}
