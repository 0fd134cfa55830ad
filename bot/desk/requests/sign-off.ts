import { decideTask } from '../decide-task.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../deps.ts';
import { findPart, type PartAsked } from '../find-part.ts';
import { findRunningTask } from '../find-task.ts';
import { refuseRecorded } from '../refuse.ts';

export interface SignedOff extends PartAsked {
  taskId: string;
  agree: boolean;
  reason?: string | null | undefined;
  /** The request that was seen; absent: whichever is open. */
  requestId?: string | undefined;
}

/**
 * 审签: a unit's supervisor signs what the unit asks for, or sends it back with a reason. Throws RefusedError
 * SIGN_RANK, SIGN_NONE, SIGN_OWN, REASON_REQUIRED.
 */
export async function signOff(
  deps: DeskDeps,
  actor: DeskActor,
  { taskId, agree, reason, requestId, ...asked }: SignedOff,
): Promise<DeskResult> {
  const found = await findRunningTask(deps, actor, taskId, 'sign-off');
  // One's own unit is meant where none is named.
  const own = found.state.parts.filter(({ unitId }) => isSupervisor(actor, unitId));
  const named = asked.partId || asked.unit || own.length !== 1 ? asked : { partId: own[0]?.id };
  const { part } = await findPart(deps, actor, found, named, 'sign-off');
  if (!isSupervisor(actor, part.unitId)) return refuseRecorded(deps, actor, found.row.id, 'sign-off', 'SIGN_RANK');
  return decideTask(deps, actor, found, {
    kind: 'sign-off',
    partId: part.id,
    requestId: requestId ?? part.request?.id ?? '',
    agree,
    reason: reason ?? '',
  });
}

const isSupervisor = ({ memberships }: DeskActor, wanted: string): boolean =>
  memberships.some(({ unitId, rank }) => unitId === wanted && rank === 'supervisor');
