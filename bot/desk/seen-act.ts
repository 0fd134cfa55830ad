import type { PlanState } from '../../domain/supervision/types.ts';
import type { Db } from '../../prisma/client.ts';
import { planWorkflowId } from '../../workflows/ids.ts';
import type { DeskActor, DeskResult } from './deps.ts';
import { hasSeen } from '../../domain/supervision/seen-items.ts';

export const SEEN: DeskResult = { summary: '此前已办理。' };

/** The same act came again (a row that was applied before a crash): what it changed must not refuse it now. */
export const isSeen = ({ actId }: DeskActor, state: { entityId: string; seenItems: string[] } | null): boolean =>
  actId !== undefined && state !== null && hasSeen(state, actId);

/** A plan's checkpointed state; null before its start. */
export async function planState(db: Db, planId: string): Promise<PlanState | null> {
  const row = await db.checkpoint.findUnique({ where: { entityId: planWorkflowId(planId) }, select: { state: true } });
  return (row?.state ?? null) as unknown as PlanState | null;
}
