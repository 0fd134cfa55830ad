import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { safeEqual, webhookCallback, type Bot } from 'node-telegram-bot-api';
import type { ChatListener } from '../listener.ts';
import { operatorError } from '../operator-error.ts';
import { stateOfFailure } from './state-of-failure.ts';
import { UPDATES_WANTED } from './update-schema.ts';
import { createBackOff, pause, type WayIn } from './way-in.ts';

export interface WebhookTarget {
  /** Where Telegram reaches us; its path is our route. */
  url: string;
  /** Sent along with each update, in a header. */
  secret: string;
}

/** Larger than any update, small enough to read whole. */
const BODY_MAX_BYTES = 1024 * 1024;
/** No pattern of the router either. */
const ROUTE = /^\/telegram\/[\w.~-]+$/;
const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

/**
 * Telegram's posts: 401 without the secret, unread; 413 above 1 MiB; 400 for what is no update; 500 where it
 * could not be committed, so that it comes again; 200 after the commit. Throws for an address that would hide
 * a page of ours.
 */
export function webhookRoute(bot: Bot, { url, secret }: WebhookTarget): NonNullable<ChatListener['route']> {
  const { pathname: path } = new URL(url);
  if (!ROUTE.test(path))
    throw operatorError('Give TELEGRAM_WEBHOOK_URL a path of its own below /telegram/, like https://…/telegram/bot.');
  const take = webhookCallback(bot, { secretToken: secret });
  const app = new Hono();
  app.use('*', async (c, next) => {
    if (!safeEqual(c.req.header(SECRET_HEADER) ?? '', secret)) return c.body(null, 401);
    return next();
  });
  app.use('*', bodyLimit({ maxSize: BODY_MAX_BYTES, onError: (c) => c.body(null, 413) }));
  app.post('*', async (c) => {
    const body = await c.req.text();
    // The library reads a field of whatever JSON holds, also of null.
    if (!isUpdate(body)) return c.body(null, 400);
    return take(new Request(c.req.url, { method: 'POST', headers: c.req.raw.headers, body }));
  });
  app.all('*', (c) => c.body(null, 405));
  return { path, handle: (c) => app.fetch(c.req.raw) };
}

function isUpdate(body: string): boolean {
  try {
    const parsed = JSON.parse(body) as { update_id?: unknown } | null;
    return typeof parsed === 'object' && parsed !== null && Number.isSafeInteger(parsed.update_id);
  } catch {
    return false;
  }
}

/** Tells Telegram where to post, and looks from time to time whether that still holds. Runs until `signal` ends it. */
export async function keepWebhook(
  { bot, timing, report, reached, log }: WayIn,
  { url, secret }: WebhookTarget,
  signal: AbortSignal,
): Promise<void> {
  const backOff = createBackOff(timing);
  let set = false;
  while (!signal.aborted) {
    try {
      if (!set) await bot.api.setWebhook({ url, secret_token: secret, allowed_updates: UPDATES_WANTED }, signal);
      if (!set) reached();
      set = true;
      const {
        url: now,
        pending_update_count: pending,
        last_error_message: trouble,
      } = await bot.api.getWebhookInfo(signal);
      set = now === url;
      if (!set) log('another program took the telegram webhook; it is set again', { pending });
      else if (pending > 0 && trouble) report({ state: 'late', note: `Telegram 送不到本机:${trouble.slice(0, 100)}` });
      else report({ state: 'ok' });
      backOff.succeeded();
      await pause(set ? timing.watchMs : timing.againMs, signal);
    } catch (error) {
      if (signal.aborted) return;
      const state = stateOfFailure(error);
      report(state);
      const waitMs = backOff.next();
      log('the telegram webhook is set again', { note: state.note, waitMs });
      await pause(waitMs, signal);
    }
  }
}
