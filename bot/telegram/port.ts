import { TelegramApiError } from 'node-telegram-bot-api';
import type { ChatPort, SendResult } from '../../domain/chat/port.ts';
import { createHeldBack } from '../held-back.ts';
import { botIdOf, openBot, type TelegramTarget } from './client.ts';
import { outcomeOf } from './outcome-of.ts';
import { partsOf } from './parts-of.ts';
import { telegramRates } from './rates.ts';
import { renderClosed, renderMessage, type RenderedMessage } from './render-message.ts';

export interface TelegramPortOptions extends TelegramTarget {
  now?: () => number;
}

/** Telegram's own form of one message; an Inbox row's `replyToRef` holds the first two. */
export interface TelegramRef extends Record<string, unknown> {
  chat: string;
  messageId: number;
  /** The question beside a card (partsOf): never the one to be closed. */
  aside?: true;
}

/** Sends to private chats. Telegram can't say afterwards whether it took a message, so there is no `reconcile`. */
export function createTelegramPort({ now = Date.now, ...target }: TelegramPortOptions): ChatPort {
  const { api } = openBot(target);
  const botId = botIdOf(target.token);
  const heldBack = createHeldBack(now);

  async function call(
    chat: string,
    run: () => Promise<TelegramRef>,
    edited?: Record<string, unknown>,
  ): Promise<SendResult> {
    try {
      return { kind: 'sent', providerRef: await run() };
    } catch (error) {
      const result = outcomeOf({ error, othersLimited: heldBack.othersThan(chat), ...(edited ? { edited } : {}) });
      if (result.kind === 'later' && error instanceof TelegramApiError && error.errorCode === 429)
        heldBack.hold(chat, result.retryAfterMs);
      return result;
    }
  }

  return {
    channel: 'telegram',
    hasWindow: true,
    rates: ({ externalId }, use = 'send') => telegramRates(botId, externalId, use),
    parts: partsOf,
    async send({ externalId }, message) {
      const aside = message.aside ? { aside: message.aside } : {};
      const result = await call(externalId, async () => {
        const { message_id: messageId } = await api.sendMessage({
          chat_id: externalId,
          ...sendable(renderMessage(message)),
        });
        return { chat: externalId, messageId, ...aside };
      });
      // It only opens the input field: the card stands without it, and a repeated one would ask twice.
      return message.aside && (result.kind === 'ambiguous' || result.kind === 'permanent')
        ? { kind: 'sent', providerRef: aside }
        : result;
    },
    close: ({ externalId }, providerRef, message, closedWith) => {
      const { chat = externalId, messageId } = providerRef as Partial<TelegramRef>;
      if (messageId === undefined) return Promise.resolve({ kind: 'sent', providerRef });
      const ref = { chat, messageId };
      return call(
        chat,
        async () => {
          await api.editMessageText({
            chat_id: chat,
            message_id: messageId,
            ...sendable(renderClosed(message, closedWith)),
          });
          return ref;
        },
        ref,
      );
    },
  };
}

/** Addresses in a person's words shall not grow pictures. */
const sendable = <Rendered extends RenderedMessage>(rendered: Rendered) => ({
  ...rendered,
  link_preview_options: { is_disabled: true },
});
