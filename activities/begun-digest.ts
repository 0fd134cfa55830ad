import { localDateOf } from '../domain/calendar/local-time.ts';
import type { SendableMessage } from '../domain/chat/message.ts';
import type { Policy } from '../domain/plan/policy.ts';
import type { Instant } from '../domain/plan/types.ts';
import type { ClaimedPrompt } from '../prisma/queries/claim-prompts.ts';
import { parseStoredMessage, toSendable } from '../prisma/queries/insert-delivery.ts';
import type { ActivityDeps } from './deps.ts';
import type { SendContext } from './send-context.ts';

/**
 * The message that an earlier try put on record for these prompts, or null where it can't be used: it was
 * written on another day (its words reckon from that day) or for another person or channel. Such a one is given
 * up, and a new one is written.
 */
export async function begunDigest(
  { prisma }: ActivityDeps,
  { now }: SendContext,
  { deliveryId, personId, channel }: ClaimedPrompt,
  { values: { zone } }: Policy,
): Promise<{ message: SendableMessage; since: Instant } | null> {
  if (deliveryId === null) return null;
  const row = await prisma.delivery.findUniqueOrThrow({ where: { id: deliveryId } });
  const usable =
    row.personId === personId &&
    row.channel === channel &&
    localDateOf(row.planAt.toISOString(), zone) === localDateOf(now, zone);
  if (usable)
    return { message: toSendable(deliveryId, parseStoredMessage(row.message)), since: row.createdAt.toISOString() };
  await prisma.delivery.updateMany({
    where: { id: deliveryId, status: 'sending' },
    data: { status: 'failed', error: row.error ?? 'not sent in time' },
  });
  return null;
}
