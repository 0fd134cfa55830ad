import { decideTask } from '../decide-task.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../deps.ts';
import { findPart, type PartAsked } from '../find-part.ts';
import { findRunningTask } from '../find-task.ts';

/** 撤回批复: a decision on an extension, within its minutes. Throws RefusedError EXTENSION_UNDO_LATE, EXTENSION_SUPERSEDED. */
export async function undoExtension(
  deps: DeskDeps,
  actor: DeskActor,
  { taskId, ...asked }: { taskId: string } & PartAsked,
): Promise<DeskResult> {
  const found = await findRunningTask(deps, actor, taskId, 'decide-extension');
  const { part } = await findPart(deps, actor, found, asked, 'decide-extension');
  return decideTask(deps, actor, found, { kind: 'undo-decision', partId: part.id });
}
