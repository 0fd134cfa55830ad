import { Bot } from 'node-telegram-bot-api';

export interface TelegramTarget {
  /** As BotFather gave it: the bot's numeric id, a colon, a secret. */
  token: string;
  /** Default https://api.telegram.org. */
  apiRoot?: string | undefined;
  timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;

/**
 * A bot of the library without its own retries (a lost answer would then double a message) and without its
 * limiter (ours is in PostgreSQL, for all processes). A handler that throws is not swallowed: what could not be
 * committed must come again.
 */
export function openBot({ token, apiRoot, timeoutMs = TIMEOUT_MS }: TelegramTarget): Bot {
  return new Bot(token, { maxRetries: 0, timeoutMs, ...(apiRoot === undefined ? {} : { apiRoot }) }).catch((error) => {
    throw error;
  });
}

/** The bot's own id, which is no secret and stands for it in keys. */
export const botIdOf = (token: string): string => token.split(':', 1)[0] ?? '';
