import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { CHANNELS } from '../../domain/chat/port.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import { closeSent } from '../../prisma/close-sent.ts';
import { parseStoredMessage, toSendable } from '../../prisma/queries/insert-delivery.ts';
import type { Channels } from '../channels.ts';

export interface CloseUnboundDeps {
  prisma: PrismaClient;
  channels: Channels;
}

const DAY_MS = 24 * 60 * 60_000;
/** Older cards have scrolled away, and a provider takes a call a second. */
const CARDS_MAX = 50;

/**
 * An account that is its person's no longer shows no button that looks alive: none of them counts, for the address
 * is nobody's. Only what it shows is closed, not the message itself: its person may still answer it elsewhere.
 * Resolves to how many accounts.
 */
export async function closeUnbound({ prisma, channels }: CloseUnboundDeps, now = new Date()): Promise<number> {
  const since = new Date(now.getTime() - DAY_MS);
  const accounts = await prisma.account.findMany({
    where: { revokedAt: { gt: since }, cardsClosedAt: null, channel: { in: [...channels.keys()] } },
    orderBy: { revokedAt: 'asc' },
  });
  const { binding } = catalogueFor();
  for (const { id, personId, team, externalId, boundAt, revokedAt, ...account } of accounts) {
    const channel = CHANNELS.find((one) => one === account.channel);
    const port = channel && channels.get(channel);
    const shown = port?.hasWindow
      ? await prisma.delivery.findMany({
          where: {
            personId,
            channel: port.channel,
            // A home tab is no card: it is drawn anew for nobody.
            klass: { not: 'home' },
            status: 'sent',
            closedAt: null,
            sentAt: { gte: boundAt, lte: revokedAt ?? now },
            actions: { some: {} },
          },
          orderBy: { sentAt: 'desc' },
          take: CARDS_MAX,
        })
      : [];
    for (const { id: deliveryId, message, providerRef } of shown)
      if (port)
        await closeSent(
          prisma,
          port,
          { channel: port.channel, team, externalId },
          (providerRef ?? {}) as Record<string, unknown>,
          toSendable(deliveryId, parseStoredMessage(message)),
          binding.accountEnded,
        );
    await prisma.account.update({ where: { id }, data: { cardsClosedAt: now } });
  }
  return accounts.length;
}
