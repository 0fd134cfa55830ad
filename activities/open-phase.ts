import { heartbeat } from '@temporalio/activity';
import { localDateOf } from '../domain/calendar/local-time.ts';
import type { Policy } from '../domain/plan/policy.ts';
import type { RedatedPlan } from '../domain/plan/redate-types.ts';
import { dueOfTask } from '../domain/plan/sub-items.ts';
import type { PlanFacts, PlanTask } from '../domain/plan/types.ts';
import { initialPhaseState, initialTaskState, startOf } from '../domain/supervision/initial-states.ts';
import { recurringStates } from '../domain/supervision/recurring-states.ts';
import type { PhaseWindow, SupervisedState } from '../domain/supervision/types.ts';
import { askForOwner } from '../prisma/ask-for-owner.ts';
import { officeOf, presentUnits } from '../prisma/office-unit.ts';
import { recordEntities, startRecorded } from '../temporal/start-recorded.ts';
import { phaseWorkflowId, taskWorkflowId } from '../workflows/ids.ts';
import type { ActivityDeps } from './deps.ts';
import type { OpenPhase } from './types.ts';

/**
 * Starts the phase that opens and every task that isn't running yet, and tells those that are. Each start is
 * by id and each word by epoch, so that a repeated run changes nothing. A checkpoint is there before its
 * workflow, so that a crash in between is mended by `repair`.
 */
export async function openPhase(deps: ActivityDeps, input: OpenPhase): Promise<void> {
  const { planId, clockId, offsetMs, phase } = input;
  if (input.closes) {
    const { kind, epoch } = input.closes;
    const reason = phase ? `转入${phase.name}` : '方案结束';
    for (const entityId of await ownEntities(deps, planId, phaseWorkflowId(planId, kind, epoch)))
      await deps.entities.signal(entityId, 'phaseClosed', { offsetMs, reason });
  }
  if (!phase) return;
  const plan = await deps.prisma.plan.findUniqueOrThrow({
    where: { id: planId },
    include: { tasks: { orderBy: { ordinal: 'asc' } } },
  });
  const facts = plan.facts as unknown as PlanFacts;
  const dates = plan.dates as unknown as RedatedPlan;
  const policy = plan.policy as unknown as Policy;
  const units = await presentUnits(deps.prisma, planId);
  const officeUnit = officeOf(units, facts);
  const common = {
    planId,
    clockId,
    offsetMs,
    policy,
    officeUnit,
    startedAt: startOf(dates, input.now, policy.values.zone),
  };

  const duties = dates.phases.find(({ kind }) => kind === phase.kind)?.duties ?? [];
  const own = initialPhaseState({
    ...common,
    entityId: phaseWorkflowId(planId, phase.kind, phase.epoch),
    phase,
    duties,
  });
  const now = common.startedAt > input.now ? common.startedAt : input.now;
  const recurring = recurringStates(
    { ...common, entityId: own.entityId, phase },
    {
      facts,
      tasks: plan.tasks.filter(({ parentId }) => parentId === null).map((task) => task.facts as unknown as PlanTask),
      units,
      from: localDateOf(now, policy.values.zone),
    },
  );
  const tasks = plan.tasks.map((task) => {
    const dueOn = dueOfTask(task, plan.tasks, dates);
    const seed = { ...common, entityId: taskWorkflowId(task.id), task: task.facts as unknown as PlanTask };
    return { dueOn, state: initialTaskState({ ...seed, dates: undefined, dueOn, phase, units }) };
  });
  // All of them before the first is started: a person's digest waits for every one that is on record.
  await recordEntities(deps, [own, ...recurring, ...tasks.map(({ state }) => state)]);
  for (const { entityId } of [own, ...recurring]) await startRecorded(deps, entityId);
  for (const { state, dueOn } of tasks) {
    heartbeat();
    if (!(await startRecorded(deps, state.entityId))) await tellPhase(deps, input, state.entityId, phase, dueOn);
    else if (state.parts.length === 0) await askForOwner(deps.prisma, state, phase.name, input.now);
  }
}

/** The phase's own entity, and those of its recurring duties that are open. */
async function ownEntities({ prisma }: ActivityDeps, planId: string, own: string): Promise<string[]> {
  const recurring = await prisma.checkpoint.findMany({
    where: { planId, kind: 'phase', status: 'open', entityId: { startsWith: `${own}/` } },
    select: { entityId: true },
    orderBy: { entityId: 'asc' },
  });
  return [own, ...recurring.map(({ entityId }) => entityId)];
}

/** The checkpoint is due from now until the task itself has taken note: a lost word shows, and a step waits for it. */
async function tellPhase(
  deps: ActivityDeps,
  { now, offsetMs }: OpenPhase,
  entityId: string,
  phase: PhaseWindow,
  dueOn: string | null,
): Promise<void> {
  const { state, status } = await deps.prisma.checkpoint.findUniqueOrThrow({ where: { entityId } });
  const known = (state as unknown as SupervisedState).phase?.epoch ?? 0;
  if (status === 'closed' || status === 'cancelled' || known >= phase.epoch) return;
  await deps.prisma.checkpoint.updateMany({ where: { entityId, status }, data: { nextAt: new Date(now) } });
  await deps.entities.signal(entityId, 'phaseChanged', { offsetMs, phase, dueOn });
}
