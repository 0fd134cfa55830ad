import type { Policy } from '../domain/plan/policy.ts';
import { schedule as reckon, type Schedule } from '../domain/supervision/schedule.ts';
import { loadCalendar } from '../prisma/load-calendar.ts';
import type { ActivityDeps } from './deps.ts';
import type { Activities } from './types.ts';

/** The calendar and the policy are data: read here, never bundled into a workflow. */
export async function schedule(
  { prisma }: ActivityDeps,
  { state, now }: Parameters<Activities['schedule']>[0],
): Promise<Schedule> {
  const [calendar, plan] = await Promise.all([
    loadCalendar(prisma),
    prisma.plan.findUniqueOrThrow({ where: { id: state.planId }, select: { policy: true } }),
  ]);
  return reckon(state, { calendar, policy: plan.policy as unknown as Policy, now });
}
