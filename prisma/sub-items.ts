import type { SupervisedState } from '../domain/supervision/types.ts';
import { taskWorkflowId } from '../workflows/ids.ts';
import type { Db } from './client.ts';
import type { Task } from './generated/client.ts';

export interface SubItem {
  row: Task;
  /** null: recorded, not started yet. */
  state: SupervisedState | null;
}

/** What a task was broken down into, in the order in which it was; cancelled ones too. */
export async function subItemsOf(db: Db, parentId: string): Promise<SubItem[]> {
  const rows = await db.task.findMany({ where: { parentId }, orderBy: { ordinal: 'asc' } });
  if (rows.length === 0) return [];
  const checkpoints = await db.checkpoint.findMany({
    where: { entityId: { in: rows.map(({ id }) => taskWorkflowId(id)) } },
    select: { entityId: true, state: true },
  });
  const states = new Map(checkpoints.map(({ entityId, state }) => [entityId, state as unknown as SupervisedState]));
  return rows.map((row) => ({ row, state: states.get(taskWorkflowId(row.id)) ?? null }));
}

/** Their states; one that isn't started yet is open. */
export const standingOf = (subItems: SubItem[]): Pick<SupervisedState, 'no' | 'title' | 'status'>[] =>
  subItems.map(({ row, state }) => state ?? { no: row.no, title: row.title, status: 'waiting' });
