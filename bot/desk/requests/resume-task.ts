import { resumedParts } from '../../../domain/supervision/pause.ts';
import { loadCalendar } from '../../../prisma/load-calendar.ts';
import { decideTask } from '../decide-task.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../deps.ts';
import { findRunningTask } from '../find-task.ts';
import { eachOpenSubItem, type Running } from '../sub-items/each-open.ts';

/**
 * 恢复办理 before the day that was said: due days count from today. What was put off with the task, by the same
 * day and reason, goes on with it. Throws RefusedError NOT_PAUSED, REASON_REQUIRED.
 */
export async function resumeTask(
  deps: DeskDeps,
  actor: DeskActor,
  { taskId, reason }: { taskId: string; reason: string },
): Promise<DeskResult> {
  const found = await findRunningTask(deps, actor, taskId, 'pause');
  const { policy, now } = found;
  const calendar = await loadCalendar(deps.prisma);
  const resume = ({ state, ...one }: Running, by: DeskActor): Promise<DeskResult> => {
    const parts = state.paused ? resumedParts(state.paused, { calendar, policy, now }) : [];
    return decideTask(deps, by, { ...one, state }, { kind: 'resume', reason, parts });
  };
  const { paused } = found.state;
  let count = 0;
  if (paused)
    await eachOpenSubItem(deps, actor, found, async (sub, by) => {
      if (sub.state.paused?.until !== paused.until || sub.state.paused.reason !== paused.reason) return;
      await resume(sub, by);
      count += 1;
    });
  const done = await resume(found, actor);
  return count === 0 ? done : { summary: `${done.summary};其${count}项分解任务一并恢复` };
}
