import type { PrismaClient } from '../../prisma/client.ts';
import type { ChatWorld } from './chat-world.ts';

/** Deliveries by what the providers' ledgers hold of them: the fakes' word, not ours. */
export async function messagesOf(
  prisma: PrismaClient,
  chats: Pick<ChatWorld, 'slackLedger' | 'telegramLedger'>,
): Promise<{ sent: number; twice: string[]; unsure: string[] }> {
  const actions = await prisma.action.findMany({ select: { id: true, deliveryId: true } });
  const byButton = new Map(actions.map(({ id, deliveryId }) => [id, deliveryId]));
  const onTelegram = chats.telegramLedger().flatMap(([button]) => (button ? (byButton.get(button) ?? []) : []));
  const taken = [...chats.slackLedger(), ...onTelegram];
  const deliveries = await prisma.delivery.findMany({ select: { id: true, status: true, resends: true } });
  return {
    sent: taken.length,
    twice: taken.filter((id, index) => taken.indexOf(id) !== index),
    unsure: deliveries.filter(({ status, resends }) => status === 'ambiguous' || resends > 0).map(({ id }) => id),
  };
}
