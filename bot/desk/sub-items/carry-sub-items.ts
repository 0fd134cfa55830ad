import { RefusedError } from '../../../domain/refusals.ts';
import type { NoteSubItem } from '../../../domain/supervision/note-sub-item.ts';
import type { PlanTask } from '../../../domain/plan/types.ts';
import { taskWorkflowId } from '../../../workflows/ids.ts';
import type { Envelope } from '../../../workflows/messages.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import type { FoundTask } from '../find-task.ts';
import { eventActor } from '../refuse.ts';
import { startTasksAmid, type StartedAmid } from '../start-tasks-amid.ts';

type By = Pick<Envelope, 'actor' | 'via'>;

/**
 * Puts sub-items of one plan into their parents' stories and starts them. Both happen once however often this is
 * called; the start comes last, so that one that is on record without a workflow is one for which this is still to do.
 */
export async function carrySubItems(deps: DeskDeps, planId: string, taskIds: string[], by: By): Promise<void> {
  const started: StartedAmid[] = [];
  for (const taskId of taskIds) {
    const task = await deps.prisma.task.findUniqueOrThrow({
      where: { id: taskId },
      include: { parent: true, plan: { select: { clockId: true } } },
    });
    const { parent, plan, no, title, dueOn } = task;
    if (!parent) continue;
    const { leadUnits, responsibleUnits } = task.facts as unknown as PlanTask;
    const note = { taskId, no, title, units: [...leadUnits, ...responsibleUnits], dueOn };
    await noteOnParent(deps, { parentId: parent.id, clockId: plan.clockId, what: 'added', ...note }, by);
    const body = { parentId: parent.id, parentNo: parent.no, parentTitle: parent.title };
    started.push({ taskId, event: { kind: 'brokenOut', ...by, body } });
  }
  await startTasksAmid(deps, planId, started);
}

export interface Noted extends Omit<NoteSubItem, 'kind'> {
  parentId: string;
  clockId: string;
}

/** A line in the story of a task whose piece was added, accepted or cancelled; one that is over takes none. */
export async function noteOnParent(deps: DeskDeps, { parentId, clockId, ...note }: Noted, by: By): Promise<void> {
  try {
    await deps.updates.decide(taskWorkflowId(parentId), {
      actId: `sub-item/${note.taskId}/${note.what}`,
      offsetMs: await deps.clock.offsetMs(clockId),
      ...by,
      ownPartIds: [],
      act: { kind: 'sub-item', ...note },
    });
  } catch (error) {
    if (!(error instanceof RefusedError) || error.refusal.code !== 'TASK_CLOSED') throw error;
  }
}

/** The same where the piece is at hand, if it is one. */
export async function tellParent(
  deps: DeskDeps,
  actor: DeskActor,
  { task: { id, parentId, no, title }, row }: Pick<FoundTask, 'task' | 'row'>,
  what: 'accepted' | 'cancelled',
): Promise<void> {
  if (parentId === null) return;
  const by = { actor: eventActor(actor), via: actor.via };
  await noteOnParent(deps, { parentId, clockId: row.clockId, taskId: id, no, title, what }, by);
}

/** Those that a crash, or a Temporal out of reach, left without a workflow. */
export async function resumeSubItems(deps: DeskDeps): Promise<void> {
  const rows = await deps.prisma.task.findMany({
    where: { parentId: { not: null }, plan: { status: 'running' } },
    select: { id: true, planId: true },
    orderBy: { ordinal: 'asc' },
  });
  if (rows.length === 0) return;
  const started = await deps.prisma.checkpoint.findMany({
    where: { entityId: { in: rows.map(({ id }) => taskWorkflowId(id)) }, version: { gt: 0 } },
    select: { entityId: true },
  });
  const known = new Set(started.map(({ entityId }) => entityId));
  const left = rows.filter(({ id }) => !known.has(taskWorkflowId(id)));
  for (const [planId, own] of Map.groupBy(left, (row) => row.planId)) {
    const ids = own.map(({ id }) => id);
    await carrySubItems(deps, planId, ids, { actor: { id: 'system', name: '系统' }, via: 'system' });
  }
}
