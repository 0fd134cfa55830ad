import { instantAt, localDateOf } from '../../../domain/calendar/local-time.ts';
import { addDays } from '../../../domain/calendar/local-date.ts';
import type { Instant, LocalDate, Rank } from '../../../domain/plan/types.ts';
import { weekStart } from '../../../domain/supervision/budget.ts';
import { burdenOf, weeksAround, type ComingRung, type SentDigest } from '../../../domain/supervision/burden.ts';
import { partSlots } from '../../../domain/supervision/settle.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import type { Db } from '../../../prisma/client.ts';
import type { Burden, SparedWeek } from '../../../web/api.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import { findPlan } from '../find-plan.ts';
import { contactsOf, type ContactOf } from './contacts-of.ts';
import { taskIdOf } from '../../../domain/task-entity.ts';

const WEEKS_BACK = 3;
const WEEKS_AHEAD = 4;
const ENDED_UNSENT = ['withdrawn', 'superseded', 'skipped', 'undeliverable'] as const;

/**
 * What each contact was asked week by week, by which rule more than the budget, and what is coming; for each unit
 * what was spared (policy "Budget"). Throws RefusedError PLAN_UNKNOWN, NOT_PERMITTED.
 */
export async function burden(deps: DeskDeps, actor: DeskActor, { planId }: { planId: string }): Promise<Burden> {
  const { policy, now } = await findPlan(deps, actor, planId, 'read-people');
  const { zone, digestsPerWeek, digestsPerWeekInAll } = policy.values;
  const today = localDateOf(now, zone);
  const weeks = weeksAround(today, WEEKS_BACK, WEEKS_AHEAD);
  const from = new Date(instantAt(weeks[0] ?? today, '00:00', zone));
  const contacts = await contactsOf(deps.prisma, planId);
  const [sent, coming, units] = await Promise.all([
    sentDigests(deps.prisma, planId, from),
    comingRungs(deps.prisma, planId, now, contacts),
    spared(deps.prisma, planId, from, weeks, (at) => weekStart(localDateOf(at, zone))),
  ]);
  const byPerson = burdenOf(sent, coming, weeks, policy);
  const persons = [...byPerson].flatMap(([personId, own]) => {
    const contact = contacts.find((one) => one.personId === personId);
    return contact
      ? [{ personId, name: contact.name, unit: contact.unit, rank: contact.rank as Rank, weeks: own }]
      : [];
  });
  return {
    weeks,
    thisWeek: weekStart(today),
    limit: { perWeek: digestsPerWeek, perWeekInAll: digestsPerWeekInAll },
    persons: persons.toSorted((a, b) => placeOf(contacts, a.personId) - placeOf(contacts, b.personId)),
    units,
  };
}

const placeOf = (contacts: ContactOf[], personId: string): number =>
  contacts.findIndex((one) => one.personId === personId);

/** The budget is each person's, whatever plan asks: digests of other plans count as well. */
async function sentDigests(db: Db, planId: string, from: Date): Promise<SentDigest[]> {
  const persons = await db.membership.findMany({ where: { unit: { planId } }, select: { personId: true } });
  const deliveries = await db.delivery.findMany({
    where: {
      personId: { in: persons.map(({ personId }) => personId) },
      klass: 'digest',
      status: { in: ['sent', 'ambiguous'] },
      planAt: { gte: from },
    },
    select: { id: true, personId: true, planAt: true },
  });
  const prompts = await db.prompt.findMany({
    where: { deliveryId: { in: deliveries.map(({ id }) => id) } },
    select: { deliveryId: true, rung: true, dueAt: true },
  });
  const rungsOf = Map.groupBy(prompts, ({ deliveryId }) => deliveryId);
  return deliveries.map(({ id, personId, planAt }) => ({
    personId,
    at: planAt.toISOString(),
    rungs: (rungsOf.get(id) ?? []).map(({ rung, dueAt }) => ({ rung, dueAt: dueAt?.toISOString() ?? null })),
  }));
}

/** Rungs in the states, and those that wait for their window or the budget. */
async function comingRungs(db: Db, planId: string, now: Instant, contacts: ContactOf[]): Promise<ComingRung[]> {
  const rows = await db.checkpoint.findMany({
    where: { planId, kind: { in: ['task', 'phase'] }, status: 'open' },
    select: { state: true },
  });
  const states = rows.map(({ state }) => state as unknown as SupervisedState);
  const personOf = (entityId: string, unitId: string, audience: string): string | null =>
    contacts.find(
      (one) =>
        one.unitId === unitId &&
        one.rank === audience &&
        one.isReached &&
        (one.taskIds.length === 0 || one.taskIds.includes(taskIdOf(entityId) ?? '')),
    )?.personId ?? null;
  const planned = states.flatMap(({ entityId, parts, slots }) =>
    slots
      .filter(({ at }) => at > now)
      .flatMap(partSlots)
      .map(({ partId, at, audience }) => ({
        at,
        personId: personOf(entityId, parts.find(({ id }) => id === partId)?.unitId ?? '', audience),
      })),
  );
  const queued = await db.prompt.findMany({
    where: { planId, status: 'queued' },
    select: { entityId: true, unitId: true, audience: true, slotAt: true, notBefore: true },
  });
  const waiting = queued.map(({ entityId, unitId, audience, slotAt, notBefore }) => {
    const at = (notBefore ?? slotAt).toISOString();
    return { at: at > now ? at : now, personId: personOf(entityId, unitId, audience) };
  });
  return [...planned, ...waiting].flatMap(({ at, personId }) => (personId === null ? [] : [{ at, personId }]));
}

async function spared(
  db: Db,
  planId: string,
  from: Date,
  weeks: readonly LocalDate[],
  weekOf: (at: Instant) => LocalDate,
): Promise<Burden['units']> {
  const ended = await db.prompt.findMany({
    where: { planId, status: { in: [...ENDED_UNSENT] }, slotAt: { gte: from, lt: endOf(weeks) } },
    select: { unitId: true, status: true, slotAt: true },
  });
  const units = await db.unit.findMany({ where: { planId }, orderBy: { ordinal: 'asc' } });
  const byUnit = Map.groupBy(ended, ({ unitId }) => unitId);
  return units.flatMap(({ id, name }) => {
    const own = byUnit.get(id);
    if (!own) return [];
    const rows = weeks.map((week): SparedWeek => {
      const inWeek = own.filter(({ slotAt }) => weekOf(slotAt.toISOString()) === week);
      const count = (status: string): number => inWeek.filter((one) => one.status === status).length;
      return {
        week,
        withdrawn: count('withdrawn'),
        superseded: count('superseded'),
        skipped: count('skipped'),
        undeliverable: count('undeliverable'),
      };
    });
    return [{ unitId: id, unit: name, weeks: rows }];
  });
}

/** A day more than the last week, so that no zone loses its Sunday; `weekOf` decides. */
const endOf = (weeks: readonly LocalDate[]): Date => new Date(`${addDays(weeks.at(-1) ?? '', 8)}T00:00:00Z`);
