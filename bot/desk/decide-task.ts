import { randomUUID } from 'node:crypto';
import type { SupervisedState } from '../../domain/supervision/types.ts';
import type { OfficeAct } from '../../workflows/messages.ts';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { isSeen, SEEN } from './seen-act.ts';
import { ownPartIds } from './find-part.ts';
import type { FoundTask } from './find-task.ts';
import { eventActor, refuseRecorded } from './refuse.ts';

/** Asks a task's workflow for an act of the office; what it refuses stands on the task's own chain. A closed task has no workflow left to ask. */
export async function decideTask(
  deps: DeskDeps,
  actor: DeskActor,
  found: FoundTask & { state: SupervisedState },
  act: OfficeAct,
): Promise<DeskResult> {
  if (isSeen(actor, found.state)) return SEEN;
  const { status } = found.state;
  if (status === 'closed' || status === 'cancelled') {
    const details = { status: status === 'closed' ? '办结' : '取消' };
    return refuseRecorded(deps, actor, found.row.id, act.kind, 'TASK_CLOSED', details);
  }
  return deps.updates.decide(found.entityId, {
    actId: actor.actId ?? randomUUID(),
    offsetMs: await deps.clock.offsetMs(found.row.clockId),
    actor: eventActor(actor),
    via: actor.via,
    ownPartIds: ownPartIds(actor, found),
    act,
  });
}
