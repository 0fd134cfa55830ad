import { answerMessage } from '../../domain/chat/answer-message.ts';
import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { RefusedError } from '../../domain/refusals.ts';
import { CHANNELS, type Address } from '../../domain/chat/port.ts';
import { insertDelivery } from '../../prisma/queries/insert-delivery.ts';
import { addressOf, sendAnswer } from '../channels.ts';
import { bindAccount, holderOf } from '../directory/bind-account.ts';
import { claimButton, settleClaim, type BindClaim } from '../directory/bind-claims.ts';
import { homePlan, planTalk } from '../plan-talk.ts';
import { addressOfRow } from './bind-by-code.ts';
import { boundDecision } from './bound.ts';
import { recordBinding } from './record-binding.ts';
import { tellStranger } from './tell-stranger.ts';
import type { Decision, DispatchDeps, InboxRow, RowContext } from './types.ts';

/** Asks whoever brought the code, and tells the account that would give way, where it can be stopped. */
export async function askClaimant(deps: DispatchDeps, row: InboxRow, claim: BindClaim): Promise<void> {
  const { prisma, channels } = deps;
  const planId = await homePlan(prisma, claim.personId);
  const talk = await planTalk(prisma, deps.clock, planId, claim.personId);
  const { binding } = catalogueFor(talk.locale);
  const person = await prisma.person.findUniqueOrThrow({
    where: { id: claim.personId },
    select: {
      name: true,
      memberships: {
        where: { active: true },
        orderBy: { id: 'asc' },
        take: 1,
        select: { unit: { select: { name: true } } },
      },
    },
  });
  await tellStranger(deps, row, binding.isItYou(person.name, person.memberships[0]?.unit.name ?? ''), [
    { id: claimButton(claim.id, true), label: binding.itIsMe, style: 'primary' },
    { id: claimButton(claim.id, false), label: binding.notMe },
  ]);
  const id = `bind-claim/${claim.id}`;
  const channel = CHANNELS.find((one) => one === claim.channel);
  const old = channel && (await addressOf(prisma, claim.personId, channel));
  if (!old || (await prisma.delivery.findUnique({ where: { id }, select: { id: true } }))) return;
  const message = await insertDelivery(prisma, {
    id,
    planId,
    clockId: talk.clockId,
    personId: claim.personId,
    channel: old.channel,
    planAt: new Date(talk.now),
    message: answerMessage('note', [binding.somebodyBinds(claim.accountName)], talk, [
      { label: binding.notMe, act: { kind: 'not-me', claimId: claim.id }, style: 'danger' },
    ]),
  });
  await sendAnswer(prisma, channels, old, message);
}

/**
 * 〔是本人〕 or 〔不是本人〕 of an address that is nobody's yet. Bound: the decision for its person. null: told already.
 * Throws RefusedError CODE_WRONG for a claim that is another address's, settled or too old.
 */
export async function settleBindClaim(
  deps: DispatchDeps,
  row: InboxRow,
  { claimId, isMe }: { claimId: string; isMe: boolean },
): Promise<{ context: RowContext; decided: Decision } | null> {
  const { prisma } = deps;
  const address = addressOfRow(row);
  const old = await oldAddress(deps, claimId, address);
  const claim = await prisma.$transaction(async (tx) => {
    const settled = await settleClaim(tx, claimId, isMe ? 'bound' : 'denied', address);
    if (!settled) return null;
    const { personId, accountName } = settled;
    if (!isMe) await recordBinding(tx, row, { kind: 'denied', personId, accountName, reason: 'denied' });
    else {
      const { replaced } = await bindAccount(tx, address, personId, accountName);
      await recordBinding(tx, row, { kind: 'bound', personId, accountName, replaced });
    }
    return settled;
  });
  const before = claim ?? (await prisma.bindClaim.findFirst({ where: { id: claimId, ...address } }));
  const { binding } = catalogueFor();
  if (before?.outcome === 'bound' && isMe && (await holderOf(prisma, address)) === before.personId) {
    if (claim && old) await tellStranger(deps, { ...row, ...old }, binding.replacedHere, []);
    return boundDecision(deps, row, before.personId, 1);
  }
  if (before?.outcome !== 'denied' || isMe) throw new RefusedError('CODE_WRONG');
  await tellStranger(deps, row, binding.denied, []);
  return null;
}

/** Where the person was reached until now: told last of all there. */
async function oldAddress({ prisma }: DispatchDeps, claimId: string, { channel }: Address): Promise<Address | null> {
  const claim = await prisma.bindClaim.findUnique({ where: { id: claimId }, select: { personId: true } });
  return claim ? addressOf(prisma, claim.personId, channel) : null;
}
