import { resumedParts } from '../../../domain/supervision/pause.ts';
import { loadCalendar } from '../../../prisma/load-calendar.ts';
import { decideTask } from '../decide-task.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../deps.ts';
import { findRunningTask } from '../find-task.ts';

/** 恢复办理 before the day that was said: due days count from today. Throws RefusedError NOT_PAUSED, REASON_REQUIRED. */
export async function resumeTask(
  deps: DeskDeps,
  actor: DeskActor,
  { taskId, reason }: { taskId: string; reason: string },
): Promise<DeskResult> {
  const found = await findRunningTask(deps, actor, taskId, 'pause');
  const { state, policy, now } = found;
  const by = { calendar: await loadCalendar(deps.prisma), policy, now };
  const parts = state.paused ? resumedParts(state.paused, by) : [];
  return decideTask(deps, actor, found, { kind: 'resume', reason, parts });
}
