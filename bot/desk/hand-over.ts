import { randomUUID } from 'node:crypto';
import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { appendDeskEventIn } from '../../prisma/events.ts';
import { putNoContact } from '../../prisma/put-no-contact.ts';
import { storeContact } from '../../prisma/store-contact.ts';
import type { Rank } from '../../domain/plan/types.ts';
import type { RefusalCode } from '../../domain/refusals.ts';
import type { Db, Prisma } from '../../prisma/client.ts';
import { planTalk } from '../plan-talk.ts';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { findMember } from './find-member.ts';
import { unitByName } from './find-part.ts';
import { grantRank } from './grant-rank.ts';
import { passOnLeaves } from './pass-on-leaves.ts';
import { eventActor, refuseRecorded } from './refuse.ts';
import { retireFrom } from './retire-from.ts';
import { settleChangeRequests } from './settle-change-requests.ts';
import { wrongName } from './person-name.ts';

export interface HandOverAsk {
  planId: string;
  fromPersonId: string;
  /** Name or id of a contact, or the name of somebody new. */
  to: string;
  /** Of the units that the old contact is of; absent: their only one. */
  unit?: string | undefined;
}

/**
 * 更换联络员: whatever one contact answers for in a unit, another answers for from now on (design "Handover"). The old
 * one's ways in are revoked where they have nothing else left; their cards are closed and the new contact is told what
 * is open by `finishHandovers`. Throws RefusedError NOT_A_CONTACT, HANDOVER_SELF, HANDOVER_OTHER_UNIT.
 */
export async function handOver(
  deps: DeskDeps,
  actor: DeskActor,
  { planId, fromPersonId, to, unit: wanted }: HandOverAsk,
): Promise<DeskResult & { personId: string }> {
  const { prisma } = deps;
  const { person, units } = await findMember(deps, actor, { planId, personId: fromPersonId }, 'hand-over');
  const refuse = (code: RefusalCode, details: Record<string, string> = {}): Promise<never> =>
    refuseRecorded(deps, actor, planId, 'hand-over', code, details);
  const unit = await oneUnit(deps, planId, units, wanted);
  if (!unit) return refuse('INPUT_INVALID', { what: `${person.name}是多个单位的联络人,请指明移交哪个单位的工作。` });
  const name = to.trim();
  const wrong = wrongName(name, '新联络员的');
  if (wrong !== null) return refuse('INPUT_INVALID', { what: wrong });
  const known = await prisma.person.findMany({
    where: {
      OR: [{ id: name }, { name }],
      memberships: { some: { active: true, unit: { planId } } },
    },
    select: { id: true, name: true, memberships: { where: { active: true }, select: { unitId: true } } },
  });
  const inUnit = known.find(({ memberships }) => memberships.some(({ unitId }) => unitId === unit.id));
  if (inUnit?.id === person.id) return refuse('HANDOVER_SELF');
  if (!inUnit && known[0]) return refuse('HANDOVER_OTHER_UNIT', { person: known[0].name, unit: unit.name });
  const successor = inUnit ?? { id: randomUUID(), name };
  const talk = await planTalk(prisma, deps.clock, planId);
  const now = new Date(talk.now);
  const passed = await prisma.$transaction(async (tx) => {
    const own = await tx.membership.findMany({ where: { personId: person.id, unitId: unit.id, active: true } });
    for (const { rank, taskIds } of own) {
      await takeOver(tx, successor, { unitId: unit.id, rank: rank as Rank, taskIds });
      await grantRank(tx, planId, successor.id, rank as Rank);
    }
    await retireFrom(tx, { personId: person.id, unitId: unit.id, planId, now });
    await tx.handover.create({
      data: {
        id: randomUUID(),
        planId,
        unitId: unit.id,
        fromPerson: person.id,
        toPerson: successor.id,
        rank: own[0]?.rank ?? 'liaison',
        at: now,
        by: eventActor(actor) as unknown as Prisma.InputJsonValue,
        via: actor.via,
      },
    });
    await appendDeskEventIn(tx, {
      planId,
      kind: 'contactHandedOver',
      actor: eventActor(actor),
      via: actor.via,
      planAt: now,
      body: {
        unitId: unit.id,
        unit: unit.name,
        fromPersonId: person.id,
        from: person.name,
        toPersonId: successor.id,
        to: successor.name,
      },
    });
    await settleChangeRequests(tx, planId, unit.id, actor.personId);
    await putNoContact(tx, planId, unit, now);
    return passOnLeaves(tx, actor, { ...person, successorId: successor.id }, talk);
  });
  const words = catalogueFor(talk.locale).people;
  const summary = [words.handedOver(unit.short, person.name, successor.name), ...passed].join('');
  return { personId: successor.id, summary };
}

async function oneUnit<U extends { id: string; name: string; short: string }>(
  { prisma }: DeskDeps,
  planId: string,
  units: U[],
  wanted: string | undefined,
): Promise<U | undefined> {
  const distinct = [...new Map(units.map((unit) => [unit.id, unit])).values()];
  if (wanted === undefined) return distinct.length === 1 ? distinct[0] : undefined;
  const named = unitByName(await prisma.unit.findMany({ where: { planId } }), wanted);
  return distinct.find(({ id }) => id === named?.id);
}

/** Whoever is of the unit already keeps what they had: a contact for all tasks stays one. */
async function takeOver(
  tx: Db,
  { id: personId, name }: { id: string; name: string },
  { unitId, rank, taskIds }: { unitId: string; rank: Rank; taskIds: string[] },
): Promise<void> {
  const had = await tx.membership.findUnique({
    where: { personId_unitId_rank: { personId, unitId, rank } },
    select: { active: true, taskIds: true },
  });
  const all = had?.active && (had.taskIds.length === 0 || taskIds.length === 0);
  const tasks = all ? [] : [...new Set([...(had?.active ? had.taskIds : []), ...taskIds])];
  await storeContact(tx, { personId, name, demo: false, unitId, rank, taskIds: tasks });
}
