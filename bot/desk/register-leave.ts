import { randomUUID } from 'node:crypto';
import { isLocalDate } from '../../domain/calendar/local-date.ts';
import { localDateOf } from '../../domain/calendar/local-time.ts';
import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { fullDayText } from '../../domain/chat/local-text.ts';
import type { LocalDate } from '../../domain/plan/types.ts';
import type { Refusal, RefusalCode } from '../../domain/refusals.ts';
import { checkLeave } from '../../domain/supervision/leave.ts';
import type { Db, Prisma } from '../../prisma/client.ts';
import { appendDeskEventIn } from '../../prisma/events.ts';
import { openLeaves } from '../../prisma/open-leaves.ts';
import { planTalk } from '../plan-talk.ts';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { findMember, type Colleague } from './find-member.ts';
import { eventActor, refuseRecorded } from './refuse.ts';
import { tellOfLeave } from './tell-of-leave.ts';

export interface LeaveForm {
  planId: string;
  personId: string;
  /** Absent: from now on. */
  from?: LocalDate | undefined;
  /** Last day away; null: none could be read. */
  until: LocalDate | null;
  /** Name or id; null: the only other contact of the unit (AB岗). */
  standIn: string | null;
}

/**
 * 外出, with a stand-in of the same unit who is asked meanwhile. A later word takes the place of an earlier one.
 * One's own is one's own to register; others' the office's and the unit's supervisor's. Throws RefusedError
 * LEAVE_PAST, LEAVE_ORDER, LEAVE_TOO_LONG, LEAVE_STANDS_IN, STAND_IN_UNKNOWN, STAND_IN_OTHER_UNIT, STAND_IN_UNBOUND, STAND_IN_AWAY.
 */
export async function registerLeave(deps: DeskDeps, actor: DeskActor, form: LeaveForm): Promise<DeskResult> {
  const { planId, personId } = form;
  const { prisma, clock } = deps;
  const id = actor.actId ?? randomUUID();
  const seen = await prisma.leave.findUnique({ where: { id } });
  const act = personId === actor.personId ? 'answer' : 'register-leave';
  const { person, units, colleagues } = await findMember(deps, actor, { planId, personId }, act);
  const talk = await planTalk(prisma, clock, planId);
  const words = catalogueFor(talk.locale).people;
  const today = localDateOf(talk.now, talk.zone);
  const refuse = (code: RefusalCode, details: Refusal['details'] = {}): Promise<never> =>
    refuseRecorded(deps, actor, planId, act, code, details);
  const from = form.from ?? today;
  if (form.until === null || !isLocalDate(form.until) || !isLocalDate(from)) return refuse('LEAVE_PAST');
  const standIn = await chosen(form.standIn, colleagues, refuse);
  const asked = { from, until: form.until, person, standIn };
  const summary = words.leaveRegistered(
    person.name,
    fullDayText(form.until),
    standIn.name,
    from > today ? fullDayText(from) : null,
  );
  if (seen) return { summary };

  const done = await prisma.$transaction(async (tx): Promise<DeskResult | { refused: Refusal }> => {
    // One word at a time about these two: whoever comes second sees the first.
    await tx.$queryRaw`SELECT "id" FROM "Person" WHERE "id" IN (${person.id}, ${standIn.id}) ORDER BY "id" FOR UPDATE`;
    const open = await openLeaves(tx, [person.id, standIn.id], new Date(talk.now), talk.zone);
    const isReached = (await tx.account.count({ where: { personId: standIn.id, revokedAt: null } })) > 0;
    const made = checkLeave(asked, {
      today,
      now: talk.now,
      zone: talk.zone,
      sharesUnit: colleagues.some(({ id: other }) => other === standIn.id),
      isReached,
      // Their own earlier word gives way to this one.
      known: open.filter((one) => one.personId !== person.id),
    });
    if ('refused' in made) return { refused: made.refused };
    await tx.leave.updateMany({
      where: { personId: person.id, endedAt: null, until: { gt: new Date(talk.now) } },
      data: { endedAt: new Date(talk.now) },
    });
    await tx.leave.create({
      data: {
        id,
        planId,
        personId: person.id,
        standInId: standIn.id,
        from: new Date(made.from),
        until: new Date(made.until),
        by: eventActor(actor) as unknown as Prisma.InputJsonValue,
        via: actor.via,
      },
    });
    await appendDeskEventIn(tx, {
      planId,
      kind: 'leaveRegistered',
      actor: eventActor(actor),
      via: actor.via,
      planAt: new Date(talk.now),
      body: {
        personId: person.id,
        person: person.name,
        standInId: standIn.id,
        standIn: standIn.name,
        from: made.from,
        until: made.until,
        lastDay: asked.until,
      },
    });
    await settleStandIn(tx, planId, person.id, actor.personId);
    await tellOfLeave(tx, talk, {
      id: `leave/${id}`,
      personId: standIn.id,
      line: (theirs, locale) =>
        theirs.standInTold(
          person.name,
          fullDayText(asked.until, locale),
          units.map(({ name }) => name),
        ),
    });
    return { summary };
  });
  return 'refused' in done ? refuse(done.refused.code, done.refused.details) : done;
}

/** 销假: back earlier than was said. Throws RefusedError NOT_AWAY. */
export async function endLeave(
  deps: DeskDeps,
  actor: DeskActor,
  { planId, personId }: { planId: string; personId: string },
): Promise<DeskResult> {
  const act = personId === actor.personId ? 'answer' : 'register-leave';
  const { person } = await findMember(deps, actor, { planId, personId }, act);
  const talk = await planTalk(deps.prisma, deps.clock, planId);
  const now = new Date(talk.now);
  const ended = await deps.prisma.$transaction(async (tx) => {
    const { count } = await tx.leave.updateMany({
      where: { personId, endedAt: null, until: { gt: now } },
      data: { endedAt: now },
    });
    if (count > 0) {
      await settleStandIn(tx, planId, personId, actor.personId);
      await appendDeskEventIn(tx, {
        planId,
        kind: 'leaveEnded',
        actor: eventActor(actor),
        via: actor.via,
        planAt: now,
        body: { personId, person: person.name },
      });
    }
    return count;
  });
  if (ended === 0) return refuseRecorded(deps, actor, planId, act, 'NOT_AWAY');
  return { summary: catalogueFor(talk.locale).people.leaveEnded(person.name) };
}

/** Nobody stood in any more (passOnLeaves); now somebody does, or nobody needs to. */
async function settleStandIn(tx: Db, planId: string, personId: string, by: string): Promise<void> {
  await tx.officeItem.updateMany({
    where: { planId, key: `stand-in/${personId}`, status: 'open' },
    data: { status: 'done', settledAt: new Date(), settledBy: by },
  });
}

async function chosen(
  wanted: string | null,
  colleagues: Colleague[],
  refuse: (code: 'STAND_IN_UNKNOWN' | 'STAND_IN_OTHER_UNIT', details: Record<string, string>) => Promise<never>,
): Promise<Colleague> {
  const names = colleagues.map(({ name }) => name).join('、') || '暂无';
  if (wanted === null) {
    const [only, ...others] = colleagues;
    return only && others.length === 0 ? only : refuse('STAND_IN_UNKNOWN', { names });
  }
  const meant = colleagues.filter(({ id, name }) => id === wanted || name === wanted);
  const [only, ...others] = meant;
  if (others.length > 0) return refuse('STAND_IN_UNKNOWN', { names });
  return only ?? refuse('STAND_IN_OTHER_UNIT', { person: wanted.slice(0, 20) });
}
