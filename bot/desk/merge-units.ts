import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { itemLabel } from '../../domain/chat/item-label.ts';
import { RefusedError } from '../../domain/refusals.ts';
import type { PlanFacts, UnitRelation } from '../../domain/plan/types.ts';
import { MIN_REASON } from '../../domain/supervision/office-act.ts';
import type { MoveTo } from '../../domain/supervision/move-part.ts';
import type { Part, SupervisedState } from '../../domain/supervision/types.ts';
import { appendDeskEventIn } from '../../prisma/events.ts';
import type { Unit } from '../../prisma/generated/client.ts';
import { mergeUnitRows } from '../../prisma/merge-unit-rows.ts';
import { planStates } from '../../prisma/plan-states.ts';
import { decideTask } from './decide-task.ts';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { unitByName } from './find-part.ts';
import { findPlan } from './find-plan.ts';
import { findRunningTask } from './find-task.ts';
import { eventActor, refuseRecorded } from './refuse.ts';
import { afterMove } from './reassign-part.ts';
import { taskIdOf } from '../../domain/task-entity.ts';

export interface MergeAsk {
  planId: string;
  /** Names: the unit that goes, and the one that it becomes part of. */
  from: string;
  into: string;
  reason: string;
}

/**
 * 机构改革: one unit becomes part of another. Its names mean the other from now on, its contacts go along for the tasks
 * that they had, and its open parts move as by 改派, each by an act of its own, so that the same word again does what a
 * crash left. What is refused for one task is named and left to the office. Throws RefusedError UNIT_UNKNOWN,
 * UNIT_OWN_MERGE, UNIT_MERGED, REASON_REQUIRED.
 */
export async function mergeUnits(deps: DeskDeps, actor: DeskActor, ask: MergeAsk): Promise<DeskResult> {
  const { planId, reason } = ask;
  const { prisma } = deps;
  const { facts, now } = await findPlan(deps, actor, planId, 'merge-units');
  const { gone, into } = await bothUnits(deps, actor, ask, facts);
  if (reason.trim().length < MIN_REASON) return refuseRecorded(deps, actor, planId, 'merge-units', 'REASON_REQUIRED');
  const { tasks } = await planStates(prisma, planId);
  const open = tasks.filter(({ status }) => status === 'open' || status === 'waiting');
  const moving = open.flatMap((state) => partsOf(state, gone.id).map((part) => ({ state, part })));
  if (gone.mergedInto === null)
    await prisma.$transaction(async (tx) => {
      await mergeUnitRows(
        tx,
        gone,
        into,
        open.filter((state) => partsOf(state, gone.id).length > 0).map(({ entityId }) => taskIdOf(entityId) ?? ''),
      );
      await appendDeskEventIn(tx, {
        planId,
        kind: 'unitsMerged',
        actor: eventActor(actor),
        via: actor.via,
        planAt: new Date(now),
        body: { from: gone.name, fromId: gone.id, to: into.name, toId: into.id, reason, parts: moving.length },
      });
    });
  const to: MoveTo = { unitId: into.id, relation: into.relation as UnitRelation, unit: into.name };
  const left: string[] = [];
  for (const { state, part } of moving) {
    const found = await findRunningTask(deps, actor, taskIdOf(state.entityId) ?? '', 'merge-units');
    // By the part, not by the try: a second one finds what is done already.
    const by = { ...actor, actId: `merge/${state.entityId}/${part.id}/${into.id}` };
    const act = {
      kind: 'reassign' as const,
      partId: part.id,
      to,
      fromUnit: gone.name,
      reason,
      succession: true as const,
    };
    try {
      await decideTask(deps, by, found, act);
      await afterMove(deps, actor, found, part.id, to);
    } catch (error) {
      // Of this task alone: it stands on the task's own chain, and the summary names it.
      if (!(error instanceof RefusedError) || error.refusal.code === 'TEMPORAL_UNAVAILABLE') throw error;
      left.push(`${itemLabel(state.no, state.title)}:${error.refusal.message}`);
    }
  }
  const words = catalogueFor().people;
  return { summary: words.unitsMerged(gone.name, into.name, moving.length - left.length, left) };
}

const partsOf = (state: SupervisedState, unitId: string): Part[] =>
  state.parts.filter((part) => part.unitId === unitId && part.completion !== 'accepted');

async function bothUnits(
  deps: DeskDeps,
  actor: DeskActor,
  { planId, from, into }: MergeAsk,
  facts: PlanFacts,
): Promise<{ gone: Unit; into: Unit }> {
  const units = await deps.prisma.unit.findMany({ where: { planId } });
  // The one that goes is named as it was, even where its name means the other already.
  const gone = units.find(({ id, name, short }) => id === from || name === from || short === from);
  const other = unitByName(units, into);
  const unknown = gone ? (other ? null : into) : from;
  if (!gone || !other || unknown !== null)
    return refuseRecorded(deps, actor, planId, 'merge-units', 'UNIT_UNKNOWN', { unit: (unknown ?? '').slice(0, 80) });
  if (gone.id === other.id || gone.name === facts.office.name || gone.kind === 'group' || other.kind === 'group')
    return refuseRecorded(deps, actor, planId, 'merge-units', 'UNIT_OWN_MERGE');
  if (gone.mergedInto !== null && gone.mergedInto !== other.id)
    return refuseRecorded(deps, actor, planId, 'merge-units', 'UNIT_MERGED', { unit: gone.name });
  return { gone, into: other };
}
