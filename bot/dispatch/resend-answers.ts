import type { Channel } from '../../domain/chat/port.ts';
import { parseStoredMessage, toSendable } from '../../prisma/queries/insert-delivery.ts';
import type { Prisma } from '../../prisma/client.ts';
import { didArrive } from '../../prisma/send-in-parts.ts';
import { ABANDONED_MS, addressOf, sendAnswer } from '../channels.ts';
import type { DispatchDeps } from './types.ts';

/** `createdAt` moves on with each try; the first may have been the one that arrived. */
const LOOK_BACK_MS = 10 * 60_000;

/**
 * Answers and notices on record that a crash left unsent, that a provider asked to send later, or of which it
 * may know more than we do. What arrived is marked; answers go again, notices wait for their window again.
 */
export async function resendAnswers(
  { prisma, channels }: Pick<DispatchDeps, 'prisma' | 'channels'>,
  realNow: Date,
): Promise<number> {
  const abandoned = new Date(realNow.getTime() - ABANDONED_MS);
  const asks = [...channels.values()].filter(({ reconcile }) => reconcile).map(({ channel }) => channel);
  const left = await prisma.delivery.findMany({
    where: {
      klass: { in: ['answer', 'notice'] },
      createdAt: { lt: abandoned },
      OR: [{ status: 'sending' }, { status: 'ambiguous', resends: 0, channel: { in: asks } }],
    },
    orderBy: { createdAt: 'asc' },
    take: 20,
  });
  // In the order in which they were written: each moved on by the wait that it was given.
  const inOrder = left.toSorted((a, b) => a.planAt.getTime() - b.planAt.getTime());
  for (const { id, personId, channel, message, status, createdAt, klass } of inOrder) {
    const update = (data: Prisma.DeliveryUpdateInput) => prisma.delivery.update({ where: { id }, data });
    // Taken by moving its time on, so that two processes don't send it both.
    const { count } = await prisma.delivery.updateMany({
      where: { id, status, createdAt: { lt: abandoned } },
      data: { createdAt: realNow },
    });
    if (count === 0) continue;
    const address = await addressOf(prisma, personId, channel as Channel);
    const sendable = toSendable(id, parseStoredMessage(message));
    const since = new Date(createdAt.getTime() - LOOK_BACK_MS).toISOString();
    const arrived = address && (await didArrive(prisma, channels.get(channel), address, sendable, since));
    // Asked again with the next sweep, until it can say.
    if (arrived === 'unknown') continue;
    if (arrived) await update({ status: 'sent', providerRef: arrived as Prisma.InputJsonValue, error: null });
    else if (klass === 'notice') await update({ status: 'queued', ...(status === 'ambiguous' ? { resends: 1 } : {}) });
    // The web inbox shows every answer, whatever became of it.
    else if (!address) await update({ status: 'failed', error: `no account on ${channel}` });
    else {
      if (status === 'ambiguous') await update({ resends: 1 });
      await sendAnswer(prisma, channels, address, sendable);
    }
  }
  return left.length;
}
