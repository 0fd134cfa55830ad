import type { Policy } from '../../../domain/plan/policy.ts';
import type { RedatedPlan } from '../../../domain/plan/redate-types.ts';
import type { PlanFacts, PlanTask } from '../../../domain/plan/types.ts';
import { initialTaskState, startOf } from '../../../domain/supervision/initial-states.ts';
import { withEvent } from '../../../domain/supervision/pending.ts';
import type { Actor } from '../../../domain/supervision/types.ts';
import { askForOwner } from '../../../prisma/ask-for-owner.ts';
import type { Plan } from '../../../prisma/generated/client.ts';
import { officeOf, unitRows } from '../../../prisma/office-unit.ts';
import { recordEntities, startRecorded } from '../../../temporal/start-recorded.ts';
import { taskWorkflowId } from '../../../workflows/ids.ts';
import type { DeskDeps } from '../deps.ts';
import { planState } from '../seen-act.ts';

/** Why a task began amid its plan. */
export interface AddedBy {
  amendmentId: string;
  changeId: string;
  /** Id of the task of which it is a piece. */
  splitFrom: string | null;
  actor: Actor;
  via: string;
}

/** Starts a task that an amendment added, in the phase that runs, owing from now on. A plan that has opened no phase yet starts it with the others. */
export async function startAddedTask(
  deps: DeskDeps,
  { id: planId }: Pick<Plan, 'id'>,
  taskId: string,
  { actor, via, ...by }: AddedBy,
): Promise<void> {
  const plan = await deps.prisma.plan.findUniqueOrThrow({ where: { id: planId } });
  const task = await deps.prisma.task.findUniqueOrThrow({ where: { id: taskId } });
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
    dates: dates.tasks.find(({ at }) => at === task.ordinal),
    phase: { ...window, epoch: running.epoch },
    units,
    officeUnit: officeOf(units, facts),
    startedAt: startOf(dates, now, policy.values.zone),
    policy,
  });
  const added = withEvent(state, { kind: 'taskAdded', actor, via, at: now, body: { ...by, title: task.title } });
  await recordEntities(deps, [added]);
  await startRecorded(deps, added.entityId);
  if (added.parts.length === 0) await askForOwner(deps.prisma, added, window.name, now);
}
