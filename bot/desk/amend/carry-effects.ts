import { RefusedError } from '../../../domain/refusals.ts';
import type { EntityAmendment } from '../../../domain/supervision/amend-entity.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import { askForOwner } from '../../../prisma/ask-for-owner.ts';
import { officeUnitId } from '../../../prisma/office-unit.ts';
import { openAnswer } from '../../../prisma/queries/open-answer.ts';
import { ownPhase, planStates, type PlanStates } from '../../../prisma/plan-states.ts';
import { taskWorkflowId } from '../../../workflows/ids.ts';
import type { Envelope } from '../../../workflows/messages.ts';
import type { DeskDeps } from '../deps.ts';
import { settleByKey } from '../settle-by-key.ts';
import { amendmentOf, type LoadedAmendment, type LoadedChange } from './find-amendment.ts';
import { startAddedTask } from './start-added-task.ts';
import { isPhaseRefusal, takeBack } from './take-back.ts';

type Changed = Omit<EntityAmendment, 'amendmentId' | 'changeId'>;

/**
 * Tells the running workflows of an accepted change: one Update an entity, by amendment and change, so that
 * telling it again (after a crash in between) changes nothing. Throws RefusedError TEMPORAL_UNAVAILABLE, and where
 * the plan's workflow refuses other phases (the change is then open again); the change waits for the next attempt, as it does while an answer about what it ends is being read.
 */
export async function carryEffects(
  deps: DeskDeps,
  amendmentId: string,
  changeId: string,
): Promise<'carried' | 'waiting'> {
  const row = await deps.prisma.amendment.findUniqueOrThrow({
    where: { id: amendmentId },
    include: { changes: { orderBy: { ordinal: 'asc' } }, plan: true },
  });
  const amendment = amendmentOf(row);
  const change = amendment.changes.find(({ id }) => id === changeId);
  if (!change?.effects || change.appliedAt !== null) return 'carried';
  const envelope: Envelope & { actId: string } = {
    actId: `${amendmentId}/${changeId}`,
    offsetMs: await deps.clock.offsetMs(row.plan.clockId),
    actor: change.decidedBy ?? { id: 'system', name: '系统' },
    via: change.decidedVia ?? 'system',
  };
  const { effects } = change;
  const now = (await deps.clock.now(row.plan.clockId)).toISOString();
  const states = await planStates(deps.prisma, row.planId);
  if (effects.plan && states.plan?.status === 'running') {
    // Refused and accepted again is another act: the first one's outcome must not be its answer.
    const actId = `${envelope.actId}/${change.decidedAt?.getTime() ?? 0}`;
    try {
      await deps.updates.amend(row.planId, { ...envelope, actId, amendmentId, changeId, ...effects.plan });
    } catch (error) {
      if (error instanceof RefusedError && isPhaseRefusal(error.refusal.code))
        await takeBack(deps, amendment, change, error.refusal);
      throw error;
    }
  }
  for (const taskId of effects.added) await startAddedTask(deps, row.plan, taskId, changeNote(amendment, change));
  const changed = changedEntities(amendment, change, states);
  for (const [state, ending] of changed) if (await isBeingAnswered(deps, state, ending)) return 'waiting';
  for (const [state, changes] of changed)
    await tell(deps, state, { amendmentId, changeId, ...changes }, { ...envelope, now });
  await deps.prisma.amendmentChange.update({
    where: { amendmentId_changeId: { amendmentId, changeId } },
    data: { appliedAt: new Date() },
  });
  return 'carried';
}

/** An answer about what is to end was received and isn't registered yet: it comes first, so that it counts. */
async function isBeingAnswered(
  { prisma }: DeskDeps,
  { entityId, parts }: SupervisedState,
  { cancel, partsOut = [] }: Changed,
): Promise<boolean> {
  const ending = parts.filter(({ unitId }) => cancel || partsOut.some((out) => out.unitId === unitId));
  for (const { id, unitId } of ending) {
    const answer = await openAnswer(prisma, { entityId, partId: id, unitId });
    if (answer && answer.until > new Date()) return true;
  }
  return false;
}

