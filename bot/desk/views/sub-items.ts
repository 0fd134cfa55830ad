import { may } from '../../../domain/rights.ts';
import { board, type BoardLine, type BoardView } from '../../../domain/supervision/board.ts';
import { notBreakable, tallyOf, tallyText } from '../../../domain/supervision/sub-items.ts';
import { treeLines } from '../../../domain/supervision/tree-lights.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import type { Db } from '../../../prisma/client.ts';
import { standingOf, subItemsOf } from '../../../prisma/sub-items.ts';
import type { TaskStory } from '../../../web/api.ts';
import type { DeskActor } from '../deps.ts';
import type { FoundTask } from '../find-task.ts';

/** Why a task that was dropped has no light. */
export const CANCELLED = { zh: '任务已取消。', en: 'The task is cancelled.' };

/** A task's line with its sub-items under it, and the task of which it is itself a piece. `line`: null for a cancelled one. */
export async function subItemsView(
  db: Db,
  { grants, locale = 'zh' }: DeskActor,
  { task, row }: Pick<FoundTask, 'task' | 'row'>,
  state: SupervisedState,
  view: BoardView,
): Promise<Pick<TaskStory, 'parent' | 'subItems'> & { line: BoardLine | null }> {
  const subItems = await subItemsOf(db, task.id);
  const { parentId } = task;
  const parent = parentId === null ? null : await db.task.findUnique({ where: { id: parentId } });
  const states = subItems.flatMap(({ row: { id, section }, state: of }) =>
    of ? [{ taskId: id, section, state: of }] : [],
  );
  const all = [{ taskId: task.id, section: task.section, state }, ...states];
  const closed = new Set(all.filter((one) => one.state.status === 'closed').map(({ taskId }) => taskId));
  const lines = treeLines(
    board(all, view),
    (id) => (id === task.id ? null : task.id),
    (id) => closed.has(id),
    view.locale,
  );
  const rows = states.map(({ taskId, state: of }) => {
    const line = lines.find((one) => one.taskId === taskId);
    return {
      taskId,
      no: of.no,
      title: of.title,
      dueOn: of.dueOn,
      light: line?.light ?? ('grey' as const),
      label: line?.label ?? '已取消',
      why: line?.why ?? CANCELLED[locale],
      units: of.parts.map(({ unitId, role }) => ({ short: view.unitShort(unitId), role })),
    };
  });
  return {
    parent: parent && { taskId: parent.id, no: parent.no, title: parent.title },
    subItems: {
      rows,
      text: tallyText(tallyOf(standingOf(subItems)), locale),
      mayAdd: parentId === null && notBreakable(state) === null && may('break-down', grants, { planId: row.id }),
    },
    line: lines.find(({ taskId }) => taskId === task.id) ?? null,
  };
}
