import type { Channel } from '../../domain/chat/port.ts';
import { parseStoredMessage, toSendable } from '../../prisma/queries/insert-delivery.ts';
import { addressOf, sendAnswer } from '../channels.ts';
import type { DispatchDeps } from './types.ts';

/** Older than any call of a living process that could still mark it. */
const ABANDONED_MS = 30_000;

/** Answers on record that a crash left unsent, or that a provider asked to send later. */
export async function resendAnswers({ prisma, channels }: DispatchDeps, realNow: Date): Promise<number> {
  const left = await prisma.delivery.findMany({
    where: { klass: 'answer', status: 'sending', createdAt: { lt: new Date(realNow.getTime() - ABANDONED_MS) } },
    orderBy: { createdAt: 'asc' },
    take: 20,
  });
  for (const { id, personId, channel, message } of left) {
    // Taken by moving its time on, so that two processes don't send it both.
    const { count } = await prisma.delivery.updateMany({
      where: { id, status: 'sending', createdAt: { lt: new Date(realNow.getTime() - ABANDONED_MS) } },
      data: { createdAt: realNow },
    });
    const address = count === 1 ? await addressOf(prisma, personId, channel as Channel) : null;
    if (address) await sendAnswer(prisma, channels, address, toSendable(id, parseStoredMessage(message)));
  }
  return left.length;
}
