import { parseStoredMessage, toSendable } from '../prisma/queries/insert-delivery.ts';
import type { Address, Channel, ChatPort, SendResult } from '../domain/chat/port.ts';
import type { SendableMessage } from '../domain/chat/message.ts';
import type { Db, Prisma } from '../prisma/client.ts';

export type Channels = ReadonlyMap<string, ChatPort>;

/** The ports by their channel's name; two of one name is a mistake of the composition root. */
export function createChannels(ports: ChatPort[]): Channels {
  const channels = new Map(ports.map((port) => [port.channel as string, port]));
  if (channels.size !== ports.length) throw new Error('two chat ports for one channel');
  return channels;
}

/**
 * Sends an answer that is on record and marks what became of it. An answer that couldn't go stays on record:
 * the web inbox shows it, and `sending` ones are tried again by the sweep.
 */
export async function sendAnswer(
  db: Db,
  channels: Channels,
  address: Address,
  message: SendableMessage,
): Promise<SendResult> {
  const port = channels.get(address.channel);
  const result: SendResult = port
    ? await sendSafely(port, address, message)
    : { kind: 'permanent', scope: 'address', reason: `no port for ${address.channel}` };
  // `later`: the row stays `sending`.
  if (result.kind !== 'later') await db.delivery.update({ where: { id: message.deliveryId }, data: marked(result) });
  return result;
}

async function sendSafely(port: ChatPort, address: Address, message: SendableMessage): Promise<SendResult> {
  try {
    return await port.send(address, message);
  } catch (error) {
    return { kind: 'ambiguous', reason: error instanceof Error ? error.message : String(error) };
  }
}

function marked(result: Exclude<SendResult, { kind: 'later' }>): Prisma.DeliveryUpdateInput {
  if (result.kind === 'sent')
    return { status: 'sent', providerRef: result.providerRef as Prisma.InputJsonValue, sentAt: new Date() };
  return { status: result.kind === 'ambiguous' ? 'ambiguous' : 'failed', error: result.reason };
}

/**
 * Closes a card: no button of it counts any more, and it shows what was recorded. The row decides; that the
 * provider shows it too is a courtesy, so its failure changes nothing.
 */
export async function closeCard(db: Db, channels: Channels, deliveryId: string, closedWith: string): Promise<void> {
  const { count } = await db.delivery.updateMany({
    where: { id: deliveryId, closedAt: null },
    data: { closedAt: new Date(), closedWith },
  });
  if (count === 0) return;
  const delivery = await db.delivery.findUniqueOrThrow({ where: { id: deliveryId } });
  const port = channels.get(delivery.channel);
  if (!port || delivery.providerRef === null) return;
  const address = await addressOf(db, delivery.personId, delivery.channel as Channel);
  if (!address) return;
  await port
    .close(
      address,
      delivery.providerRef as Record<string, unknown>,
      toSendable(deliveryId, parseStoredMessage(delivery.message)),
      closedWith,
    )
    .catch(() => undefined);
}

/** Where a person is reached on a channel; the web inbox reaches everybody. */
export async function addressOf(db: Db, personId: string, channel: Channel): Promise<Address | null> {
  if (channel === 'web') return { channel, team: '', externalId: personId };
  const account = await db.account.findFirst({
    where: { personId, channel, revokedAt: null },
    orderBy: { boundAt: 'desc' },
  });
  return account && { channel, team: account.team, externalId: account.externalId };
}
