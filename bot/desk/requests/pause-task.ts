import type { LocalDate } from '../../../domain/plan/types.ts';
import { dayWords } from '../../../domain/supervision/day-words.ts';
import { pauseTerms } from '../../../domain/supervision/pause.ts';
import { loadCalendar } from '../../../prisma/load-calendar.ts';
import { planSpan } from '../../../prisma/plan-span.ts';
import { decideTask } from '../decide-task.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../deps.ts';
import { findRunningTask } from '../find-task.ts';
import { refuseRecorded } from '../refuse.ts';
import { eachOpenSubItem, type Running } from '../sub-items/each-open.ts';

/**
 * 暂缓至某日: nothing is sent until then, and every part keeps the working days it had left. What the task was broken
 * down into waits with it, but for what is put off already. Throws RefusedError TASK_PAUSED, SUB_ITEM_DUE, PAUSE_DATE, REASON_REQUIRED.
 */
export async function pauseTask(
  deps: DeskDeps,
  actor: DeskActor,
  { taskId, until, reason }: { taskId: string; until: LocalDate; reason: string },
): Promise<DeskResult> {
  const found = await findRunningTask(deps, actor, taskId, 'pause');
  const { policy, now, row } = found;
  const { planEnd, parentDue } = await planSpan(deps.prisma, row.id, found.entityId);
  const calendar = await loadCalendar(deps.prisma);
  const termsOf = ({ state }: Running) => pauseTerms(state, until, planEnd, { calendar, policy, now });
  const pause = (one: Running, by: DeskActor): Promise<DeskResult> =>
    decideTask(deps, by, one, { kind: 'pause', until, reason, terms: termsOf(one) });
  const beyond = termsOf(found).parts.find(({ dueOn }) => parentDue !== undefined && dueOn > parentDue);
  if (beyond && parentDue !== undefined)
    return refuseRecorded(deps, actor, row.id, 'pause', 'SUB_ITEM_DUE', {
      date: dayWords(beyond.dueOn),
      due: dayWords(parentDue),
    });
  // Its sub-items first: cut off in between, the task is still there to be put off again.
  let count = 0;
  if (!found.state.paused)
    await eachOpenSubItem(deps, actor, found, async (sub, by) => {
      if (sub.state.paused) return;
      await pause(sub, by);
      count += 1;
    });
  const done = await pause(found, actor);
  return count === 0 ? done : { summary: `${done.summary};其${count}项分解任务一并暂缓` };
}
