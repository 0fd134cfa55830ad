import { nextDigest } from '../domain/calendar/digest.ts';
import { instantAt, localDateOf } from '../domain/calendar/local-time.ts';
import type { SendableMessage } from '../domain/chat/message.ts';
import type { Address, ChatPort, Scope, SendResult } from '../domain/chat/port.ts';
import type { Policy } from '../domain/plan/policy.ts';
import type { Instant } from '../domain/plan/types.ts';
import { markAddressFailed, markChannelDown, moveAccount } from '../prisma/channel-failures.ts';
import { putOfficeItem } from '../prisma/office-items.ts';
import type { ClaimedPrompt } from '../prisma/queries/claim-prompts.ts';
import { personLocale } from '../prisma/person-locale.ts';
import { withResentNote } from '../prisma/resent-note.ts';
import type { ActivityDeps } from './deps.ts';
import { inAWhile, type DigestEnd, type SendContext } from './send-context.ts';
import { giveUp, putBack } from './settle-prompts.ts';

type Failure = Exclude<SendResult, { kind: 'sent' }>;

export interface Failed {
  prompts: ClaimedPrompt[];
  port: ChatPort;
  address: Address;
  message: SendableMessage;
  result: Failure;
}

/** A message that did not surely arrive: later, by another way, asked about, or on the office's list. */
export async function settleFailure(deps: ActivityDeps, context: SendContext, failed: Failed): Promise<DigestEnd> {
  const { prompts, address, message, result } = failed;
  deps.log('a message was not sent', { deliveryId: message.deliveryId, kind: result.kind, reason: result.reason });
  switch (result.kind) {
    case 'later': {
      const again = new Date(Date.parse(context.now) + result.retryAfterMs).toISOString();
      await putBack(deps, context, prompts, again, result.reason);
      return result.scope === 'token' ? { channelWaitsMs: result.retryAfterMs } : 'waits';
    }
    case 'moved':
      await moveAccount(deps.prisma, address, result.externalId);
      await putBack(deps, context, prompts, null, result.reason);
      return 'another-way';
    case 'permanent':
      if (result.scope === 'message') {
        await giveUp(deps, context, prompts, message.deliveryId, result, 'refused');
        return 'waits';
      }
      await dropAddress(deps, context, failed, { scope: result.scope, reason: result.reason });
      return result.scope === 'token' ? 'channel-down' : 'another-way';
    case 'ambiguous':
      return ambiguous(deps, context, failed);
  }
}

/** The next channel, or the next person, is found by the claim: this one is passed over from now on. */
async function dropAddress(
  deps: ActivityDeps,
  context: SendContext,
  { prompts, address, message }: Failed,
  { scope, reason }: { scope: Scope; reason: string },
): Promise<void> {
  await deps.prisma.$transaction(async (tx) => {
    if (scope === 'token') await markChannelDown(tx, address, reason);
    else await markAddressFailed(tx, address, reason);
    await tx.delivery.update({ where: { id: message.deliveryId }, data: { status: 'failed', error: reason } });
    for (const { planId, unitId } of scope === 'token' ? prompts.slice(0, 1) : prompts)
      await putOfficeItem(tx, {
        planId,
        key: scope === 'token' ? `channel-down/${address.channel}` : `undeliverable/${unitId}`,
        kind: 'undeliverable',
        ...(scope === 'token' ? {} : { unitId }),
        body: { reason: scope === 'token' ? 'channel-down' : 'refused', detail: reason, channel: address.channel },
        planAt: new Date(context.now),
      });
  });
  await putBack(deps, context, prompts, null, reason, { apart: true });
}

/** A provider that can say is asked in a while. One that can't gets what is urgent once more, and the rest with the next digest. */
async function ambiguous(
  deps: ActivityDeps,
  context: SendContext,
  { prompts, port, message, result }: Failed,
): Promise<DigestEnd> {
  const { prisma } = deps;
  const policy = policyOf(context, prompts);
  const {
    resends,
    message: stored,
    personId,
  } = await prisma.delivery.update({
    where: { id: message.deliveryId },
    data: { status: 'ambiguous', error: result.reason },
    select: { resends: true, message: true, personId: true },
  });
  if (resends >= (port.reconcile ? RESENDS_ASKED_MAX : RESENDS_UNASKED_MAX)) {
    await giveUp(deps, context, prompts, message.deliveryId, result, 'ambiguous');
    return 'waits';
  }
  if (!port.reconcile && !prompts.some((prompt) => isUrgent(prompt, context.now, policy))) {
    const { zone } = policy.values;
    const tomorrow = localDateOf(new Date(Date.parse(context.now) + 86_400_000).toISOString(), zone);
    const next = nextDigest(context.calendar, policy, instantAt(tomorrow, '00:00', zone)).at;
    await putBack(deps, context, prompts, next, 'ambiguous', { apart: true });
    return 'waits';
  }
  await prisma.delivery.update({
    where: { id: message.deliveryId },
    data: {
      resends: { increment: 1 },
      ...(port.reconcile ? {} : { message: withResentNote(stored, await personLocale(prisma, personId)) }),
    },
  });
  await putBack(deps, context, prompts, inAWhile(context.now), 'ambiguous');
  return 'waits';
}

/** Sent again after having been asked about: it surely had not arrived, so only its number is bounded. */
const RESENDS_ASKED_MAX = 3;
const RESENDS_UNASKED_MAX = 1;

const policyOf = ({ plans }: SendContext, [first]: ClaimedPrompt[]): Policy => {
  const plan = first && plans.get(first.planId);
  if (!plan) throw new Error('a digest of a plan that is not running');
  return plan.policy;
};

/** On the day, later, or asked for by a person. */
const isUrgent = ({ rung, dueAt }: ClaimedPrompt, now: Instant, { values: { zone } }: Policy): boolean =>
  rung.startsWith('nudge-') || (dueAt !== null && localDateOf(dueAt.toISOString(), zone) <= localDateOf(now, zone));
