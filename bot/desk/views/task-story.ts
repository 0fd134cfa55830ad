import { may } from '../../../domain/rights.ts';
import type { Locale } from '../../../domain/chat/catalogue/index.ts';
import type { Rank } from '../../../domain/plan/types.ts';
import type { Part, SupervisedState } from '../../../domain/supervision/types.ts';
import { liaisonsOf } from '../../../prisma/bound-units.ts';
import { loadCalendar } from '../../../prisma/load-calendar.ts';
import { sharedEntities } from '../../../prisma/shared-entities.ts';
import { unitRows } from '../../../prisma/office-unit.ts';
import type { TaskStory } from '../../../web/api.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import { findTask, type FoundTask } from '../find-task.ts';
import { previewStates } from '../preview-states.ts';
import { dutyLabel } from '../../../domain/chat/duty-label.ts';
import { evidenceOf } from './evidence.ts';
import { viewOf } from './load-board.ts';
import { printedText } from './plan-row.ts';
import { rollUpView } from './roll-up.ts';
import { storyEntries } from './story-entries.ts';
import { storySlots } from './story-slots.ts';
import { deadlineOf } from '../../../domain/supervision/deadline-of.ts';
import { CANCELLED, subItemsView } from './sub-items.ts';

/** One task whole: its parts, every reply in its own words, every slot with its rule and outcome. Throws RefusedError TASK_UNKNOWN, NOT_PERMITTED. */
export async function taskStory(deps: DeskDeps, actor: DeskActor, { taskId }: { taskId: string }): Promise<TaskStory> {
  const found = await findTask(deps, actor, taskId, 'read-story');
  const { row, task, units, entityId, policy, now, dates } = found;
  const { prisma } = deps;
  const state = found.state ?? (await notStarted(deps, found));
  const [liaisons, proposals, calendar, contacts] = await Promise.all([
    liaisonsOf(prisma, row.id),
    prisma.proposal.findMany({ where: { planId: row.id, status: 'open' } }),
    loadCalendar(prisma),
    contactsOf(
      deps,
      state.parts.map(({ unitId }) => unitId),
      taskId,
    ),
  ]);
  const unitName = (unitId: string): string | null => units.find(({ id }) => id === unitId)?.name ?? null;
  const { locale = 'zh' } = actor;
  const view = viewOf({ units, liaisons, proposals, calendar, policy, now, locale });
  const { line, parent, subItems } = await subItemsView(prisma, actor, found, state, view);
  const due = dates?.tasks.find(({ at }) => at === task.ordinal)?.due;
  return {
    taskId,
    planId: row.id,
    no: task.no,
    section: task.section,
    title: task.title,
    dueOn: state.dueOn,
    printedDue: due?.printed ? printedText(due.printed.text) : null,
    status: state.status,
    light: line?.light ?? 'grey',
    why: line?.why ?? CANCELLED[locale],
    paused: state.paused ? { since: state.paused.since, until: state.paused.until, reason: state.paused.reason } : null,
    parts: state.parts.map((part) => ({
      ...partOf(part, state, now, locale),
      ...requestOf(part, now, actor),
      unit: unitName(part.unitId) ?? '',
      light: line?.cells.find(({ partId }) => partId === part.id)?.light ?? 'grey',
      why: line?.cells.find(({ partId }) => partId === part.id)?.why ?? CANCELLED[locale],
      contacts: contacts.get(part.unitId) ?? [],
    })),
    rollUp: found.state
      ? await rollUpView(prisma, actor, found.state, {
          now,
          zone: policy.values.zone,
          isOffice: may('nudge', actor.grants, { planId: row.id }),
        })
      : null,
    parent,
    subItems,
    shared: (await sharedEntities(prisma, entityId)).map(({ taskId: id, planTitle, no, title, state: other }) => ({
      taskId: id,
      planTitle,
      no,
      title,
      dueOn: other?.dueOn ?? null,
    })),
    evidence: await evidenceOf(prisma, actor, { planId: row.id, entityId, state }),
    story: await storyEntries(prisma, {
      planId: row.id,
      entityId,
      no: task.no,
      title: task.title,
      parts: [...state.parts, ...(state.formerParts ?? [])],
      unitName,
      locale,
    }),
    slots: await storySlots(prisma, entityId, found.state, unitName, locale),
  };
}

