import type { Actor } from '../../../domain/supervision/types.ts';
import type { BriefInput, OfficeMatter, PreviousBrief } from '../../../domain/reports/types.ts';
import type { DutyKind } from '../../../domain/supervision/types.ts';
import { Prisma, type Db } from '../../../prisma/client.ts';
import type { Brief, OfficeItem } from '../../../prisma/generated/client.ts';
import { loadCalendar } from '../../../prisma/load-calendar.ts';
import { planStates } from '../../../prisma/plan-states.ts';
import { parseProposalItems } from '../../proposals/items.ts';
import type { DeskDeps } from '../deps.ts';
import type { FoundPlan } from '../find-plan.ts';
import { bodyOf, derivedOf } from './brief-row.ts';

/** Of no use to a brief, and many. */
const LEFT_OUT = ['refused', 'cardClosed', 'codeIssued'];
const OVERDUE_RUNGS = ['o1', 'o3', 'o5', 'w1', 'w2', 'w3', 'w4'];

/** Everything that a brief is derived from, of one snapshot: a state and the events that led to it belong together. */
export async function loadBriefInput(
  { prisma }: DeskDeps,
  { row, facts, policy, now }: FoundPlan,
): Promise<Omit<BriefInput, 'drafting'>> {
  const planId = row.id;
  return prisma.$transaction(
    async (tx) => {
      const states = await planStates(tx, planId);
      const units = await tx.unit.findMany({ where: { planId }, select: { id: true, name: true } });
      const items = await tx.officeItem.findMany({ where: { planId, kind: { in: ['dispute', 'directive'] } } });
      const released = await tx.brief.findFirst({ where: { planId, status: 'released' }, orderBy: { no: 'desc' } });
      const names = new Map(units.map(({ id, name }) => [id, name]));
      return {
        planId,
        cutoff: now,
        calendar: await loadCalendar(tx),
        policy,
        plan: states.plan,
        tasks: states.tasks,
        parents: states.parents,
        phases: states.phases,
        events: await eventsOf(tx, planId),
        previous: released && previousOf(released),
        matters: items.filter(({ kind }) => kind === 'dispute').map(matterOf),
        reminders: await remindersOf(tx, planId),
        unconfirmed: await unconfirmedOf(tx, planId),
        directives: items.filter(({ kind }) => kind === 'directive').map(directiveOf),
        unitName: (unitId: string) => names.get(unitId) ?? '',
        hostUnitId: units.find(({ name }) => name === facts.office.host)?.id ?? null,
      };
    },
    { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead },
  );
}

async function eventsOf(tx: Db, planId: string): Promise<BriefInput['events']> {
  const rows = await tx.event.findMany({
    where: { planId, kind: { notIn: LEFT_OUT } },
    orderBy: [{ entityId: 'asc' }, { seq: 'asc' }],
    select: { entityId: true, seq: true, kind: true, planAt: true, receivedAt: true, actor: true, body: true },
  });
  return rows.map(({ entityId, seq, kind, planAt, receivedAt, actor, body }) => ({
    entityId,
    seq,
    kind,
    at: (receivedAt ?? planAt).toISOString(),
    actor: actor as unknown as Actor,
    body: body as Record<string, unknown>,
  }));
}

function previousOf(brief: Brief): PreviousBrief {
  return {
    no: brief.no,
    cutoff: brief.cutoff.toISOString(),
    body: bodyOf(brief),
    heads: derivedOf(brief).heads,
  };
}

const wordsOf = ({ body }: OfficeItem): string => (body as { words?: string }).words ?? '';

const matterOf = (item: OfficeItem): OfficeMatter => ({
  key: item.key,
  kind: item.kind,
  entityId: item.entityId,
  partId: item.partId,
  unitId: item.unitId,
  open: item.status === 'open',
  words: wordsOf(item),
});

function directiveOf(item: OfficeItem): BriefInput['directives'][number] {
  const { briefNo = 0, person = '' } = item.body as { briefNo?: number; person?: string };
  return { key: item.key, briefNo, person, words: wordsOf(item), open: item.status === 'open' };
}

/** Rungs after the due day that reached somebody; what was only put on the office's list has no delivery. */
async function remindersOf(tx: Db, planId: string): Promise<BriefInput['reminders']> {
  const rows = await tx.prompt.findMany({
    where: { planId, status: { in: ['sent', 'merged'] }, rung: { in: OVERDUE_RUNGS }, deliveryId: { not: null } },
    orderBy: [{ slotAt: 'asc' }, { id: 'asc' }],
    select: { entityId: true, partId: true, duty: true, cycle: true, settledAt: true, slotAt: true },
  });
  return rows.map(({ entityId, partId, duty, cycle, settledAt, slotAt }) => ({
    entityId,
    partId,
    duty: duty as DutyKind,
    cycle,
    at: (settledAt ?? slotAt).toISOString(),
  }));
}

async function unconfirmedOf(tx: Db, planId: string): Promise<BriefInput['unconfirmed']> {
  const rows = await tx.proposal.findMany({
    where: { planId, status: { in: ['open', 'office'] } },
    orderBy: { planAt: 'asc' },
    select: { inboxId: true, planAt: true, items: true },
  });
  return rows.flatMap(({ inboxId, planAt, items }) =>
    parseProposalItems(items).map(({ entityId, partId }) => ({ entityId, partId, inboxId, at: planAt.toISOString() })),
  );
}
