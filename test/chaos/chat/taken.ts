import type { PrismaClient } from '../../../prisma/client.ts';
import { parseStoredMessage, toSendable } from '../../../prisma/queries/insert-delivery.ts';
import { renderMessage } from '../../../bot/telegram/render-message.ts';
import { userOfDm } from '../../fakes/slack/workspace.ts';
import type { Accepted } from '../ledger.ts';
import type { Providers } from './providers.ts';
import { shownInSlack } from './shown.ts';

/** How many messages both providers took so far, changes of messages not counted. */
export const takenSoFar = ({ slack, telegram }: Providers): { slack: number; telegram: number; all: number } => {
  const count = {
    slack: slack.workspace.ledger.filter(({ method }) => method === 'chat.postMessage').length,
    telegram: telegram.ledger.filter(({ method }) => method === 'sendMessage').length,
  };
  return { ...count, all: count.slack + count.telegram };
};

/**
 * The ledgers of both as the judge reads them: each message by its delivery. Slack says it itself (metadata). On
 * Telegram it is known by its buttons, else by the reference on record, else by its words; a message that fits
 * nothing keeps a name of its own, which the judge finds on no record.
 */
export async function taken(prisma: PrismaClient, providers: Providers): Promise<Accepted[]> {
  const deliveries = await prisma.delivery.findMany({ orderBy: { createdAt: 'asc' } });
  const klassOf = new Map(deliveries.map(({ id, klass }) => [id, klass]));
  const named = (deliveryId: string, person: string, text: string, at: string): Accepted => ({
    deliveryId,
    person,
    klass: klassOf.get(deliveryId) ?? 'unknown',
    text,
    at,
  });
  const { slack, telegram } = providers;
  const onSlack = slack.workspace.ledger
    .filter(({ method }) => method === 'chat.postMessage')
    .map(({ metadata, channel, blocks, ts }) =>
      named(
        String((metadata?.event_payload as { delivery_id?: string } | undefined)?.delivery_id ?? `slack ${ts}`),
        userOfDm(slack.workspace, channel)?.name ?? channel,
        shownInSlack(blocks).text,
        ts,
      ),
    );
  const personOf = new Map([...providers.addresses].map(([personId, { externalId }]) => [externalId, personId]));
  const nameOf = telegramNames(await prisma.action.findMany({ select: { id: true, deliveryId: true } }), deliveries);
  const onTelegram = telegram.ledger
    .filter(({ method }) => method === 'sendMessage')
    .map(({ chat, message_id: messageId, text, reply_markup: markup, at }) => {
      const [button] = (markup?.inline_keyboard ?? []).flat();
      const person = personOf.get(String(chat)) ?? String(chat);
      const deliveryId = nameOf({ person, ref: `${chat}/${messageId}`, button: button?.callback_data, text });
      return named(deliveryId, person, text, new Date(at).toISOString());
    });
  return [...onSlack, ...onTelegram];
}

type Deliveries = Awaited<ReturnType<PrismaClient['delivery']['findMany']>>;

function telegramNames(actions: { id: string; deliveryId: string }[], deliveries: Deliveries) {
  const own = deliveries.filter(({ channel }) => channel === 'telegram');
  const byButton = new Map(actions.map(({ id, deliveryId }) => [id, deliveryId]));
  const byRef = new Map(own.map(({ id, providerRef }) => [refOf(providerRef), id]));
  const byWords = Map.groupBy(
    own.map(({ id, personId, message }) => ({
      id,
      words: `${personId} ${renderMessage(toSendable(id, parseStoredMessage(message))).text.trim()}`,
    })),
    ({ words }) => words,
  );
  return ({ person, ref, button, text }: OnTelegram): string =>
    (button === undefined ? undefined : byButton.get(button)) ??
    byRef.get(ref) ??
    byWords.get(`${person} ${text}`)?.[0]?.id ??
    `telegram ${ref}`;
}

interface OnTelegram {
  person: string;
  ref: string;
  button: string | undefined;
  text: string;
}

function refOf(providerRef: unknown): string {
  const { chat, messageId } = (providerRef ?? {}) as { chat?: string; messageId?: number };
  return `${chat}/${messageId}`;
}
