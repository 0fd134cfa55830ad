import { localDateOf } from '../../../domain/calendar/local-time.ts';
import type { LocalDate } from '../../../domain/plan/types.ts';
import { leadDueOf, notBreakable } from '../../../domain/supervision/sub-items.ts';
import { itemLabel } from '../../../domain/chat/item-label.ts';
import { subItemsOf, type SubItem } from '../../../prisma/sub-items.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import { findRunningTask } from '../find-task.ts';
import { refuseRecorded } from '../refuse.ts';

export type Breakable = Awaited<ReturnType<typeof findBreakable>>;

/** A task that takes sub-items, with those that it has. Refusals are recorded: SUB_ITEM_NESTED, SUB_ITEM_OPTIONAL, SUB_ITEM_CLAIMED, TASK_PAUSED, TASK_CLOSED. */
export async function findBreakable(deps: DeskDeps, actor: DeskActor, parentId: string) {
  const found = await findRunningTask(deps, actor, parentId, 'break-down');
  const { task, state, row, policy, now } = found;
  if (task.parentId !== null) {
    const parent = await deps.prisma.task.findUniqueOrThrow({ where: { id: task.parentId } });
    return refuseRecorded(deps, actor, row.id, 'break-down', 'SUB_ITEM_NESTED', {
      task: itemLabel(task.no, task.title),
      parent: itemLabel(parent.no, parent.title),
    });
  }
  const refused = notBreakable(state);
  if (refused) return refuseRecorded(deps, actor, row.id, 'break-down', refused.code, refused.details);
  const subItems: SubItem[] = await subItemsOf(deps.prisma, parentId);
  const parentDue: LocalDate | null = leadDueOf(state);
  return { ...found, subItems, parentDue, today: localDateOf(now, policy.values.zone) };
}
