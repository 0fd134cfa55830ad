import { localDateOf } from '../domain/calendar/local-time.ts';
import type { SendableMessage } from '../domain/chat/message.ts';
import type { Policy } from '../domain/plan/policy.ts';
import type { Instant } from '../domain/plan/types.ts';
import type { ClaimedPrompt } from '../prisma/queries/claim-prompts.ts';
import { REPLACED } from '../prisma/queries/drop-unsent.ts';
import { parseStoredMessage, toSendable } from '../prisma/queries/insert-delivery.ts';
import type { ActivityDeps } from './deps.ts';
import type { SendContext } from './send-context.ts';

/** Reason of a message that was put off past its day, and was written anew. */
export const NOT_IN_TIME = 'not sent in time';

export interface Begun {
  message: SendableMessage;
  since: Instant;
  /** Other rungs than the claimed ones stand in it too: answered since, being answered, or settled already. */
  saysMore: boolean;
  /** The provider may have taken it. */
  ambiguous: boolean;
  /** Some of its parts have gone. */
  partly: boolean;
}

/**
 * The message that an earlier try put on record for these prompts, or null where it can't be used: it was
 * written on another day (its words reckon from that day) or for another person or channel. Such a one is given
 * up, and a new one is written.
 */
export async function begunDigest(
  { prisma }: ActivityDeps,
  { now }: SendContext,
  prompts: ClaimedPrompt[],
  { values: { zone } }: Policy,
): Promise<Begun | null> {
  const [{ deliveryId, personId, channel }] = prompts as [ClaimedPrompt];
  if (deliveryId === null) return null;
  const row = await prisma.delivery.findUniqueOrThrow({ where: { id: deliveryId } });
  const usable =
    row.personId === personId &&
    row.channel === channel &&
    localDateOf(row.planAt.toISOString(), zone) === localDateOf(now, zone);
  if (usable)
    return {
      message: toSendable(deliveryId, parseStoredMessage(row.message)),
      since: row.createdAt.toISOString(),
      saysMore: (await prisma.prompt.count({ where: { deliveryId } })) > prompts.length,
      ambiguous: row.status === 'ambiguous',
      partly: row.providerRef !== null,
    };
  await prisma.delivery.updateMany({
    where: { id: deliveryId, status: 'sending' },
    data: { status: 'failed', error: row.error ?? NOT_IN_TIME },
  });
  return null;
}

/** A message that surely didn't arrive and says more than is asked now: another is written for what is left of it. */
export async function replaceBegun(
  { prisma }: ActivityDeps,
  { message: { deliveryId } }: Begun,
  prompts: ClaimedPrompt[],
): Promise<void> {
  await prisma.$transaction([
    prisma.delivery.updateMany({
      where: { id: deliveryId, status: { in: ['sending', 'ambiguous'] } },
      data: { status: 'failed', error: REPLACED },
    }),
    prisma.prompt.updateMany({
      where: { deliveryId, OR: [{ status: 'queued' }, { id: { in: prompts.map(({ id }) => id) } }] },
      data: { deliveryId: null },
    }),
  ]);
}
