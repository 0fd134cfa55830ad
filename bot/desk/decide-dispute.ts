import { tellDispute } from '../disputes/tell-disputes.ts';
import { decideTask } from './decide-task.ts';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { findPart, type PartAsked } from './find-part.ts';
import { findRunningTask } from './find-task.ts';
import { afterMove, unitTo } from './reassign-part.ts';
import { isSeen, SEEN } from './seen-act.ts';

export interface DisputeAsk extends PartAsked {
  taskId: string;
  uphold: boolean;
  /** Where it is upheld: the unit that takes over. Absent: nobody, which a lead is refused. */
  toUnit?: string | undefined;
  reason: string;
}

/** 核定职责异议; a unit whose dispute fails is told why. Throws RefusedError NO_DISPUTE, DISPUTE_NEEDS_UNIT, PART_HELD, REASON_REQUIRED. */
export async function decideDispute(
  deps: DeskDeps,
  actor: DeskActor,
  { taskId, uphold, toUnit, reason, ...asked }: DisputeAsk,
): Promise<DeskResult> {
  const found = await findRunningTask(deps, actor, taskId, 'decide-dispute');
  if (isSeen(actor, found.state)) return SEEN;
  const { part, unit } = await findPart(deps, actor, found, asked, 'decide-dispute');
  const to = uphold && toUnit ? await unitTo(deps, actor, found, toUnit, 'decide-dispute') : null;
  const act = { kind: 'decide-dispute' as const, partId: part.id, unit: unit.name, uphold, to, reason };
  const { summary } = await decideTask(deps, actor, found, act);
  await afterMove(deps, actor, found, part.id, to);
  await tellDispute(deps, found.row.id);
  return { summary: `${unit.short}:${summary}` };
}
