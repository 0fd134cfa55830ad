import { randomUUID } from 'node:crypto';
import { localDateOf } from '../../domain/calendar/local-time.ts';
import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { fullDayText } from '../../domain/chat/local-text.ts';
import type { Db, Prisma } from '../../prisma/client.ts';
import { appendDeskEventIn } from '../../prisma/events.ts';
import type { Leave } from '../../prisma/generated/client.ts';
import { putOfficeItem } from '../../prisma/office-items.ts';
import { openLeaves } from '../../prisma/open-leaves.ts';
import type { PlanTalk } from '../dispatch/types.ts';
import type { DeskActor } from './deps.ts';
import { eventActor } from './refuse.ts';
import { tellOfLeave } from './tell-of-leave.ts';

interface Gone {
  /** Contact of the unit no more. */
  id: string;
  name: string;
  /** Who answers for their own tasks from now on; null: nobody was named. */
  successorId: string | null;
}

interface Person {
  id: string;
  name: string;
}

/**
 * A stand-in who left stands in for nobody: their successor does, else the unit's next contact whom something reaches
 * (联络员, then 科长; never anybody above, policy "Ladder"). With nobody left the absent person is asked again and the
 * office has it on its list. Both of the unit are told. Resolves to a sentence for each leave, for whoever did it.
 */
export async function passOnLeaves(tx: Db, actor: DeskActor, gone: Gone, talk: PlanTalk): Promise<string[]> {
  const now = new Date(talk.now);
  const words = catalogueFor(talk.locale).people;
  const leaves = await tx.leave.findMany({
    where: { standInId: gone.id, endedAt: null, until: { gt: now } },
    orderBy: { from: 'asc' },
  });
  const said: string[] = [];
  for (const leave of leaves) {
    const colleagues = await colleaguesOf(tx, leave.personId);
    // Of another unit of both they are still a contact.
    if (colleagues.some(({ id }) => id === gone.id)) continue;
    const person = await tx.person.findUniqueOrThrow({
      where: { id: leave.personId },
      select: { id: true, name: true },
    });
    const next = await nextOf(tx, colleagues, leave, gone.successorId, talk);
    const lastDay = localDateOf(new Date(leave.until.getTime() - 1).toISOString(), talk.zone);
    await tx.leave.update({ where: { id: leave.id }, data: { endedAt: now } });
    await appendDeskEventIn(tx, {
      planId: leave.planId,
      kind: 'standInChanged',
      actor: eventActor(actor),
      via: actor.via,
      planAt: now,
      body: { personId: person.id, person: person.name, from: gone.name, to: next?.name ?? null, lastDay },
    });
    if (next) await standIn(tx, actor, { leave, person, next, lastDay }, talk);
    else
      await putOfficeItem(tx, {
        planId: leave.planId,
        key: `stand-in/${person.id}`,
        kind: 'stand-in',
        body: { person: person.name, from: gone.name, lastDay },
        planAt: now,
      });
    await tellOfLeave(tx, talk, {
      id: `leave/${leave.id}/changed`,
      personId: person.id,
      line: (theirs, locale) => theirs.standInGone(gone.name, next?.name ?? null, fullDayText(lastDay, locale)),
    });
    said.push(words.standInPassed(person.name, next?.name ?? null));
  }
  return said;
}

/** The rest of the leave is theirs. */
async function standIn(
  tx: Db,
  actor: DeskActor,
  { leave, person, next, lastDay }: { leave: Leave; person: Person; next: Person; lastDay: string },
  talk: PlanTalk,
): Promise<void> {
  const now = new Date(talk.now);
  const id = randomUUID();
  await tx.leave.create({
    data: {
      id,
      planId: leave.planId,
      personId: person.id,
      standInId: next.id,
      from: leave.from > now ? leave.from : now,
      until: leave.until,
      by: eventActor(actor) as unknown as Prisma.InputJsonValue,
      via: actor.via,
    },
  });
  const units = await tx.unit.findMany({
    where: { memberships: { some: { personId: person.id, active: true } } },
    orderBy: { ordinal: 'asc' },
    select: { name: true },
  });
  await tellOfLeave(tx, talk, {
    id: `leave/${id}`,
    personId: next.id,
    line: (words, locale) =>
      words.standInTold(
        person.name,
        fullDayText(lastDay, locale),
        units.map(({ name }) => name),
      ),
  });
}

type Colleague = Person & { rank: string; isReached: boolean };

/** The other contacts of a person's units, 联络员 first. */
async function colleaguesOf(tx: Db, personId: string): Promise<Colleague[]> {
  const rows = await tx.membership.findMany({
    where: { active: true, NOT: { personId }, unit: { memberships: { some: { personId, active: true } } } },
    orderBy: [{ rank: 'asc' }, { id: 'asc' }],
    select: {
      rank: true,
      person: {
        select: { id: true, name: true, accounts: { where: { revokedAt: null }, take: 1, select: { id: true } } },
      },
    },
  });
  return rows.map(({ rank, person: { id, name, accounts } }) => ({ id, name, rank, isReached: accounts.length > 0 }));
}

async function nextOf(
  tx: Db,
  colleagues: Colleague[],
  { from, until }: Leave,
  successorId: string | null,
  { now, zone }: PlanTalk,
): Promise<Person | null> {
  const ids = colleagues.map(({ id }) => id);
  const away = (await openLeaves(tx, ids, new Date(now), zone)).filter(
    (one) => one.from < until.toISOString() && one.until > from.toISOString(),
  );
  const able = colleagues.filter(({ id, isReached }) => isReached && away.every(({ personId }) => personId !== id));
  return (
    able.find(({ id }) => id === successorId) ??
    able.find(({ rank }) => rank === 'liaison') ??
    able.find(({ rank }) => rank === 'section-head') ??
    null
  );
}
