import { TelegramApiError, type Api } from 'node-telegram-bot-api';
import type { Db } from '../../prisma/client.ts';
import { deferRates, waitForRate } from '../../prisma/wait-for-rate.ts';
import { botRate, telegramRates } from './rates.ts';

/** What a person looks at while they wait; later than this it is of no use. */
const WAIT_MAX_MS = 2_000;

/**
 * The same calls, each within the limits that all processes share: what is said beside the messages (answers to presses,
 * menus, sentences to strangers) counts against the token like they do. Throws where its turn would come too late.
 */
export function countedApi(api: Api, db: Db, botId: string): Api {
  return new Proxy(api, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name, target);
      if (typeof method !== 'function') return method;
      return async (...args: unknown[]): Promise<unknown> => {
        const { chat_id: chat } = (args[0] ?? {}) as { chat_id?: string | number };
        const isMessage = String(name).startsWith('send') && chat !== undefined;
        const rates = isMessage ? telegramRates(botId, String(chat), 'send') : [botRate(botId)];
        const { waitMs } = await waitForRate(db, rates, { maxWaitMs: WAIT_MAX_MS });
        if (waitMs > 0) throw new Error('its turn would come too late');
        try {
          return await (method as (...all: unknown[]) => Promise<unknown>).apply(target, args);
        } catch (error) {
          if (error instanceof TelegramApiError && error.errorCode === 429)
            await deferRates(db, rates, {
              kind: 'later',
              scope: 'address',
              retryAfterMs: Math.max(1, error.retryAfter ?? 1) * 1_000,
              reason: 'busy',
            });
          throw error;
        }
      };
    },
  });
}
