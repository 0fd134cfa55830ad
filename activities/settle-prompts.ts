import type { SendableMessage } from '../domain/chat/message.ts';
import type { Address, ChatPort } from '../domain/chat/port.ts';
import type { Instant } from '../domain/plan/types.ts';
import type { SupervisedState } from '../domain/supervision/types.ts';
import { closeSent } from '../prisma/close-sent.ts';
import { appendDeskEventIn } from '../prisma/events.ts';
import { putOfficeItem } from '../prisma/office-items.ts';
import type { ClaimedPrompt } from '../prisma/queries/claim-prompts.ts';
import type { Prisma } from '../prisma/client.ts';
import type { ActivityDeps } from './deps.ts';
import type { SendContext } from './send-context.ts';
import { isRungAnswered } from '../domain/supervision/is-rung-answered.ts';

const SYSTEM = { id: 'system', name: '系统' };
const ids = (prompts: ClaimedPrompt[]): string[] => prompts.map(({ id }) => id);
const REASON_MAX = 300;
const released = { leaseToken: null, leaseUntil: null };

/** Rows that this attempt still holds: the rest of a lost lease is another's. */
const mine = (context: SendContext, prompts: ClaimedPrompt[]) => ({
  id: { in: ids(prompts) },
  status: 'sending',
  leaseToken: context.leaseToken,
});

export async function holdsLease(deps: ActivityDeps, context: SendContext, prompts: ClaimedPrompt[]): Promise<boolean> {
  return (await deps.prisma.prompt.count({ where: mine(context, prompts) })) === prompts.length;
}

/** The first rung of each part was sent; others of the same part stood in the same digest. */
export async function settleSent(
  deps: ActivityDeps,
  context: SendContext,
  prompts: ClaimedPrompt[],
  deliveryId: string,
  providerRef: Record<string, unknown>,
): Promise<void> {
  const at = new Date(context.now);
  const seen = new Set<string>();
  const [sent, merged]: [ClaimedPrompt[], ClaimedPrompt[]] = [[], []];
  for (const prompt of prompts) {
    const part = `${prompt.entityId}|${prompt.partId}`;
    (seen.has(part) ? merged : sent).push(prompt);
    seen.add(part);
  }
  await deps.prisma.$transaction(async (tx) => {
    await tx.delivery.update({
      where: { id: deliveryId },
      data: { status: 'sent', sentAt: new Date(), error: null, providerRef: providerRef as Prisma.InputJsonValue },
    });
    await tx.prompt.updateMany({
      where: mine(context, sent),
      data: { ...released, status: 'sent', reason: null, deliveryId, settledAt: at },
    });
    if (merged.length > 0)
      await tx.prompt.updateMany({
        where: mine(context, merged),
        data: { ...released, status: 'merged', reason: '同一事项并入同条消息', deliveryId, settledAt: at },
      });
  });
}

/**
 * Not now: back to the queue, with the rule that held it. `apart`: not as this message, which is another
 * address's or another day's.
 */
export async function putBack(
  deps: ActivityDeps,
  context: SendContext,
  prompts: ClaimedPrompt[],
  notBefore: Instant | null,
  reason: string | null = null,
  { apart = false }: { apart?: boolean } = {},
): Promise<void> {
  await deps.prisma.prompt.updateMany({
    where: mine(context, prompts),
    data: {
      ...released,
      status: 'queued',
      reason: reason?.slice(0, REASON_MAX) ?? null,
      ...(notBefore === null ? {} : { notBefore: new Date(notBefore) }),
      ...(apart ? { deliveryId: null } : {}),
    },
  });
}

/** On the office's list: nobody knows whether it arrived (taken for sent), or no provider takes such a message. */
export async function giveUp(
  deps: ActivityDeps,
  context: SendContext,
  prompts: ClaimedPrompt[],
  deliveryId: string,
  { reason }: { reason: string },
  why: 'ambiguous' | 'refused',
): Promise<void> {
  const at = new Date(context.now);
  await deps.prisma.$transaction(async (tx) => {
    await tx.delivery.update({
      where: { id: deliveryId },
      data: { status: why === 'ambiguous' ? 'ambiguous' : 'failed', error: reason },
    });
    await tx.prompt.updateMany({
      where: mine(context, prompts),
      data: {
        ...released,
        status: why === 'ambiguous' ? 'sent' : 'undeliverable',
        reason: reason.slice(0, REASON_MAX),
        settledAt: at,
      },
    });
    for (const { planId, unitId } of prompts)
      await putOfficeItem(tx, {
        planId,
        key: `undeliverable/${unitId}`,
        kind: 'undeliverable',
        unitId,
        body: { reason: why === 'ambiguous' ? why : 'rejected', detail: reason },
        planAt: at,
      });
  });
}

/** An answer that came while its prompt was on the way: the card is closed at once, with an Event. */
export async function closeIfAnswered(
  deps: ActivityDeps,
  context: SendContext,
  prompts: ClaimedPrompt[],
  port: ChatPort,
  address: Address,
  providerRef: Record<string, unknown>,
  message: SendableMessage,
): Promise<void> {
  const [first] = prompts;
  if (!first || !(await isAllAnswered(deps, prompts))) return;
  const closedWith = '已报送,无需再办';
  await deps.prisma.$transaction(async (tx) => {
    await tx.delivery.update({
      where: { id: message.deliveryId },
      data: { closedAt: new Date(context.now), closedWith },
    });
    await appendDeskEventIn(tx, {
      planId: first.planId,
      kind: 'cardClosed',
      actor: SYSTEM,
      via: 'system',
      planAt: new Date(context.now),
      body: { deliveryId: message.deliveryId, prompts: ids(prompts) },
    });
  });
  await closeSent(deps.prisma, port, address, providerRef, message, closedWith);
}

/** States at once: of a very long digest the first few nearly always say that something is still owed. */
const STATES_AT_ONCE = 50;

/** Every rung's duty is filed. What was taken away meanwhile wasn't answered: the bot closes its card, with the reason. */
async function isAllAnswered({ prisma }: ActivityDeps, prompts: ClaimedPrompt[]): Promise<boolean> {
  for (let from = 0; from < prompts.length; from += STATES_AT_ONCE) {
    const some = prompts.slice(from, from + STATES_AT_ONCE);
    const states = await prisma.checkpoint.findMany({
      where: { entityId: { in: some.map(({ entityId }) => entityId) } },
      select: { entityId: true, state: true },
    });
    const stateOf = (id: string) =>
      states.find(({ entityId }) => entityId === id)?.state as unknown as SupervisedState | undefined;
    if (!some.every((prompt) => isRungAnswered(prompt, stateOf(prompt.entityId)))) return false;
  }
  return true;
}
