import { decideTask } from './decide-task.ts';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { findPart, type PartAsked } from './find-part.ts';
import { findRunningTask } from './find-task.ts';

/** 退回: a completion goes back with what is missing, and is owed again by its old date. Throws RefusedError NOTHING_CLAIMED, SELF_ACCEPT, REASON_REQUIRED. */
export async function returnCompletion(
  deps: DeskDeps,
  actor: DeskActor,
  { taskId, reason, ...asked }: { taskId: string; reason: string } & PartAsked,
): Promise<DeskResult> {
  const found = await findRunningTask(deps, actor, taskId, 'return');
  const { part, unit } = await findPart(deps, actor, found, asked, 'return');
  const { summary } = await decideTask(deps, actor, found, { kind: 'return', partId: part.id, reason });
  return { summary: `${summary}:${unit.name}` };
}
