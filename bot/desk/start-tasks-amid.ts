import type { Policy } from '../../domain/plan/policy.ts';
import type { RedatedPlan } from '../../domain/plan/redate-types.ts';
import { dueOfTask } from '../../domain/plan/sub-items.ts';
import type { PlanFacts, PlanTask } from '../../domain/plan/types.ts';
import { initialTaskState, startOf } from '../../domain/supervision/initial-states.ts';
import { withEvent } from '../../domain/supervision/pending.ts';
import type { PendingEvent, SupervisedState } from '../../domain/supervision/types.ts';
import { askForOwner } from '../../prisma/ask-for-owner.ts';
import { officeOf, presentUnits } from '../../prisma/office-unit.ts';
import { recordEntities, startRecorded } from '../../temporal/start-recorded.ts';
import { taskWorkflowId } from '../../workflows/ids.ts';
import type { DeskDeps } from './deps.ts';
import { planState } from './seen-act.ts';

export interface StartedAmid {
  taskId: string;
  /** Why it came into the running plan. */
  event: Pick<PendingEvent, 'kind' | 'actor' | 'via' | 'body'>;
}

/**
 * Starts tasks that came into a running plan, in the phase that runs, owing from now on. A plan that has opened no
 * phase yet starts them with the others; one that runs already stays as it is.
 */
export async function startTasksAmid(deps: DeskDeps, planId: string, asked: StartedAmid[]): Promise<void> {
  const plan = await deps.prisma.plan.findUniqueOrThrow({ where: { id: planId } });
  const running = await planState(deps.prisma, planId);
  const window = running?.phases[running.current];
  if (!running || !window) return;
  const [facts, policy] = [plan.facts as unknown as PlanFacts, plan.policy as unknown as Policy];
  const dates = plan.dates as unknown as RedatedPlan;
  const units = await presentUnits(deps.prisma, planId);
  const now = (await deps.clock.now(plan.clockId)).toISOString();
  const common = {
    planId,
    clockId: plan.clockId,
    offsetMs: await deps.clock.offsetMs(plan.clockId),
    phase: { ...window, epoch: running.epoch },
    units,
    officeUnit: officeOf(units, facts),
    startedAt: startOf(dates, now, policy.values.zone),
    policy,
  };
  const states: SupervisedState[] = [];
  for (const { taskId, event } of asked) {
    const task = await deps.prisma.task.findUniqueOrThrow({ where: { id: taskId }, include: { parent: true } });
    const state = initialTaskState({
      ...common,
      entityId: taskWorkflowId(taskId),
      task: task.facts as unknown as PlanTask,
      dates: undefined,
      dueOn: dueOfTask(task, task.parent ? [task.parent] : [], dates),
    });
    states.push(withEvent(state, { ...event, at: now, body: { ...event.body, title: task.title } }));
  }
  // All of them before the first is started: a person's digest waits for every one that is on record.
  await recordEntities(deps, states);
  for (const state of states) {
    await startRecorded(deps, state.entityId);
    if (state.parts.length === 0 && (await hasNoOwner(deps, state.entityId)))
      await askForOwner(deps.prisma, state, window.name, now);
  }
}

/** Told again after a crash, it may have been assigned meanwhile: nobody is asked twice. */
async function hasNoOwner({ prisma }: DeskDeps, entityId: string): Promise<boolean> {
  const { state } = await prisma.checkpoint.findUniqueOrThrow({ where: { entityId }, select: { state: true } });
  const { status, parts } = state as unknown as SupervisedState;
  return parts.length === 0 && status === 'open';
}
