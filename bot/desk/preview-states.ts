import { localDateOf } from '../../domain/calendar/local-time.ts';
import type { Policy } from '../../domain/plan/policy.ts';
import type { RedatedPlan } from '../../domain/plan/redate-types.ts';
import type { Instant, PlanFacts, PlanTask } from '../../domain/plan/types.ts';
import { initialPhaseState, initialTaskState, phaseWindows, startOf } from '../../domain/supervision/initial-states.ts';
import { recurringStates } from '../../domain/supervision/recurring-states.ts';
import type { PhaseWindow, SupervisedState } from '../../domain/supervision/types.ts';
import type { Task } from '../../prisma/generated/client.ts';
import { officeOf } from '../../prisma/office-unit.ts';
import type { UnitRow } from '../../domain/supervision/expand-units.ts';
import { phaseWorkflowId, taskWorkflowId } from '../../workflows/ids.ts';

export interface PreviewOf {
  planId: string;
  clockId: string;
  facts: PlanFacts;
  policy: Policy;
  /** null: no dates were chosen yet. */
  dates: RedatedPlan | null;
  tasks: Pick<Task, 'id' | 'ordinal' | 'facts'>[];
  units: UnitRow[];
  now: Instant;
}

/** The states that a plan would start with, in the order of the plan: for a board and a first week before any workflow runs. */
export function previewStates(of: PreviewOf): {
  tasks: SupervisedState[];
  /** The phase's own duties, and the printed ones that come back. */
  own: SupervisedState[];
} {
  const { planId, clockId, facts, policy, dates, now } = of;
  const officeUnit = officeOf(of.units, facts);
  const phase: PhaseWindow | undefined = dates ? phaseWindows(dates)[0] : undefined;
  const common = {
    planId,
    clockId,
    offsetMs: 0,
    policy,
    officeUnit,
    startedAt: dates ? startOf(dates, now, policy.values.zone) : now,
  };
  const tasks = of.tasks.map((task) => {
    const due = dates?.tasks.find(({ at }) => at === task.ordinal);
    const window = phase ?? { kind: 'deployment' as const, epoch: 0, name: '', start: '', end: '' };
    const state = initialTaskState({
      ...common,
      entityId: taskWorkflowId(task.id),
      task: task.facts as unknown as PlanTask,
      dates: due,
      phase: window,
      units: of.units,
    });
    return phase ? state : { ...state, status: 'waiting' as const, phase: null };
  });
  const duties = dates?.phases.find(({ kind }) => kind === phase?.kind)?.duties ?? [];
  if (!phase) return { tasks, own: [] };
  const entityId = phaseWorkflowId(planId, phase.kind, 0);
  const recurring = recurringStates(
    { ...common, entityId, phase },
    {
      facts,
      tasks: of.tasks.map((task) => task.facts as unknown as PlanTask),
      units: of.units,
      from: localDateOf(common.startedAt, policy.values.zone),
    },
  );
  return { tasks, own: [initialPhaseState({ ...common, entityId, phase, duties }), ...recurring] };
}
