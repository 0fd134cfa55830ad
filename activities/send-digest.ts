import { nextDigest } from '../domain/calendar/digest.ts';
import { instantAt, localDateOf } from '../domain/calendar/local-time.ts';
import { digestMessage } from '../domain/chat/digest-message.ts';
import type { SendableMessage } from '../domain/chat/message.ts';
import type { Address, ChatPort } from '../domain/chat/port.ts';
import type { Policy } from '../domain/plan/policy.ts';
import type { Instant } from '../domain/plan/types.ts';
import { mayDigest } from '../domain/supervision/budget.ts';
import { clearOutage } from '../prisma/channel-failures.ts';
import type { ClaimedPrompt } from '../prisma/queries/claim-prompts.ts';
import { personLocale } from '../prisma/person-locale.ts';
import { insertDelivery } from '../prisma/queries/insert-delivery.ts';
import { didArrive, sendInParts } from '../prisma/send-in-parts.ts';
import type { InTurn } from '../prisma/wait-for-rate.ts';
import type { ActivityDeps } from './deps.ts';
import { begunDigest, replaceBegun } from './begun-digest.ts';
import { digestsThisWeek } from './digests-this-week.ts';
import { lineViews } from './line-views.ts';
import { standInNotes } from './stand-in-notes.ts';
import { settleFailure } from './settle-failure.ts';
import { inAWhile, type DigestEnd, type SendContext } from './send-context.ts';
import { closeIfAnswered, holdsLease, putBack, settleSent } from './settle-prompts.ts';

/** A shorter wait for the provider's rate is waited out here: a batch of them stays far within the lease. */
const RATE_WAIT_MAX_MS = 2_000;

/** One person's prompts as one message on one channel. */
export async function sendDigest(
  deps: ActivityDeps,
  context: SendContext,
  prompts: ClaimedPrompt[],
  inTurn?: InTurn,
): Promise<DigestEnd> {
  const first = prompts[0];
  const plan = first && context.plans.get(first.planId);
  const port = first && deps.ports.get(first.channel);
  if (!first || !plan || !port) {
    await putBack(deps, context, prompts, null);
    return 'waits';
  }
  const address: Address = { channel: first.channel, team: first.team, externalId: first.externalId };
  const begun = first.deliveryId === null ? null : await begunDigest(deps, context, prompts, plan.policy);
  if (begun) {
    const arrived = await didArrive(deps.prisma, port, address, begun.message, begun.since);
    if (arrived === 'unknown') {
      await putBack(deps, context, prompts, inAWhile(context.now), 'ambiguous');
      return 'waits';
    }
    if (arrived !== null) return settled(deps, context, prompts, port, address, begun.message, arrived);
    // Nobody is asked for what they have answered. Where nobody can say, it goes again as it was,
    // with its note; what has gone in part goes on.
    const isStale = begun.saysMore && !begun.partly && (port.reconcile !== undefined || !begun.ambiguous);
    if (!isStale) return call(deps, context, prompts, { port, address, inTurn }, begun.message);
    await replaceBegun(deps, begun, prompts);
  }

  const verdict = mayDigest(
    prompts.map(({ rung, dueAt }) => ({ rung, dueAt: dueAt?.toISOString() ?? null })),
    await digestsThisWeek(deps.prisma, first.personId, context.now, plan.policy),
    context.now,
    plan.policy,
  );
  if (!verdict.send) {
    const later = nextDigest(context.calendar, plan.policy, tomorrow(context.now, plan.policy)).at;
    await putBack(deps, context, prompts, later, verdict.rule);
    return 'waits';
  }
  return call(deps, context, prompts, { port, address, inTurn }, await newDigest(deps, context, prompts, plan));
}

/** The message, on record before the provider is called, and named by its prompts. */
async function newDigest(
  deps: ActivityDeps,
  context: SendContext,
  prompts: ClaimedPrompt[],
  { policy, office }: { policy: Policy; office: string },
): Promise<SendableMessage> {
  const [first] = prompts as [ClaimedPrompt];
  const locale = await personLocale(deps.prisma, first.personId);
  const digest = digestMessage(lineViews(prompts, context.calendar, policy, context.now), {
    office,
    now: context.now,
    zone: policy.values.zone,
    locale,
    resent: prompts.some(({ notBy }) => notBy !== null),
  });
  const instead = await standInNotes(deps.prisma, prompts, context.now, policy.values.zone, locale);
  const message = { ...digest, lines: [...digest.lines, ...instead] };
  return deps.prisma.$transaction(async (tx) => {
    const made = await insertDelivery(tx, {
      planId: first.planId,
      clockId: context.clockId,
      personId: first.personId,
      channel: first.channel,
      planAt: new Date(context.now),
      message,
      promptIds: prompts.map(({ id }) => id),
    });
    const { count } = await tx.prompt.updateMany({
      where: { id: { in: prompts.map(({ id }) => id) }, leaseToken: context.leaseToken },
      data: { deliveryId: made.deliveryId },
    });
    // Somebody else took them over: a message that no rung names would stay on record as being sent.
    if (count !== prompts.length) throw new Error('the lease of a digest was lost before it was on record');
    return made;
  });
}

async function call(
  deps: ActivityDeps,
  context: SendContext,
  prompts: ClaimedPrompt[],
  { port, address, inTurn }: { port: ChatPort; address: Address; inTurn: InTurn | undefined },
  message: SendableMessage,
): Promise<DigestEnd> {
  const result = await sendInParts(deps.prisma, port, address, message, {
    maxWaitMs: RATE_WAIT_MAX_MS,
    pause: deps.pause,
    inTurn,
    mayCall: async () => {
      await deps.failpoints('send.before-call');
      // The fence: a stopped and woken worker must not send what another has taken over.
      return holdsLease(deps, context, prompts);
    },
    afterCall: () => deps.failpoints('send.after-call'),
  });
  switch (result.kind) {
    case 'sent':
      return settled(deps, context, prompts, port, address, message, result.providerRef);
    case 'waits': {
      const again = new Date(Date.parse(context.now) + result.waitMs).toISOString();
      await putBack(deps, context, prompts, again, 'rate');
      return result.shared ? { channelWaitsMs: result.waitMs } : 'waits';
    }
    case 'taken-over':
      return 'waits';
    default:
      return settleFailure(deps, context, { prompts, port, address, message, result });
  }
}

async function settled(
  deps: ActivityDeps,
  context: SendContext,
  prompts: ClaimedPrompt[],
  port: ChatPort,
  address: Address,
  message: SendableMessage,
  providerRef: Record<string, unknown>,
): Promise<'sent'> {
  await settleSent(deps, context, prompts, message.deliveryId, providerRef);
  if (port.hasWindow) await clearOutage(deps.prisma, address);
  await closeIfAnswered(deps, context, prompts, port, address, providerRef, message);
  return 'sent';
}

const tomorrow = (now: Instant, { values }: Policy): Instant =>
  instantAt(localDateOf(new Date(Date.parse(now) + 86_400_000).toISOString(), values.zone), '00:00', values.zone);
