import { tallyOf } from '../../domain/supervision/sub-items.ts';
import { standingOf, subItemsOf } from '../../prisma/sub-items.ts';
import { decideTask } from './decide-task.ts';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { findPart, type PartAsked } from './find-part.ts';
import { findRunningTask, type FoundTask } from './find-task.ts';
import { eventActor } from './refuse.ts';
import { noteOnParent } from './sub-items/carry-sub-items.ts';

/**
 * 验收: one unit's completion, or without a unit the whole task. While a sub-item is open the task closes only with
 * a reason. Throws RefusedError NOTHING_CLAIMED, SELF_ACCEPT, SUB_ITEMS_OPEN, TASK_CLOSED.
 */
export async function acceptTask(
  deps: DeskDeps,
  actor: DeskActor,
  { taskId, reason, ...asked }: { taskId: string; reason?: string | undefined } & PartAsked,
): Promise<DeskResult> {
  const found = await findRunningTask(deps, actor, taskId, 'accept');
  const whole = !asked.partId && !asked.unit;
  const partId = whole ? null : (await findPart(deps, actor, found, asked, 'accept')).part.id;
  const subItems = tallyOf(standingOf(await subItemsOf(deps.prisma, taskId)));
  const done = await decideTask(deps, actor, found, {
    kind: 'accept',
    partId,
    ...(subItems.total > 0 ? { subItems } : {}),
    ...(reason === undefined ? {} : { reason }),
  });
  await tellParent(deps, actor, found);
  return done;
}

/** A sub-item that closed stands in its parent's story. */
async function tellParent(deps: DeskDeps, actor: DeskActor, { task, row, entityId }: FoundTask): Promise<void> {
  if (task.parentId === null) return;
  const now = await deps.prisma.checkpoint.findUnique({ where: { entityId }, select: { status: true } });
  if (now?.status !== 'closed') return;
  const note = { taskId: task.id, no: task.no, title: task.title, what: 'accepted' as const };
  const by = { actor: eventActor(actor), via: actor.via };
  await noteOnParent(deps, { parentId: task.parentId, clockId: row.clockId, ...note }, by);
}
