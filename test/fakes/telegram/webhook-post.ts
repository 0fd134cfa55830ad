import type { Update } from 'node-telegram-bot-api';
import type { Webhook } from './updates.ts';

const WITHIN_MS = 10_000;

/** What Telegram posts to a webhook. Resolves to the status; null where no answer came. */
export const postUpdate = ({ url, secret }: Webhook, update: Update): Promise<number | null> =>
  postRaw(url, JSON.stringify(update), secret === null ? {} : { [SECRET_HEADER]: secret }).catch(() => null);

/** What a stranger posts there. */
export async function postRaw(url: string, body: string, headers: Record<string, string>): Promise<number> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    signal: AbortSignal.timeout(WITHIN_MS),
  });
  await response.arrayBuffer();
  return response.status;
}

export const SECRET_HEADER = 'x-telegram-bot-api-secret-token';
