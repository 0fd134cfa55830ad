import type { ButtonAct } from '../../domain/chat/message.ts';
import type { Channel, IncomingMessage } from '../../domain/chat/port.ts';
import type { Inbox } from '../../bot/inbox.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import { parseStoredMessage } from '../../prisma/queries/insert-delivery.ts';
import { buttonMessage, FormPost, formMessage, textMessage } from '../../bot/web-inbox/receive.ts';

/** A person at one provider, acting on a message that they have in front of them. */
export interface Hands {
  press(personId: string, ref: Record<string, unknown>, buttonId: string): Promise<void>;
  reply(personId: string, ref: Record<string, unknown>, text: string): Promise<void>;
  /** What came last comes again. */
  again(): Promise<void>;
}

export interface ChatPeopleDeps {
  prisma: PrismaClient;
  inbox: Inbox;
  now: () => Date;
  hands: Partial<Record<Channel, Hands>>;
  /** Inbox row → the script's key of the words that it holds; filled here. */
  planned: Map<string, string>;
}

/** Every so many acts the provider delivers one twice. */
const TWICE_EVERY = 4;

/** Stands where the scripts' answers go in: what the adapter would hand over is done with the real message instead. */
export function createChatPeople({
  prisma,
  inbox,
  now,
  hands,
  planned,
}: ChatPeopleDeps): Inbox & { acts: () => number } {
  let acts = 0;

  async function done(channel: Channel, act: (at: Hands) => Promise<void>): Promise<void> {
    const at = hands[channel];
    if (!at) throw new Error(`nobody acts on ${channel}`);
    await act(at);
    acts += 1;
    if (acts % TWICE_EVERY === 0) await at.again();
  }

  return {
    acts: () => acts,
    async receive(message: IncomingMessage) {
      if (message.kind === 'form') {
        acts += 1;
        const { lines } = FormPost.pick({ lines: true }).parse(message.payload);
        return inbox.receive(
          formMessage(
            { lines, clientId: message.dedupeKey },
            { personId: message.address.externalId, receivedAt: now() },
          ),
        );
      }
      const { deliveryId, buttonId } = await meant(prisma, message);
      const delivery = await prisma.delivery.findUniqueOrThrow({ where: { id: deliveryId } });
      const { personId } = delivery;
      const channel = delivery.channel as Channel;
      const ref = (delivery.providerRef ?? {}) as Record<string, unknown>;
      const from = { personId, receivedAt: now() };
      if (channel === 'web') {
        acts += 1;
        const clientId = message.dedupeKey;
        const received = await inbox.receive(
          buttonId === null
            ? textMessage({ text: message.text ?? '', clientId, replyTo: deliveryId }, from)
            : buttonMessage({ buttonId, clientId }, from),
        );
        planned.set(received.inboxId, message.dedupeKey);
        return received;
      }
      if (buttonId === null) await done(channel, (at) => at.reply(personId, ref, message.text ?? ''));
      else await done(channel, (at) => at.press(personId, ref, buttonId));
      const row = await prisma.inbox.findFirstOrThrow({
        where: { personId },
        orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
        select: { id: true },
      });
      planned.set(row.id, message.dedupeKey);
      return { inboxId: row.id, duplicate: false };
    },
  };
}

/** The message that is answered, and the button of it that does what the script wants. */
async function meant(
  prisma: PrismaClient,
  { kind, payload }: IncomingMessage,
): Promise<{ deliveryId: string; buttonId: string | null }> {
  if (kind === 'text') return { deliveryId: String(payload['replyTo']), buttonId: null };
  if (kind !== 'button') throw new Error(`no chat has a ${kind}`);
  const { deliveryId, act, id } = await prisma.action.findUniqueOrThrow({
    where: { id: String(payload['buttonId']) },
  });
  const { message } = await prisma.delivery.findUniqueOrThrow({ where: { id: deliveryId }, select: { message: true } });
  const { buttons } = parseStoredMessage(message);
  const wanted = SAME[(act as unknown as ButtonAct).kind];
  const shown =
    buttons.find((button) => button.id === id) ?? buttons.find((button) => wanted?.includes(button.act.kind));
  if (!shown) throw new Error(`the message has no button for ${(act as unknown as ButtonAct).kind}`);
  return { deliveryId, buttonId: shown.id };
}

/** The scripted adapter makes buttons of its own, for several lines at once; a card has these. */
const SAME: Partial<Record<ButtonAct['kind'], ButtonAct['kind'][]>> = {
  'receipt-all': ['receipt-all', 'receipt'],
  'no-change-all': ['no-change-all', 'no-change'],
};
