import { decideTask } from './decide-task.ts';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { findPart, type PartAsked } from './find-part.ts';
import { findRunningTask } from './find-task.ts';

/** 验收: one unit's completion, or without a unit the whole task. Throws RefusedError NOTHING_CLAIMED, SELF_ACCEPT, TASK_CLOSED. */
export async function acceptTask(
  deps: DeskDeps,
  actor: DeskActor,
  { taskId, ...asked }: { taskId: string } & PartAsked,
): Promise<DeskResult> {
  const found = await findRunningTask(deps, actor, taskId, 'accept');
  const whole = !asked.partId && !asked.unit;
  const partId = whole ? null : (await findPart(deps, actor, found, asked, 'accept')).part.id;
  return decideTask(deps, actor, found, { kind: 'accept', partId });
}
