import type { Policy } from '../../domain/plan/policy.ts';
import type { RedatedPlan } from '../../domain/plan/redate-types.ts';
import { dueOfTask } from '../../domain/plan/sub-items.ts';
import type { PlanFacts, PlanTask } from '../../domain/plan/types.ts';
import { initialTaskState, startOf } from '../../domain/supervision/initial-states.ts';
import { withEvent } from '../../domain/supervision/pending.ts';
import type { PendingEvent } from '../../domain/supervision/types.ts';
import { askForOwner } from '../../prisma/ask-for-owner.ts';
import { officeOf, unitRows } from '../../prisma/office-unit.ts';
import { recordEntities, startRecorded } from '../../temporal/start-recorded.ts';
import { taskWorkflowId } from '../../workflows/ids.ts';
import type { DeskDeps } from './deps.ts';
import { planState } from './seen-act.ts';

/**
 * Starts a task that came into a running plan, in the phase that runs, owing from now on; `event` says why. A
 * plan that has opened no phase yet starts it with the others; one that runs already stays as it is.
 */
export async function startTaskAmid(
  deps: DeskDeps,
  { planId, taskId }: { planId: string; taskId: string },
  event: Pick<PendingEvent, 'kind' | 'actor' | 'via' | 'body'>,
): Promise<void> {
  const plan = await deps.prisma.plan.findUniqueOrThrow({ where: { id: planId } });
  const task = await deps.prisma.task.findUniqueOrThrow({ where: { id: taskId }, include: { parent: true } });
  const running = await planState(deps.prisma, planId);
  const window = running?.phases[running.current];
  if (!running || !window) return;
  const [facts, policy] = [plan.facts as unknown as PlanFacts, plan.policy as unknown as Policy];
  const dates = plan.dates as unknown as RedatedPlan;
  const units = await unitRows(deps.prisma, planId);
  const now = (await deps.clock.now(plan.clockId)).toISOString();
  const state = initialTaskState({
    planId,
    entityId: taskWorkflowId(taskId),
    clockId: plan.clockId,
    offsetMs: await deps.clock.offsetMs(plan.clockId),
    task: task.facts as unknown as PlanTask,
    dates: undefined,
    dueOn: dueOfTask(task, task.parent ? [task.parent] : [], dates),
    phase: { ...window, epoch: running.epoch },
    units,
    officeUnit: officeOf(units, facts),
    startedAt: startOf(dates, now, policy.values.zone),
    policy,
  });
  const added = withEvent(state, { ...event, at: now, body: { ...event.body, title: task.title } });
  await recordEntities(deps, [added]);
  await startRecorded(deps, added.entityId);
  if (added.parts.length === 0) await askForOwner(deps.prisma, added, window.name, now);
}
