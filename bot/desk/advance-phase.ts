import { randomUUID } from 'node:crypto';
import { localDateOf } from '../../domain/calendar/local-time.ts';
import { momentText } from '../../domain/chat/local-text.ts';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { findPlan } from './find-plan.ts';
import { eventActor, refuseRecorded } from './refuse.ts';
import { isSeen, planState, SEEN } from './seen-act.ts';

/**
 * Moves the plan into its next phase, by the hash that the dry run showed; with gaps a reason is needed. For
 * the undo window nothing is sent. Throws RefusedError DOSSIER_CHANGED, OVERRIDE_REASON_REQUIRED, ALREADY_ADVANCING, PHASE_LAST.
 */
export async function advancePhase(
  deps: DeskDeps,
  actor: DeskActor,
  { planId, hash, reason }: { planId: string; hash: string; reason?: string },
): Promise<DeskResult> {
  const { row, policy, now } = await findPlan(deps, actor, planId, 'advance');
  if (isSeen(actor, await planState(deps.prisma, planId))) return SEEN;
  if (row.status !== 'running')
    return refuseRecorded(deps, actor, planId, 'advance', 'PLAN_NOT_READY', {
      status: row.status === 'closed' ? '已结束' : '未启动',
    });
  const { zone } = policy.values;
  if (row.holdUntil !== null && row.holdUntil.toISOString() > now) {
    const until = momentText(row.holdUntil.toISOString(), zone, localDateOf(now, zone));
    return refuseRecorded(deps, actor, planId, 'advance', 'ALREADY_ADVANCING', { until });
  }
  return deps.updates.advance(planId, {
    actId: actor.actId ?? randomUUID(),
    offsetMs: await deps.clock.offsetMs(row.clockId),
    actor: eventActor(actor),
    via: actor.via,
    dossierHash: hash,
    overrideReason: reason ?? null,
  });
}
