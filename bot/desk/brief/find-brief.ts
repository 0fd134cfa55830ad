import type { Act } from '../../../domain/rights.ts';
import type { Brief } from '../../../prisma/generated/client.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import { foundPlan, type FoundPlan } from '../find-plan.ts';
import { refuseRecorded, requireRight } from '../refuse.ts';

export interface FoundBrief extends FoundPlan {
  brief: Brief;
}

/** The brief that an act is about, once the actor may do it; a draft is the office's own. Refusals are recorded: BRIEF_UNKNOWN, NOT_PERMITTED. */
export async function findBrief(deps: DeskDeps, actor: DeskActor, briefId: string, act: Act): Promise<FoundBrief> {
  const brief = await deps.prisma.brief.findUnique({ where: { id: briefId } });
  if (!brief) return refuseRecorded(deps, actor, null, act, 'BRIEF_UNKNOWN');
  await requireRight(deps, actor, act, brief.planId);
  if (brief.status === 'draft') await requireRight(deps, actor, 'draft-brief', brief.planId);
  const row = await deps.prisma.plan.findUniqueOrThrow({ where: { id: brief.planId } });
  return { ...(await foundPlan(deps, row)), brief };
}
