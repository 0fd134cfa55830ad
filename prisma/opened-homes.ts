import type { Address, Channel } from '../domain/chat/port.ts';
import type { PrismaClient } from './client.ts';

/** Who has opened their page in that channel and is bound there still; the buttons that it showed are kept (homeActions). */
export async function openedHomes(
  prisma: PrismaClient,
  { channel, team, max }: { channel: Channel; team: string; max: number },
): Promise<{ personId: string; address: Address }[]> {
  const opened = await prisma.delivery.findMany({
    where: { klass: 'home', channel },
    distinct: ['personId'],
    orderBy: { personId: 'asc' },
    take: max,
    select: { personId: true },
  });
  const accounts = await prisma.account.findMany({
    where: { channel, team, revokedAt: null, personId: { in: opened.map(({ personId }) => personId) } },
    select: { personId: true, externalId: true },
  });
  return accounts.map(({ personId, externalId }) => ({ personId, address: { channel, team, externalId } }));
}
