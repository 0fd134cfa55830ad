import { setTimeout as pause } from 'node:timers/promises';
import { nextDigest } from '../domain/calendar/digest.ts';
import { localDateOf } from '../domain/calendar/local-time.ts';
import type { Calendar } from '../domain/calendar/types.ts';
import { digestMessage } from '../domain/chat/digest-message.ts';
import type { SendableMessage } from '../domain/chat/message.ts';
import type { Address, ChatPort, SendResult } from '../domain/chat/port.ts';
import type { Policy } from '../domain/plan/policy.ts';
import type { Instant } from '../domain/plan/types.ts';
import { mayDigest, weekStart } from '../domain/supervision/budget.ts';
import { instantAt } from '../domain/calendar/local-time.ts';
import type { ClaimedPrompt } from '../prisma/queries/claim-prompts.ts';
import { insertDelivery, parseStoredMessage, toSendable } from '../prisma/queries/insert-delivery.ts';
import { takeRate } from '../prisma/queries/take-rate.ts';
import type { ActivityDeps } from './deps.ts';
import { lineViews } from './line-views.ts';
import { closeIfAnswered, giveUp, holdsLease, putBack, settleSent } from './settle-prompts.ts';

/** A shorter wait for the provider's rate is waited out here: a batch of them stays far within the lease. */
const RATE_WAIT_MAX_MS = 2_000;

export interface SendContext {
  clockId: string;
  now: Instant;
  leaseToken: string;
  calendar: Calendar;
  plans: Map<string, { policy: Policy; office: string }>;
}

/** One person's prompts as one message on one channel. True where it went out. */
export async function sendDigest(deps: ActivityDeps, context: SendContext, prompts: ClaimedPrompt[]): Promise<boolean> {
  const first = prompts[0];
  const plan = first && context.plans.get(first.planId);
  const port = first && deps.ports.get(first.channel);
  if (!first || !plan || !port) {
    await putBack(deps, context, prompts, null);
    return false;
  }
  if (first.deliveryId !== null) return finish(deps, context, prompts, port, await stored(deps, first.deliveryId));

  const verdict = mayDigest(
    prompts.map(({ rung, dueAt }) => ({ rung, dueAt: dueAt?.toISOString() ?? null })),
    await sentThisWeek(deps, context, first.personId, plan.policy),
    context.now,
    plan.policy,
  );
  if (!verdict.send) {
    const later = nextDigest(context.calendar, plan.policy, tomorrow(context.now, plan.policy)).at;
    await putBack(deps, context, prompts, later, verdict.rule);
    return false;
  }
  const message = digestMessage(lineViews(prompts, context.calendar, plan.policy, context.now), {
    office: plan.office,
    now: context.now,
    zone: plan.policy.values.zone,
  });
  const sendable = await deps.prisma.$transaction(async (tx) => {
    const made = await insertDelivery(tx, {
      planId: first.planId,
      clockId: context.clockId,
      personId: first.personId,
      channel: first.channel,
      planAt: new Date(context.now),
      message,
    });
    const { count } = await tx.prompt.updateMany({
      where: { id: { in: prompts.map(({ id }) => id) }, leaseToken: context.leaseToken },
      data: { deliveryId: made.deliveryId },
    });
    // Somebody else took them over: a message that no rung names would stay on record as being sent.
    if (count !== prompts.length) throw new Error('the lease of a digest was lost before it was on record');
    return made;
  });
  return finish(deps, context, prompts, port, sendable);
}

async function stored(deps: ActivityDeps, deliveryId: string): Promise<SendableMessage> {
  const { message } = await deps.prisma.delivery.findUniqueOrThrow({
    where: { id: deliveryId },
    select: { message: true },
  });
  return toSendable(deliveryId, parseStoredMessage(message));
}

async function finish(
  deps: ActivityDeps,
  context: SendContext,
  prompts: ClaimedPrompt[],
  port: ChatPort,
  message: SendableMessage,
): Promise<boolean> {
  const [first] = prompts as [ClaimedPrompt];
  const address: Address = { channel: first.channel, team: first.team, externalId: first.externalId };
  const waitMs = await rateWait(deps, port, address);
  if (waitMs > RATE_WAIT_MAX_MS) {
    await putBack(deps, context, prompts, new Date(Date.parse(context.now) + waitMs).toISOString(), 'rate');
    return false;
  }
  if (waitMs > 0) await pause(waitMs);
  await deps.failpoints('send.before-call');
  // The fence: a stopped and woken worker must not send what another has taken over.
  if (!(await holdsLease(deps, context, prompts))) return false;
  const result: SendResult = await port.send(address, message);
  await deps.failpoints('send.after-call');
  switch (result.kind) {
    case 'sent':
      await settleSent(deps, context, prompts, message.deliveryId, result.providerRef);
      await closeIfAnswered(deps, context, prompts, port, address, result.providerRef, message);
      return true;
    case 'later':
      await putBack(
        deps,
        context,
        prompts,
        new Date(Date.parse(context.now) + result.retryAfterMs).toISOString(),
        result.reason,
      );
      return false;
    case 'ambiguous':
    case 'permanent':
    case 'moved':
      await giveUp(deps, context, prompts, message.deliveryId, result);
      return false;
  }
}

/** The address first: a place of the whole token is not taken for a message that its chat won't have yet. */
async function rateWait({ prisma }: ActivityDeps, port: ChatPort, address: Address): Promise<number> {
  let waitMs = 0;
  for (const { key, perSecond } of port.rates(address)) {
    waitMs = Math.max(waitMs, await takeRate(prisma, key, perSecond, RATE_WAIT_MAX_MS));
    if (waitMs > RATE_WAIT_MAX_MS) return waitMs;
  }
  return waitMs;
}

async function sentThisWeek(
  deps: ActivityDeps,
  { now }: SendContext,
  personId: string,
  policy: Policy,
): Promise<Instant[]> {
  const { zone } = policy.values;
  const since = instantAt(weekStart(localDateOf(now, zone)), '00:00', zone);
  const rows = await deps.prisma.delivery.findMany({
    where: { personId, klass: 'digest', status: { in: ['sent', 'ambiguous'] }, planAt: { gte: new Date(since) } },
    select: { planAt: true },
  });
  return rows.map(({ planAt }) => planAt.toISOString());
}

const tomorrow = (now: Instant, { values }: Policy): Instant =>
  instantAt(localDateOf(new Date(Date.parse(now) + 86_400_000).toISOString(), values.zone), '00:00', values.zone);
