import { RefusedError, type Refusal } from '../../../domain/refusals.ts';
import { shorten } from '../../../domain/chat/item-label.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../deps.ts';
import { eventActor } from '../refuse.ts';
import { putSubItem, type SubItemPut } from './add-sub-item.ts';
import { carrySubItems } from './carry-sub-items.ts';
import type { SubItemAsked } from './check-sub-item.ts';
import { findBreakable } from './find-breakable.ts';

export interface BreakdownAdded extends DeskResult {
  added: number;
  there: number;
  refused: { title: string; message: string }[];
}

/**
 * Adds the sub-items that were chosen from a breakdown plan, each by itself: one that is there already is left as it
 * is, one that is refused is named and keeps no other. Throws RefusedError where not a single one could be added.
 */
export async function acceptBreakdown(
  deps: DeskDeps,
  actor: DeskActor,
  { parentId, rows }: { parentId: string; rows: SubItemAsked[] },
): Promise<BreakdownAdded> {
  const found = await findBreakable(deps, actor, parentId);
  const put: SubItemPut[] = [];
  const refused: { title: string; refusal: Refusal }[] = [];
  for (const row of rows) {
    try {
      put.push(await putSubItem(deps, actor, found, row));
    } catch (error) {
      // What is wrong with one; a Temporal or database out of reach ends the whole.
      if (!(error instanceof RefusedError) || error.refusal.code === 'TEMPORAL_UNAVAILABLE') throw error;
      refused.push({ title: row.title, refusal: error.refusal });
    }
  }
  const by = { actor: eventActor(actor), via: actor.via };
  // Together, so that whoever answers for several of them is told of all in one message.
  await carrySubItems(deps, found.row.id, [...new Set(put.map(({ taskId }) => taskId))], by);
  const there = put.filter(({ alreadyThere }) => alreadyThere).length;
  const added = put.length - there;
  const [first] = refused;
  if (put.length === 0 && first) throw new RefusedError(first.refusal.code, first.refusal.details);
  const said = [
    `已列入${added}项分解任务`,
    ...(there > 0 ? [`${there}项此前已列入`] : []),
    ...refused.map(({ title, refusal }) => `“${shorten(title, 20)}”未列入:${refusal.message.replace(/。$/, '')}`),
  ];
  return {
    added,
    there,
    refused: refused.map(({ title, refusal }) => ({ title, message: refusal.message })),
    summary: `${said.join(';')}。`,
  };
}
