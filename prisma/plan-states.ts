import type { PlanState, SupervisedState } from '../domain/supervision/types.ts';
import { treeOrder } from '../domain/plan/sub-items.ts';
import { phaseWorkflowId, planWorkflowId } from '../workflows/ids.ts';
import type { Db } from './client.ts';
import { taskEntityId } from '../domain/task-entity.ts';

/** Every checkpoint of one plan, read at once. */
export interface PlanStates {
  plan: PlanState | null;
  /** In the order of the plan, each task's sub-items behind it. */
  tasks: SupervisedState[];
  /** Entity of a sub-item → entity of the task of which it is a piece. */
  parents: ReadonlyMap<string, string>;
  /** The phases' own entities, past ones too. */
  phases: SupervisedState[];
  /** Entities of the plan that have something to do at a known instant. */
  timersWaiting: number;
}

/** The states of a plan in one query; a plan that was never started has none. */
export async function planStates(db: Db, planId: string): Promise<PlanStates> {
  const [rows, order] = await Promise.all([
    db.checkpoint.findMany({
      where: { planId },
      select: { entityId: true, kind: true, nextAt: true, state: true },
      orderBy: { entityId: 'asc' },
    }),
    db.task.findMany({ where: { planId }, select: { id: true, parentId: true, ordinal: true } }),
  ]);
  const places = new Map(treeOrder(order).map(({ id }, place) => [taskEntityId(id), place]));
  const of = (kind: string): SupervisedState[] =>
    rows.filter((row) => row.kind === kind).map(({ state }) => state as unknown as SupervisedState);
  const plan = rows.find(({ entityId }) => entityId === planWorkflowId(planId));
  return {
    plan: plan ? (plan.state as unknown as PlanState) : null,
    tasks: of('task').sort((a, b) => (places.get(a.entityId) ?? 0) - (places.get(b.entityId) ?? 0)),
    parents: new Map(
      order.flatMap(({ id, parentId }) => (parentId === null ? [] : [[taskEntityId(id), taskEntityId(parentId)]])),
    ),
    phases: of('phase'),
    timersWaiting: rows.filter(({ nextAt }) => nextAt !== null).length,
  };
}

/** The phase's own entity that is open now. */
export function ownPhase({ plan, phases }: PlanStates): SupervisedState | null {
  const window = plan?.phases[plan.current];
  if (!plan || !window) return null;
  return phases.find(({ entityId }) => entityId === phaseWorkflowId(plan.planId, window.kind, plan.epoch)) ?? null;
}
