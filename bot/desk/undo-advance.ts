import { randomUUID } from 'node:crypto';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { findPlan } from './find-plan.ts';
import { eventActor, refuseRecorded } from './refuse.ts';
import { isSeen, planState, SEEN } from './seen-act.ts';

/** Takes a transition back while nobody was told of it. Throws RefusedError NOTHING_TO_UNDO. */
export async function undoAdvance(
  deps: DeskDeps,
  actor: DeskActor,
  { planId }: { planId: string },
): Promise<DeskResult> {
  const { row } = await findPlan(deps, actor, planId, 'undo');
  if (isSeen(actor, await planState(deps.prisma, planId))) return SEEN;
  if (row.status !== 'running') return refuseRecorded(deps, actor, planId, 'undo', 'NOTHING_TO_UNDO');
  return deps.updates.undo(planId, {
    actId: actor.actId ?? randomUUID(),
    offsetMs: await deps.clock.offsetMs(row.clockId),
    actor: eventActor(actor),
    via: actor.via,
  });
}
