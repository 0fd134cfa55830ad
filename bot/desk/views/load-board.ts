import type { Calendar } from '../../../domain/calendar/types.ts';
import { board, type BoardView } from '../../../domain/supervision/board.ts';
import { countedLines, treeLines, type TreeLine } from '../../../domain/supervision/tree-lights.ts';
import type { Locale } from '../../../domain/chat/catalogue/index.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import { treeOrder } from '../../../domain/plan/sub-items.ts';
import type { Proposal, Task, Unit } from '../../../prisma/generated/client.ts';
import { liaisonFor, liaisonsOf, type LiaisonOf } from '../../../prisma/bound-units.ts';
import { loadCalendar } from '../../../prisma/load-calendar.ts';
import { unitRows } from '../../../prisma/office-unit.ts';
import { planStates, type PlanStates } from '../../../prisma/plan-states.ts';
import { parseProposalItems } from '../../proposals/items.ts';
import type { DeskDeps } from '../deps.ts';
import type { FoundPlan } from '../find-plan.ts';
import { previewStates } from '../preview-states.ts';
import { taskEntityId } from '../../../domain/task-entity.ts';

export interface LoadedBoard {
  /** Each task's sub-items behind it. */
  lines: TreeLine[];
  /** Those that the counts of a plan speak of. */
  counted: TreeLine[];
  states: PlanStates;
  /** Tasks in the order of the lines; before the start as they would be. */
  tasks: SupervisedState[];
  taskRows: Task[];
  units: Unit[];
  liaisons: LiaisonOf[];
  calendar: Calendar;
  view: BoardView;
}

/** A plan's board from its checkpoints, in a handful of queries however many tasks there are. */
export async function loadBoard(
  { prisma }: DeskDeps,
  { row, facts, policy, dates, now }: FoundPlan,
  locale: Locale = 'zh',
): Promise<LoadedBoard> {
  const planId = row.id;
  const [states, stored, units, liaisons, proposals, calendar] = await Promise.all([
    planStates(prisma, planId),
    prisma.task.findMany({ where: { planId } }),
    prisma.unit.findMany({ where: { planId }, orderBy: { ordinal: 'asc' } }),
    liaisonsOf(prisma, planId),
    prisma.proposal.findMany({ where: { planId, status: 'open' } }),
    loadCalendar(prisma),
  ]);
  const taskRows = treeOrder(stored);
  const running = new Map(states.tasks.map((state) => [state.entityId, state]));
  const preview =
    running.size === taskRows.length
      ? []
      : previewStates({
          planId,
          clockId: row.clockId,
          facts,
          policy,
          dates,
          tasks: taskRows,
          units: await unitRows(prisma, planId),
          now,
        }).tasks;
  const tasks = taskRows.flatMap(
    ({ id }) => running.get(taskEntityId(id)) ?? waiting(preview.find(({ entityId }) => entityId === taskEntityId(id))),
  );
  const view = viewOf({ units, liaisons, proposals, calendar, policy, now, locale });
  const flat = board(
    tasks.map((state, at) => ({ taskId: taskRows[at]?.id ?? '', section: taskRows[at]?.section ?? null, state })),
    view,
  );
  const parents = new Map(taskRows.map(({ id, parentId }) => [id, parentId]));
  const over = new Set(tasks.filter(({ status }) => status === 'closed').map(({ entityId }) => entityId));
  const isClosed = (taskId: string): boolean => over.has(taskEntityId(taskId));
  const lines = treeLines(flat, (taskId) => parents.get(taskId) ?? null, isClosed, locale);
  return { lines, counted: countedLines(lines, isClosed), states, tasks, taskRows, units, liaisons, calendar, view };
}

/** Not started: grey, whatever its dates would say. */
const waiting = (state: SupervisedState | undefined): SupervisedState[] =>
  state ? [{ ...state, status: 'waiting', phase: null }] : [];

interface Seen extends Pick<BoardView, 'calendar' | 'policy' | 'now' | 'locale'> {
  units: Unit[];
  liaisons: LiaisonOf[];
  proposals: Pick<Proposal, 'items'>[];
}

export function viewOf({ units, liaisons, proposals, ...sight }: Seen): BoardView {
  const shorts = new Map(units.map(({ id, short }) => [id, short]));
  const unconfirmed = new Set(
    proposals.flatMap(({ items }) => parseProposalItems(items).map(({ entityId, partId }) => `${entityId} ${partId}`)),
  );
  return {
    ...sight,
    unitShort: (unitId) => shorts.get(unitId) ?? '',
    isUnconfirmed: (entityId, partId) => unconfirmed.has(`${entityId} ${partId}`),
    contactOf: (unitId, taskId) => liaisonFor(liaisons, unitId, taskId),
  };
}
