import { heartbeat } from '@temporalio/activity';
import type { Policy } from '../domain/plan/policy.ts';
import type { RedatedPlan } from '../domain/plan/redate-types.ts';
import type { PlanFacts, PlanTask } from '../domain/plan/types.ts';
import { initialPhaseState, initialTaskState, startOf } from '../domain/supervision/initial-states.ts';
import type { PhaseWindow, SupervisedState } from '../domain/supervision/types.ts';
import type { Prisma } from '../prisma/client.ts';
import { putOfficeItem } from '../prisma/office-items.ts';
import { officeOf, unitRows } from '../prisma/office-unit.ts';
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
    await deps.entities.signal(phaseWorkflowId(planId, kind, epoch), 'phaseClosed', {
      offsetMs,
      reason: phase ? `转入${phase.name}` : '方案结束',
    });
  }
  if (!phase) return;
  const plan = await deps.prisma.plan.findUniqueOrThrow({
    where: { id: planId },
    include: { tasks: { orderBy: { ordinal: 'asc' } } },
  });
  const facts = plan.facts as unknown as PlanFacts;
  const dates = plan.dates as unknown as RedatedPlan;
  const policy = plan.policy as unknown as Policy;
  const units = await unitRows(deps.prisma, planId);
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
  const tasks = plan.tasks.map((task) => {
    const due = dates.tasks.find(({ at }) => at === task.ordinal);
    const seed = { ...common, entityId: taskWorkflowId(task.id), task: task.facts as unknown as PlanTask };
    return { dueOn: due?.due.effective ?? null, state: initialTaskState({ ...seed, dates: due, phase, units }) };
  });
  // All of them before the first is started: a person's digest waits for every one that is on record.
  await record(deps, [own, ...tasks.map(({ state }) => state)]);
  await start(deps, own);
  for (const { state, dueOn } of tasks) {
    heartbeat();
    if (!(await start(deps, state))) await tellPhase(deps, input, state.entityId, phase, dueOn);
    else if (state.parts.length === 0) await askForOwner(deps, input, state, phase);
  }
}

async function record(deps: ActivityDeps, states: SupervisedState[]): Promise<void> {
  const data = states.map((state) => {
    const { entityId, kind, planId, generation, version, status } = state;
    return { entityId, kind, planId, generation, version, status, state: state as unknown as Prisma.InputJsonValue };
  });
  await deps.prisma.checkpoint.createMany({ data, skipDuplicates: true });
}

/** True where the entity had not taken its first turn: it is started from what is on record. */
async function start(deps: ActivityDeps, { entityId }: SupervisedState): Promise<boolean> {
  const { state, version } = await deps.prisma.checkpoint.findUniqueOrThrow({ where: { entityId } });
  if (version > 0) return false;
  await deps.entities.start(state as unknown as SupervisedState);
  return true;
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

async function askForOwner(
  deps: ActivityDeps,
  { now, planId }: OpenPhase,
  state: SupervisedState,
  phase: PhaseWindow,
): Promise<void> {
  await putOfficeItem(deps.prisma, {
    planId,
    key: `unassigned/${state.entityId}`,
    kind: 'unassigned',
    entityId: state.entityId,
    body: { no: state.no, title: state.title, phase: phase.name },
    planAt: new Date(now),
  });
}
