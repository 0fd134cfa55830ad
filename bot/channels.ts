import type { SendableMessage } from '../domain/chat/message.ts';
import type { Address, Channel, ChatPort, SendResult } from '../domain/chat/port.ts';
import { closeSent } from '../prisma/close-sent.ts';
import { markAddressFailed, markChannelDown, moveAccount } from '../prisma/channel-failures.ts';
import type { Db, Prisma, PrismaClient } from '../prisma/client.ts';
import { parseStoredMessage, toSendable } from '../prisma/queries/insert-delivery.ts';
import { markSent } from '../prisma/queries/mark-sent.ts';
import { sendInParts } from '../prisma/send-in-parts.ts';

export type Channels = ReadonlyMap<string, ChatPort>;

/** The ports by their channel's name; two of one name is a mistake of the composition root. */
export function createChannels(ports: ChatPort[]): Channels {
  const channels = new Map(ports.map((port) => [port.channel as string, port]));
  if (channels.size !== ports.length) throw new Error('two chat ports for one channel');
  return channels;
}

/** A person waits for an answer: a longer wait for the provider's rate is left to the sweep. */
const RATE_WAIT_MAX_MS = 3_000;

/** An answer of this age that is still `sending` is nobody's: older than any call of a living process that could mark it. */
export const ABANDONED_MS = 30_000;

/**
 * Sends an answer that is on record and marks what became of it. An answer that couldn't go stays on record:
 * the web inbox shows it, and `sending` ones are tried again by the sweep.
 */
export async function sendAnswer(
  db: PrismaClient,
  channels: Channels,
  address: Address,
  message: SendableMessage,
  { follow = true }: { follow?: boolean } = {},
): Promise<SendResult> {
  const port = channels.get(address.channel);
  const result: SendResult = port
    ? await sendSafely(db, port, address, message)
    : { kind: 'permanent', scope: 'address', reason: `no port for ${address.channel}` };
  await mark(db, port, address, message.deliveryId, result);
  // The same chat under its new name, followed once: a second move waits for the sweep.
  if (result.kind === 'moved' && follow)
    return sendAnswer(db, channels, { ...address, externalId: result.externalId }, message, { follow: false });
  return result;
}

async function sendSafely(db: Db, port: ChatPort, address: Address, message: SendableMessage): Promise<SendResult> {
  try {
    const end = await sendInParts(db, port, address, message, { maxWaitMs: RATE_WAIT_MAX_MS });
    if (end.kind === 'waits') return { kind: 'later', scope: 'address', retryAfterMs: end.waitMs, reason: 'rate' };
    return end.kind === 'taken-over'
      ? { kind: 'later', scope: 'address', retryAfterMs: ABANDONED_MS, reason: 'taken over' }
      : end;
  } catch (error) {
    return { kind: 'ambiguous', reason: error instanceof Error ? error.message : String(error) };
  }
}

async function mark(
  db: PrismaClient,
  port: ChatPort | undefined,
  address: Address,
  deliveryId: string,
  result: SendResult,
): Promise<void> {
  const update = (data: Prisma.DeliveryUpdateInput) => db.delivery.update({ where: { id: deliveryId }, data });
  switch (result.kind) {
    case 'sent':
      return markSent(db, {
        deliveryId,
        providerRef: result.providerRef,
        channel: address.channel,
        team: address.team,
        tokenWorks: port?.hasWindow ?? false,
      });
    case 'ambiguous':
      await update({ status: 'ambiguous', error: result.reason });
      return;
    case 'later':
      // The row stays `sending`, and is nobody's as soon as it may go.
      await update({ createdAt: new Date(Date.now() + result.retryAfterMs - ABANDONED_MS) });
      return;
    case 'moved':
      await moveAccount(db, address, result.externalId);
      return;
    case 'permanent':
      if (port && result.scope === 'token') await markChannelDown(db, address, result.reason);
      else if (port && result.scope === 'address') await markAddressFailed(db, address, result.reason);
      await update({ status: 'failed', error: result.reason });
  }
}

/**
 * Closes a card: no button of it counts any more, and it shows what was recorded. The row decides; that the
 * provider shows it too is a courtesy, so its failure changes nothing. `instead`: it is closed already, with this.
 */
export async function closeCard(
  db: Db,
  channels: Channels,
  deliveryId: string,
  closedWith: string,
  { revokedToo = false, instead }: { revokedToo?: boolean; instead?: string } = {},
): Promise<void> {
  const { count } = await db.delivery.updateMany({
    where: { id: deliveryId, ...(instead === undefined ? { closedAt: null } : { closedWith: instead }) },
    data: { closedAt: new Date(), closedWith },
  });
  if (count === 0) return;
  const delivery = await db.delivery.findUniqueOrThrow({ where: { id: deliveryId } });
  const port = channels.get(delivery.channel);
  if (!port || delivery.providerRef === null) return;
  const address = await addressOf(db, delivery.personId, delivery.channel as Channel, { revokedToo });
  if (!address) return;
  await closeSent(
    db,
    port,
    address,
    delivery.providerRef as Record<string, unknown>,
    toSendable(deliveryId, parseStoredMessage(delivery.message)),
    closedWith,
  );
}

/** Where a person is reached on a channel; the web inbox reaches everybody. `revokedToo`: where they were reached last, to take something back there. */
export async function addressOf(
  db: Db,
  personId: string,
  channel: Channel,
  { revokedToo = false }: { revokedToo?: boolean } = {},
): Promise<Address | null> {
  if (channel === 'web') return { channel, team: '', externalId: personId };
  const account = await db.account.findFirst({
    where: { personId, channel, ...(revokedToo ? {} : { revokedAt: null }) },
    orderBy: { boundAt: 'desc' },
  });
  return account && { channel, team: account.team, externalId: account.externalId };
}
