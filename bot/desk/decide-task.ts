import { randomUUID } from 'node:crypto';
import type { OfficeAct } from '../../workflows/messages.ts';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { ownPartIds } from './find-part.ts';
import type { FoundTask } from './find-task.ts';
import { eventActor } from './refuse.ts';
import type { SupervisedState } from '../../domain/supervision/types.ts';

/** Asks a task's workflow for an act of the office; what it refuses stands on the task's own chain. */
export async function decideTask(
  deps: DeskDeps,
  actor: DeskActor,
  found: FoundTask & { state: SupervisedState },
  act: OfficeAct,
): Promise<DeskResult> {
  return deps.updates.decide(found.entityId, {
    actId: randomUUID(),
    offsetMs: await deps.clock.offsetMs(found.row.clockId),
    actor: eventActor(actor),
    via: actor.via,
    ownPartIds: ownPartIds(actor, found),
    act,
  });
}
