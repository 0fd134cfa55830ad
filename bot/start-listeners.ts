import type { PrismaClient } from '../prisma/client.ts';
import type { ChatListener } from './listener.ts';

/**
 * Starts them side by side. A provider that told who we are has taken the token: what an earlier one was refused
 * for counts no longer. Throws OperatorError where a token is refused; one that isn't reached is tried again by itself.
 */
export async function startListeners(prisma: PrismaClient, listeners: readonly ChatListener[]): Promise<void> {
  await Promise.all(listeners.map((listener) => listener.start()));
  const accepted = listeners.filter((listener) => listener.identity().name !== null);
  await prisma.channelOutage.deleteMany({ where: { channel: { in: accepted.map(({ channel }) => channel) } } });
}