/** Every open entity that the change reaches, with all that it means for it: an entity is told of a change once. */
function changedEntities(
  { planId }: LoadedAmendment,
  { effects }: LoadedChange,
  states: PlanStates,
): [SupervisedState, Changed][] {
  const { tasks = [], windows = [], phases = [] } = effects ?? {};
  const isOpen = ({ status }: SupervisedState): boolean => status === 'open' || status === 'waiting';
  const told = states.tasks.filter(isOpen).flatMap((state): [SupervisedState, Changed][] => {
    const amended = tasks.find(({ id }) => taskWorkflowId(id) === state.entityId)?.amended ?? {};
    const window = windows.find(({ kind }) => kind === state.phase?.kind);
    const changed: Changed = { ...amended, ...(window ? { window } : {}) };
    return Object.keys(changed).length > 0 ? [[state, changed]] : [];
  });
  const own = ownPhase(states);
  if (!own || !isOpen(own) || !own.phase) return told;
  const window = windows.find(({ kind }) => kind === own.phase?.kind);
  const duties = phases.find(({ kind }) => kind === own.phase?.kind);
  const office = officeUnitOf(own, planId);
  const changed: Changed = {
    ...(window ? { window, dueOn: window.end, title: window.name } : {}),
    ...(duties && duties.out.length > 0 ? { partsOut: duties.out.map((title) => ({ unitId: office, title })) } : {}),
    ...(duties && duties.in.length > 0
      ? { partsIn: duties.in.map((title, at) => dutyPart(own, office, title, at)) }
      : {}),
  };
  return Object.keys(changed).length > 0 ? [...told, [own, changed]] : told;
}

const officeUnitOf = ({ parts }: SupervisedState, planId: string): string => parts[0]?.unitId ?? officeUnitId(planId);

const dutyPart = ({ parts }: SupervisedState, unitId: string, title: string, at: number) => ({
  id: `p${parts.length + at + 1}`,
  unitId,
  role: 'lead' as const,
  relation: 'subordinate' as const,
  title,
});

const changeNote = ({ id, taskIds, match }: LoadedAmendment, change: LoadedChange) => {
  const { touches } = change.body;
  const place = touches.what === 'task' ? touches.now : null;
  const from = match.added.find(({ now }) => now === place)?.splitFrom ?? null;
  return {
    amendmentId: id,
    changeId: change.id,
    splitFrom: from === null ? null : (taskIds[from] ?? null),
    actor: change.decidedBy ?? { id: 'system', name: '系统' },
    via: change.decidedVia ?? 'system',
  };
};

/** One that has ended meanwhile has nothing left to amend. */
async function tell(
  deps: DeskDeps,
  state: SupervisedState,
  amendment: EntityAmendment,
  { now, ...envelope }: Envelope & { actId: string; now: string },
): Promise<void> {
  const act = { kind: 'amend' as const, amendment };
  try {
    await deps.updates.decide(state.entityId, { ...envelope, ownPartIds: [], act });
  } catch (error) {
    if (!(error instanceof RefusedError) || error.refusal.code !== 'TASK_CLOSED') throw error;
    return;
  }
  if (amendment.cancel || amendment.partsIn) {
    const { id: personId, name } = envelope.actor;
    const by = { personId, name, via: envelope.via, grants: [], memberships: [] };
    await settleByKey(deps, by, state.planId, `unassigned/${state.entityId}`);
  }
  if (state.kind !== 'task' || !amendment.partsOut) return;
  const row = await deps.prisma.checkpoint.findUniqueOrThrow({ where: { entityId: state.entityId } });
  const after = row.state as unknown as SupervisedState;
  if (after.status === 'open' && after.parts.length === 0)
    await askForOwner(deps.prisma, after, after.phase?.name ?? '', now);
}