type StoryPart = TaskStory['parts'][number];

/** What its unit waits for, and whether the viewer may sign it. */
function requestOf(part: Part, now: string, { personId, memberships }: DeskActor): Partial<StoryPart> {
  const { request, decided } = part;
  const isSigner = memberships.some(({ unitId, rank }) => unitId === part.unitId && rank === 'supervisor');
  return {
    ...(decided && now < decided.undoUntil && !request ? { canUndoExtension: true } : {}),
    ...(request
      ? {
          request: {
            id: request.id,
            kind: request.kind,
            signOff: request.signOff,
            by: request.byName,
            newDueOn: request.extension?.newDueOn ?? null,
            level: request.extension?.level ?? 'office',
            canSign: request.signOff === 'waiting' && isSigner && request.by !== personId,
          },
        }
      : {}),
  };
}

function partOf(
  part: Part,
  state: SupervisedState,
  now: string,
  locale: Locale,
): Omit<StoryPart, 'unit' | 'light' | 'why' | 'contacts'> {
  const open = part.duties.some(({ filedAt }) => filedAt === undefined);
  return {
    partId: part.id,
    unitId: part.unitId,
    role: part.role,
    assumedLead: part.assumedLead ?? false,
    progress: part.progress,
    lastWords: part.lastWords,
    figures: part.figures ?? [],
    receiptAt: part.receiptAt,
    completion: part.completion,
    duties: part.duties.map((duty) => ({
      kind: duty.kind,
      cycle: duty.cycle,
      label: dutyLabel(duty.kind, duty.cycle, duty.also, locale),
      dueOn: duty.dueOn,
      filedAt: duty.filedAt ?? null,
      late: duty.late ?? (duty.filedAt === undefined && deadlineOf(duty).redAt <= now),
    })),
    dispute: part.dispute ?? null,
    held: state.escalations?.filter(({ partId }) => partId === part.id).length ?? 0,
    canNudge:
      state.status === 'open' &&
      part.relation === 'subordinate' &&
      part.completion !== 'accepted' &&
      open &&
      (part.nudgeAllowedFrom ?? '') <= now,
  };
}

/** The task as it would start: its units are known, nothing has been said. */
async function notStarted(
  { prisma }: DeskDeps,
  { row, task, facts, policy, dates, now }: FoundTask,
): Promise<SupervisedState> {
  const units = await unitRows(prisma, row.id);
  const [state] = previewStates({
    planId: row.id,
    clockId: row.clockId,
    facts,
    policy,
    dates,
    tasks: [task],
    units,
    now,
  }).tasks;
  if (!state) throw new Error('a preview has a state a task');
  return { ...state, status: 'waiting', phase: null };
}

async function contactsOf(
  { prisma }: DeskDeps,
  unitIds: string[],
  taskId: string,
): Promise<Map<string, StoryPart['contacts']>> {
  const rows = await prisma.membership.findMany({
    where: { unitId: { in: unitIds }, active: true },
    orderBy: [{ rank: 'asc' }, { id: 'asc' }],
    select: {
      unitId: true,
      rank: true,
      taskIds: true,
      person: {
        select: {
          name: true,
          accounts: { where: { revokedAt: null }, orderBy: { boundAt: 'desc' }, take: 1, select: { channel: true } },
        },
      },
    },
  });
  const contacts = new Map<string, StoryPart['contacts']>();
  for (const { unitId, rank, taskIds, person } of rows) {
    if (taskIds.length > 0 && !taskIds.includes(taskId)) continue;
    const known = contacts.get(unitId) ?? [];
    contacts.set(unitId, [
      ...known,
      { name: person.name, rank: rank as Rank, channel: person.accounts[0]?.channel ?? null },
    ]);
  }
  return contacts;
}
