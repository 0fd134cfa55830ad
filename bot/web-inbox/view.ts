import { cycleText } from '../../domain/chat/local-text.ts';
import { itemLabel } from '../../domain/chat/item-label.ts';
import { RefusedError } from '../../domain/refusals.ts';
import { hasReport } from '../../domain/supervision/correct-report.ts';
import type { DutyKind } from '../../domain/supervision/types.ts';
import { taskEntityId, taskIdOf } from '../../domain/task-entity.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import type { PlanClock } from '../../prisma/clock.ts';
import type { InboxEntry, InboxView } from '../../web/api.ts';
import { isOpenPart, partsOfPerson, titleOf, type PersonPart } from '../directory/person-parts.ts';
import type { PlanTalk } from '../dispatch/types.ts';
import { homePlan, planTalk } from '../plan-talk.ts';
import { filesByRow } from './files-by-row.ts';
import { cardSources } from './card-sources.ts';
import { incomingEntry, ownEntry } from './entries.ts';
import { entryWords } from './entry-words.ts';
import { deadlineOf } from '../../domain/supervision/deadline-of.ts';

export interface InboxViewOptions {
  clock: PlanClock;
  canAnswer: boolean;
  /** Newest entries shown. */
  limit?: number;
}

/** One person's inbox over all channels: what was sent, what they said, and what is open. Throws CONTACT_UNKNOWN. */
export async function inboxView(
  prisma: PrismaClient,
  personId: string,
  { clock, canAnswer, limit = 60 }: InboxViewOptions,
): Promise<InboxView> {
  const person = await prisma.person.findUnique({
    where: { id: personId },
    include: {
      memberships: { where: { active: true }, include: { unit: { select: { name: true } } }, orderBy: { id: 'asc' } },
      accounts: { where: { revokedAt: null }, orderBy: { boundAt: 'desc' } },
    },
  });
  if (!person) throw new RefusedError('CONTACT_UNKNOWN', { contact: personId });
  const [membership] = person.memberships;
  const talk = await planTalk(prisma, clock, await homePlan(prisma, personId), personId);
  const open = (await partsOfPerson(prisma, personId, new Date(talk.now))).filter(isOpenPart);
  return {
    person: { id: person.id, name: person.name, unit: membership?.unit.name ?? '', rank: membership?.rank ?? '' },
    channel: person.accounts[0]?.channel ?? 'web',
    entries: await entriesOf(prisma, personId, { open, limit, talk }),
    open: open.map((part) => openPart(part, talk.now)),
    canAnswer,
  };
}

async function entriesOf(
  prisma: PrismaClient,
  personId: string,
  { open, limit, talk }: { open: PersonPart[]; limit: number; talk: PlanTalk },
): Promise<InboxEntry[]> {
  const now = new Date(talk.now);
  const words = entryWords(talk.locale);
  const [deliveries, rows] = await Promise.all([
    prisma.delivery.findMany({
      // An answer on record is shown even where its channel hasn't taken it yet; a notice by web needs no window,
      // and one that no channel takes is read nowhere else.
      where: {
        personId,
        OR: [
          { klass: { not: 'home' }, status: { in: ['sent', 'ambiguous'] } },
          { klass: 'answer' },
          { klass: 'notice', planAt: { lte: now }, OR: [{ channel: 'web' }, { status: 'failed' }] },
        ],
      },
      orderBy: [{ planAt: 'desc' }, { createdAt: 'desc' }],
      take: limit,
      include: { actions: true },
    }),
    prisma.inbox.findMany({
      where: { personId },
      orderBy: [{ planAt: 'desc' }, { id: 'desc' }],
      take: limit,
      include: { items: true },
    }),
  ]);
  const offered = {
    parts: new Set(open.map(({ entityId, part }) => `${entityId}|${part.id}`)),
    now,
    undoMinutes: talk.policy.values.replyUndoMinutes,
  };
  const labels = await labelsOf(
    prisma,
    rows.map(({ payload }) => (payload as { buttonId?: unknown }).buttonId),
  );
  const tasks = await tasksOf(prisma, rows);
  const files = await filesByRow(prisma, rows, words.files);
  const sources = await cardSources(
    prisma,
    deliveries.map(({ id }) => id),
  );
  const sourced = (entry: InboxEntry): InboxEntry => {
    const of = sources.get(entry.id);
    return of ? { ...entry, sources: of } : entry;
  };
  const entries = [
    ...deliveries.map((delivery) => ({ order: delivery.createdAt, entry: sourced(incomingEntry(delivery, offered)) })),
    ...rows.map((row) => ({
      order: row.receivedAt,
      entry: ownEntry(row, { words, pressed: labels, tasks, files: files.get(row.id) }),
    })),
  ];
  // By the plan's clock; what stands at one instant of it, in the order in which it really came.
  entries.sort((a, b) =>
    a.entry.at < b.entry.at ? -1 : a.entry.at > b.entry.at ? 1 : a.order.getTime() - b.order.getTime(),
  );
  return entries.slice(-limit).map(({ entry }) => entry);
}

/** Labels of the tasks that filled forms speak of. */
async function tasksOf(prisma: PrismaClient, rows: { kind: string; payload: unknown }[]): Promise<Map<string, string>> {
  const ids = rows
    .filter(({ kind }) => kind === 'form')
    .flatMap(({ payload }) => (payload as { lines?: { entityId?: string }[] }).lines ?? [])
    .flatMap(({ entityId }) => taskIdOf(entityId ?? '') ?? []);
  if (ids.length === 0) return new Map();
  const found = await prisma.task.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, no: true, title: true },
  });
  return new Map(found.map(({ id, no, title }) => [taskEntityId(id), itemLabel(no, title)]));
}

/** What the pressed buttons were called. */
async function labelsOf(prisma: PrismaClient, buttonIds: unknown[]): Promise<Map<string, string>> {
  const ids = buttonIds.filter((id): id is string => typeof id === 'string');
  const actions = await prisma.action.findMany({
    where: { id: { in: ids } },
    select: { id: true, act: true, delivery: { select: { message: true } } },
  });
  return new Map(
    actions.map(({ id, act, delivery }) => {
      const buttons = (delivery.message as { buttons?: { id?: string; label?: string }[] }).buttons ?? [];
      return [
        id,
        buttons.find((button) => button.id === id)?.label ?? ACT_NAMES[(act as { kind: string }).kind] ?? '按钮',
      ];
    }),
  );
}

/** For buttons that no message shows (a scripted contact's). */
const ACT_NAMES: Record<string, string> = {
  receipt: '签收',
  'receipt-all': '签收',
  'no-change-all': '较上次无变化',
  'no-change': '较上次无变化',
  'claim-completion': '申请办结',
};

const DUTY_NAMES: Record<DutyKind, string> = { receipt: '任务签收', report: '进展报送', completion: '办结' };

function openPart(part: PersonPart, now: string): InboxView['open'][number] {
  return {
    entityId: part.entityId,
    partId: part.part.id,
    no: part.no,
    title: titleOf(part),
    progress: part.part.progress,
    isReported: hasReport(part.part),
    duties: part.part.duties
      .filter(({ filedAt, openFrom }) => filedAt === undefined && openFrom <= now)
      .map((duty) => ({
        kind: duty.kind,
        cycle: duty.cycle,
        label: `${cycleText(duty.cycle)}${DUTY_NAMES[duty.kind]}${duty.also ? `等${duty.also.length + 1}期` : ''}`,
        dueOn: duty.dueOn,
        late: deadlineOf(duty).redAt < now,
      })),
  };
}
