import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { findPlan } from './find-plan.ts';
import { refuseRecorded, requireRight } from './refuse.ts';

/** 下一工作日 · 下一节点: moves a demo plan's clock on. Throws RefusedError NOT_DEMO, DEMO_CLOCK_HAS_REAL_CONTACT, PLAN_UNKNOWN. */
export async function stepDemo(
  deps: DeskDeps,
  actor: DeskActor,
  { planId, to }: { planId: string; to: 'workday' | 'node' },
): Promise<DeskResult> {
  const { row } = await findPlan(deps, actor, planId, 'demo-step');
  if (!row.demo) return refuseRecorded(deps, actor, planId, 'demo-step', 'NOT_DEMO');
  if (await hasRealContact(deps, planId))
    return refuseRecorded(deps, actor, planId, 'demo-step', 'DEMO_CLOCK_HAS_REAL_CONTACT');
  return deps.demo.step(planId, to);
}

/** Puts the demo back to its beginning. */
export async function resetDemo(deps: DeskDeps, actor: DeskActor): Promise<DeskResult> {
  await requireRight(deps, actor, 'demo-manage', null);
  return deps.demo.reset();
}

/** Takes the demo out of this installation. */
export async function removeDemo(deps: DeskDeps, actor: DeskActor): Promise<DeskResult> {
  await requireRight(deps, actor, 'demo-manage', null);
  return deps.demo.remove();
}

/** A person on a real chat would get months of messages within seconds. */
export async function hasRealContact({ prisma }: DeskDeps, planId: string): Promise<boolean> {
  const found = await prisma.account.findFirst({
    where: {
      revokedAt: null,
      channel: { notIn: ['web', 'scripted'] },
      person: { memberships: { some: { active: true, unit: { planId } } } },
    },
    select: { id: true },
  });
  return found !== null;
}
