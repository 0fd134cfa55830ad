import { tallyOf } from '../../domain/supervision/sub-items.ts';
import { standingOf, subItemsOf } from '../../prisma/sub-items.ts';
import { decideTask } from './decide-task.ts';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { findPart, type PartAsked } from './find-part.ts';
import { findRunningTask, type FoundTask } from './find-task.ts';
import { tellParent } from './sub-items/carry-sub-items.ts';

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
  if (await hasClosed(deps, found)) await tellParent(deps, actor, found, 'accepted');
  return done;
}

const hasClosed = async ({ prisma }: DeskDeps, { entityId }: FoundTask): Promise<boolean> =>
  (await prisma.checkpoint.findUnique({ where: { entityId }, select: { status: true } }))?.status === 'closed';
