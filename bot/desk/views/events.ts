import type { ChainedEvent } from '../../../web/api.ts';
import { deskChainId, taskWorkflowId } from '../../../workflows/ids.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import { findPlan } from '../find-plan.ts';

/** Events shown at once; a chain of two years is longer, its newest part is what is looked at. */
const SHOWN = 500;

/** Chained events of a plan, oldest first: one entity's chain (a task by its id), else the newest of all. Throws RefusedError PLAN_UNKNOWN, NOT_PERMITTED. */
export async function planEvents(
  deps: DeskDeps,
  actor: DeskActor,
  { planId, entityId }: { planId: string; entityId?: string },
): Promise<ChainedEvent[]> {
  await findPlan(deps, actor, planId, 'read-events');
  const rows = await deps.prisma.event.findMany({
    where: { planId, ...(entityId === undefined ? {} : { entityId: chainOf(planId, entityId) }) },
    orderBy: entityId === undefined ? [{ recordedAt: 'desc' }, { entityId: 'asc' }, { seq: 'desc' }] : { seq: 'desc' },
    take: SHOWN,
    omit: { stateAfter: true },
  });
  return rows.reverse().map((row) => ({
    entityId: row.entityId,
    seq: row.seq,
    kind: row.kind,
    actor: row.actor as unknown as ChainedEvent['actor'],
    via: row.via,
    planAt: row.planAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    inboxItemId: row.inboxItemId,
    body: row.body as Record<string, unknown>,
    hash: row.hash,
    prevHash: row.prevHash,
  }));
}

/** A bare id means a task; `desk` the office's own chain. */
function chainOf(planId: string, asked: string): string {
  if (asked === 'desk') return deskChainId(planId);
  return asked.includes('/') ? asked : taskWorkflowId(asked);
}
