import type { Policy } from '../domain/plan/policy.ts';
import type { RedatedPlan } from '../domain/plan/redate-types.ts';
import { RefusedError } from '../domain/refusals.ts';
import { initialPlanState } from '../domain/supervision/initial-states.ts';
import type { Prisma, PrismaClient } from '../prisma/client.ts';
import type { PlanClock } from '../prisma/clock.ts';
import { planWorkflowId } from '../workflows/ids.ts';
import type { EntityStarter } from './entity-starter.ts';

export interface StartPlanDeps {
  prisma: PrismaClient;
  clock: PlanClock;
  entities: EntityStarter;
}

/**
 * Starts a re-dated plan. Its checkpoint is committed before its workflow is started, so that whatever dies
 * in between, `repair` starts it. Throws RefusedError PLAN_UNKNOWN, PLAN_DATES_PAST, PLAN_ALREADY_STARTED, PLAN_NOT_READY.
 */
export async function startPlan({ prisma, clock, entities }: StartPlanDeps, planId: string): Promise<void> {
  const plan = await prisma.plan.findUnique({ where: { id: planId } });
  if (!plan) throw new RefusedError('PLAN_UNKNOWN', { plan: planId });
  if (plan.status === 'draft') throw new RefusedError('PLAN_DATES_PAST', { dates: '尚未选择日期排定方式' });
  if (plan.status === 'running') throw new RefusedError('PLAN_ALREADY_STARTED');
  if (plan.status !== 'ready') throw new RefusedError('PLAN_NOT_READY', { status: plan.status });

  const state = initialPlanState({
    planId,
    entityId: planWorkflowId(planId),
    clockId: plan.clockId,
    offsetMs: await clock.offsetMs(plan.clockId),
    title: plan.title,
    dates: plan.dates as unknown as RedatedPlan,
    policy: plan.policy as unknown as Policy,
  });
  const startedAt = await clock.now(plan.clockId);
  await prisma.$transaction(async (tx) => {
    await tx.plan.update({ where: { id: planId, status: 'ready' }, data: { status: 'running', startedAt } });
    const { entityId, kind, generation, version, status } = state;
    await tx.checkpoint.create({
      data: { entityId, kind, planId, generation, version, status, state: state as unknown as Prisma.InputJsonValue },
    });
  });
  await entities.start(state);
}
