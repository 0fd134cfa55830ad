import type { BoardRow } from '../../../web/api.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import { findPlan } from '../find-plan.ts';
import { loadBoard } from './load-board.ts';
import { taskIdOf } from '../../../domain/task-entity.ts';

export interface TaskRow extends BoardRow {
  status: string;
  units: string[];
}

/** A plan's tasks with their ids, units and lights, for the command line. Cancelled ones stand at the end of what was decided, without a light. */
export async function taskList(deps: DeskDeps, actor: DeskActor, { planId }: { planId: string }): Promise<TaskRow[]> {
  const { lines, tasks, taskRows, view } = await loadBoard(deps, await findPlan(deps, actor, planId, 'read-board'));
  return tasks.map((state) => {
    const taskId = taskIdOf(state.entityId) ?? '';
    const line = lines.find((one) => one.taskId === taskId) ?? {
      taskId,
      no: state.no,
      section: null,
      title: state.title,
      dueOn: state.dueOn,
      light: 'grey' as const,
      why: '任务已取消。',
      label: '已取消',
      cells: [],
      parentId: taskRows.find(({ id }) => id === taskId)?.parentId ?? null,
    };
    return { ...line, status: state.status, units: state.parts.map(({ unitId }) => view.unitShort(unitId)) };
  });
}
