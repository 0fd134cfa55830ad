import { RefusedError, type Refusal } from '../../../domain/refusals.ts';
import { shorten } from '../../../domain/chat/item-label.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../deps.ts';
import { putSubItem } from './add-sub-item.ts';
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
  let [added, there] = [0, 0];
  const refused: { title: string; refusal: Refusal }[] = [];
  for (const row of rows) {
    try {
      if ((await putSubItem(deps, actor, found, row)).alreadyThere) there += 1;
      else added += 1;
    } catch (error) {
      // What is wrong with one; a Temporal or database out of reach ends the whole.
      if (!(error instanceof RefusedError) || error.refusal.code === 'TEMPORAL_UNAVAILABLE') throw error;
      refused.push({ title: row.title, refusal: error.refusal });
    }
  }
  const [first] = refused;
  if (added + there === 0 && first) throw new RefusedError(first.refusal.code, first.refusal.details);
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
