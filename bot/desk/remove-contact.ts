import { randomUUID } from 'node:crypto';
import type { Prisma } from '../../prisma/client.ts';
import { appendDeskEventIn } from '../../prisma/events.ts';
import { putNoContact } from '../../prisma/put-no-contact.ts';
import { planTalk } from '../plan-talk.ts';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { findMember } from './find-member.ts';
import { passOnLeaves } from './pass-on-leaves.ts';
import { eventActor } from './refuse.ts';
import { retireFrom, revokeAccess } from './retire-from.ts';

interface Asked {
  planId: string;
  personId: string;
}

/** Somebody left, and nobody takes over: units without any contact are put on the office's list. Throws RefusedError NOT_A_CONTACT. */
export async function removeContact(
  deps: DeskDeps,
  actor: DeskActor,
  { planId, personId }: Asked,
): Promise<DeskResult> {
  const { person, units } = await findMember(deps, actor, { planId, personId }, 'unbind');
  const talk = await planTalk(deps.prisma, deps.clock, planId);
  const now = new Date(talk.now);
  const { bare, passed } = await deps.prisma.$transaction(async (tx) => {
    const without: string[] = [];
    for (const unit of new Map(units.map((one) => [one.id, one])).values()) {
      await retireFrom(tx, { personId, unitId: unit.id, planId, now });
      await tx.handover.create({
        data: {
          id: randomUUID(),
          planId,
          unitId: unit.id,
          fromPerson: personId,
          toPerson: null,
          rank: unit.rank,
          at: now,
          by: eventActor(actor) as unknown as Prisma.InputJsonValue,
          via: actor.via,
        },
      });
      if (await putNoContact(tx, planId, unit, now)) without.push(unit.short);
    }
    await appendDeskEventIn(tx, {
      planId,
      kind: 'contactRemoved',
      actor: eventActor(actor),
      via: actor.via,
      planAt: now,
      body: { personId, person: person.name, units: units.map(({ name }) => name) },
    });
    return { bare: without, passed: await passOnLeaves(tx, actor, { ...person, successorId: null }, talk) };
  });
  const then = bare.length === 0 ? [] : [`${bare.join('、')}目前没有可送达的联络员,已列入待办。`];
  return { summary: [`已停用${person.name},其账号不再接收提示。`, ...then, ...passed].join('') };
}

/**
 * 解除绑定: the contact stays registered, but nothing reaches them before they bind again. `channel`: only this one.
 * One's own is one's own to end; others' the office's and the unit's supervisor's.
 */
export async function unbindContact(
  deps: DeskDeps,
  actor: DeskActor,
  { planId, personId, channel }: Asked & { channel?: string | undefined },
): Promise<DeskResult> {
  const { person, units } = await findMember(
    deps,
    actor,
    { planId, personId },
    personId === actor.personId ? 'answer' : 'unbind',
  );
  const talk = await planTalk(deps.prisma, deps.clock, planId);
  const now = new Date(talk.now);
  const count = await deps.prisma.$transaction(async (tx) => {
    const revoked = await revokeAccess(tx, personId, channel);
    await appendDeskEventIn(tx, {
      planId,
      kind: 'contactUnbound',
      actor: eventActor(actor),
      via: actor.via,
      planAt: now,
      body: { personId, person: person.name, channel: channel ?? null, accounts: revoked },
    });
    for (const unit of new Map(units.map((one) => [one.id, one])).values()) await putNoContact(tx, planId, unit, now);
    return revoked;
  });
  return {
    summary:
      count === 0 ? `${person.name}没有绑定的账号。` : `已解除${person.name}的${count}个账号。需要时请重新发放绑定码。`,
  };
}
