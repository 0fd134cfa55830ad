import type { Address } from '../../../domain/chat/port.ts';
import { RefusedError } from '../../../domain/refusals.ts';
import { may } from '../../../domain/rights.ts';
import { actorOf } from '../../desk/actor-of.ts';
import type { DeskDeps } from '../../desk/deps.ts';
import { requireRight } from '../../desk/refuse.ts';
import { resolvePerson } from '../../directory/resolve-person.ts';
import { homePlan } from '../../plan-talk.ts';

/** The name of a message's author, where this address is the office's of their plan. Throws RefusedError, on record. */
export async function mayBring(desk: DeskDeps, by: Address, author: Address): Promise<string> {
  const { prisma } = desk;
  const [byId, authorId] = await Promise.all([resolvePerson(prisma, by), resolvePerson(prisma, author)]);
  if (byId === null) throw new RefusedError('ACCOUNT_UNKNOWN');
  const actor = await actorOf(prisma, byId, by.channel);
  const isOffice = actor.grants.some((grant) => may('decide', [grant], { planId: grant.planId }));
  if (authorId === null) {
    if (!isOffice) await requireRight(desk, actor, 'decide', null);
    throw new RefusedError('INPUT_INVALID', { what: '该消息的作者尚未绑定身份。请先发放绑定码。' });
  }
  await requireRight(desk, actor, 'decide', (await homePlan(prisma, authorId)) || null);
  const { name } = await prisma.person.findUniqueOrThrow({ where: { id: authorId }, select: { name: true } });
  return name;
}
