import type { PrismaClient } from '../prisma/client.ts';
import type { ChatListener } from './listener.ts';

/** Reason of an outage that lasts until the provider's settings are back. */
const NOT_CONNECTED = '未接入';
const FOR_GOOD = new Date('9999-12-31T00:00:00Z');

/**
 * Starts them side by side. A provider that told who we are has taken the token: what an earlier one was refused
 * for counts no longer. Accounts of a provider whose settings were taken away are passed over, so that their people
 * are reached another way. Throws OperatorError where a token is refused; one that isn't reached is tried again by itself.
 */
export async function startListeners(prisma: PrismaClient, listeners: readonly ChatListener[]): Promise<void> {
  await Promise.all(listeners.map((listener) => listener.start()));
  const connected = listeners.map(({ channel }) => channel);
  const accepted = listeners.filter((listener) => listener.identity().name !== null).map(({ channel }) => channel);
  await prisma.channelOutage.deleteMany({
    where: { OR: [{ channel: { in: accepted } }, { channel: { in: connected }, reason: NOT_CONNECTED }] },
  });
  const left = await prisma.account.findMany({
    where: { revokedAt: null, channel: { notIn: ['web', 'scripted', ...connected] } },
    distinct: ['channel', 'team'],
    select: { channel: true, team: true },
  });
  for (const { channel, team } of left) {
    const outage = { reason: NOT_CONNECTED, until: FOR_GOOD };
    await prisma.channelOutage.upsert({
      where: { channel_team: { channel, team } },
      create: { channel, team, since: new Date(), ...outage },
      update: outage,
    });
  }
}
