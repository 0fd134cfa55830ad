import type { LocalDate } from '../../../domain/plan/types.ts';
import { pauseTerms } from '../../../domain/supervision/pause.ts';
import { loadCalendar } from '../../../prisma/load-calendar.ts';
import { planSpan } from '../../../prisma/plan-span.ts';
import { decideTask } from '../decide-task.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../deps.ts';
import { findRunningTask } from '../find-task.ts';

/** 暂缓至某日: nothing is sent until then, and every part keeps the working days it had left. Throws RefusedError TASK_PAUSED, PAUSE_DATE, REASON_REQUIRED. */
export async function pauseTask(
  deps: DeskDeps,
  actor: DeskActor,
  { taskId, until, reason }: { taskId: string; until: LocalDate; reason: string },
): Promise<DeskResult> {
  const found = await findRunningTask(deps, actor, taskId, 'pause');
  const { state, policy, now, row } = found;
  const { planEnd } = await planSpan(deps.prisma, row.id);
  const terms = pauseTerms(state, until, planEnd, { calendar: await loadCalendar(deps.prisma), policy, now });
  return decideTask(deps, actor, found, { kind: 'pause', until, reason, terms });
}
