import { randomUUID } from 'node:crypto';
import { nextPlace, subItemNo, SUB_ITEMS_FROM } from '../../../domain/plan/sub-items.ts';
import { itemLabel } from '../../../domain/chat/item-label.ts';
import type { Prisma } from '../../../prisma/client.ts';
import { appendDeskEventIn, lockChain } from '../../../prisma/events.ts';
import { officeOf, unitRows } from '../../../prisma/office-unit.ts';
import { subItemsOf } from '../../../prisma/sub-items.ts';
import { expandUnits } from '../../../domain/supervision/expand-units.ts';
import { deskChainId } from '../../../workflows/ids.ts';
import { keepContacts } from '../amend/keep-contacts.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../deps.ts';
import { eventActor, refuseRecorded } from '../refuse.ts';
import { carrySubItems } from './carry-sub-items.ts';
import { checkSubItem, knownAs, type SubItemAsked } from './check-sub-item.ts';
import { findBreakable, type Breakable } from './find-breakable.ts';

export interface SubItemAdded extends DeskResult {
  taskId: string;
  no: string | null;
  /** The same had been added before; nothing is new. */
  alreadyThere: boolean;
}

/**
 * Breaks one sub-item out of a running task: a task of its own, due within its parent's time, that carries the
 * parent's number. The same title again is the same sub-item. Throws RefusedError SUB_ITEM_NESTED, SUB_ITEM_DUE,
 * SUB_ITEM_PAST, SUB_ITEM_OPTIONAL, SUB_ITEM_CLAIMED, SUB_ITEM_MANY, UNIT_UNKNOWN, INPUT_INVALID, TASK_PAUSED, TASK_CLOSED.
 */
export async function addSubItem(
  deps: DeskDeps,
  actor: DeskActor,
  { parentId, ...asked }: { parentId: string } & SubItemAsked,
): Promise<SubItemAdded> {
  const found = await findBreakable(deps, actor, parentId);
  const put = await putSubItem(deps, actor, found, asked);
  await carrySubItems(deps, found.row.id, [put.taskId], { actor: eventActor(actor), via: actor.via });
  const label = itemLabel(put.no, put.title);
  return {
    taskId: put.taskId,
    no: put.no,
    alreadyThere: put.alreadyThere,
    summary: put.alreadyThere ? `该分解任务此前已列入(${label}),未作改动。` : `已列入分解任务${label}。`,
  };
}

/** One sub-item's row, there before or now; it is still to be carried. */
export interface SubItemPut {
  taskId: string;
  no: string | null;
  title: string;
  alreadyThere: boolean;
}

/** Puts one on record under a task that was found before; its other sub-items are read anew under the plan's lock. Refusals are recorded. */
export async function putSubItem(
  deps: DeskDeps,
  actor: DeskActor,
  found: Breakable,
  asked: SubItemAsked,
): Promise<SubItemPut> {
  const { task: parent, row: plan, facts: planFacts } = found;
  const made = await deps.prisma.$transaction(async (tx) => {
    // One at a time: two of the same title would each find none, and take the same number.
    await lockChain(tx, deskChainId(plan.id));
    const subItems = await subItemsOf(tx, parent.id);
    const known = knownAs(subItems, asked.title);
    if (known) return { taskId: known.id, no: known.no, title: known.title, alreadyThere: true };
    const checked = checkSubItem(asked, { ...found, subItems });
    if (!checked.ok) return checked;
    const [last] = await tx.task.findMany({
      where: { planId: plan.id, ordinal: { gte: SUB_ITEMS_FROM } },
      orderBy: { ordinal: 'desc' },
      take: 1,
      select: { ordinal: true },
    });
    const id = randomUUID();
    const no = subItemNo(parent.no, nextPlace(subItems.map(({ row }) => row.no)));
    const facts = { ...checked.facts, no };
    await tx.task.create({
      data: {
        id,
        planId: plan.id,
        parentId: parent.id,
        ordinal: (last?.ordinal ?? SUB_ITEMS_FROM - 1) + 1,
        no,
        section: facts.section,
        title: facts.title,
        dueOn: checked.dueOn,
        facts: facts as unknown as Prisma.InputJsonValue,
      },
    });
    const units = await unitRows(tx, plan.id);
    const unitIds = expandUnits(facts, units, officeOf(units, planFacts)).map(({ unitId }) => unitId);
    await keepContacts(tx, { taskId: id, unitIds, inherits: [parent.id] });
    await appendDeskEventIn(tx, {
      planId: plan.id,
      kind: 'subItemAdded',
      actor: eventActor(actor),
      via: actor.via,
      planAt: new Date(found.now),
      body: { taskId: id, parentId: parent.id, no, title: facts.title, dueOn: checked.dueOn },
    });
    return { taskId: id, no, title: facts.title, alreadyThere: false };
  });
  if ('ok' in made) return refuseRecorded(deps, actor, plan.id, 'break-down', made.refused.code, made.refused.details);
  return made;
}
