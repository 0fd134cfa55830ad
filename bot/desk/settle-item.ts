import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { refuseRecorded, requireRight } from './refuse.ts';
import { settleByKey } from './settle-by-key.ts';

/** 已办: takes an item off the office's list. Twice is no error. */
export async function settleItem(
  deps: DeskDeps,
  actor: DeskActor,
  { itemId }: { itemId: string },
): Promise<DeskResult> {
  const item = await deps.prisma.officeItem.findUnique({ where: { id: itemId } });
  if (!item)
    return refuseRecorded(deps, actor, null, 'decide', 'INPUT_INVALID', { what: '没有这个待办事项。请刷新后再试。' });
  await requireRight(deps, actor, 'decide', item.planId, item.unitId === null ? [] : [item.unitId]);
  await settleByKey(deps, actor, item.planId, item.key);
  return { summary: item.status === 'open' ? '已办。' : '此前已办理。' };
}
