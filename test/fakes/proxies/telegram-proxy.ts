import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Update } from 'node-telegram-bot-api';
import { TelegramServer } from 'telegram-test-api/lib/telegramServer.js';
import { freePort } from '../../../setup/free-port.ts';
import { apiError, badRequest, isApiError } from '../telegram/api-error.ts';
import { readKeyboard } from '../telegram/keyboard.ts';
import { integer, readParams } from '../telegram/read-params.ts';
import { createSettings } from '../telegram/settings.ts';
import type { Params } from '../telegram/types.ts';
import { createUpdates } from '../telegram/updates.ts';
import { postUpdate } from '../telegram/webhook-post.ts';
import type { EmulatedPerson } from './person.ts';
import { telegramPerson } from './telegram-person.ts';

/** The emulator answers every bot with this id. */
const TOKEN = '666:AAEmulatedTelegramToken-0123456789abcdef';
const TEXT_MAX = 4_096;
/** Seconds; by default the emulator forgets after a minute. */
const KEEP_SECONDS = 3_600;

export interface TelegramEmulator {
  /** For TELEGRAM_API_ROOT. */
  apiRoot: string;
  token: string;
  person(chat: number, name: string): EmulatedPerson & { start(code?: string): Promise<void> };
  /** Stands for the proxy that ends TLS before Duban: a webhook's path is called there. */
  forwardTo(origin: string): void;
  close(): Promise<void>;
}

/**
 * The public emulator of the Bot API, with what it lacks in front of it: refusals (token, length, buttons, a chat
 * that never pressed Start, a missing message), held polls and offsets, one poller only, the webhook's secret, and
 * the answers that it leaves empty.
 */
export async function startTelegramEmulator(): Promise<TelegramEmulator> {
  const emulator = new TelegramServer({ port: await freePort(), host: '127.0.0.1', storeTimeout: KEEP_SECONDS });
  await emulator.start();
  const started = new Set<number>();
  let origin = '';
  const updates = createUpdates((webhook, update) =>
    postUpdate({ ...webhook, url: `${origin}${new URL(webhook.url).pathname}` }, update),
  );
  const settings = createSettings(updates, true);
  /** Without a webhook the emulator keeps what people do until it is asked. */
  const collect = (): void => {
    for (const update of emulator.getUpdates(TOKEN)) void updates.push(update as unknown as Update);
  };
  for (const event of ['AddedUserMessage', 'AddedUserCommand', 'AddedUserCallbackQuery']) emulator.on(event, collect);

  async function theirs(method: string, params: Params): Promise<unknown> {
    const answered = await fetch(`${emulator.config.apiURL}/bot${TOKEN}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
    });
    return ((await answered.json()) as { result: unknown }).result;
  }

  /** What Telegram refuses and the emulator takes. */
  function checked(params: Params): Params {
    if (!started.has(integer(params['chat_id']) ?? 0))
      throw apiError(403, "Forbidden: bot can't initiate conversation with a user");
    const text = params['text'];
    if (typeof text !== 'string' || text.trim() === '') throw badRequest('message text is empty');
    if (text.length > TEXT_MAX) throw badRequest('message is too long');
    return { ...params, reply_markup: readKeyboard(params['reply_markup']) ?? { inline_keyboard: [] } };
  }

  const methods: Record<string, (params: Params, gone: AbortSignal) => unknown> = {
    async getMe() {
      return { is_bot: true, ...((await theirs('getMe', {})) as object) };
    },
    async sendMessage(params) {
      const sent = (await theirs('sendMessage', checked(params))) as { date: number };
      return { ...sent, from: await methods['getMe']?.({}, AbortSignal.abort()), date: Math.floor(sent.date / 1_000) };
    },
    async editMessageText(params) {
      const message = emulator.storage.botMessages.find(({ messageId }) => messageId === integer(params['message_id']));
      if (!message) throw badRequest('message to edit not found');
      await theirs('editMessageText', checked(params));
      const chat = { id: integer(params['chat_id']), type: 'private' };
      return { message_id: message.messageId, date: Math.floor(message.time / 1_000), chat, text: params['text'] };
    },
    answerCallbackQuery: async (params) => (await theirs('answerCallbackQuery', params), true),
    getUpdates: updates.getUpdates,
    async setWebhook(params) {
      settings.setWebhook(params);
      await theirs('setWebhook', { url: `${root()}/hook` });
      return true;
    },
    async deleteWebhook(params) {
      await theirs('deleteWebhook', {});
      return settings.deleteWebhook(params);
    },
    getWebhookInfo: settings.getWebhookInfo,
    setMyCommands: settings.setMyCommands,
  };

  async function answer(request: IncomingMessage, gone: AbortSignal): Promise<unknown> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const params = await readParams(request, url);
    // The emulator's own webhook: it is told no as Telegram would be.
    if (url.pathname === '/hook') {
      if (await updates.push(params as unknown as Update)) return true;
      throw apiError(500, 'the webhook was not answered with yes');
    }
    const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(url.pathname) ?? [];
    if (token !== TOKEN) throw apiError(401, 'Unauthorized');
    const run = methods[method];
    if (!run) throw apiError(404, 'Not Found');
    return run(params, gone);
  }

  const server = createServer((request, response) => {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const say = (status: number, body: object): void => {
      if (!response.destroyed)
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    answer(request, gone.signal).then(
      (result) => say(200, { ok: true, result }),
      (error: unknown) => {
        const code = isApiError(error) ? error.code : 500;
        say(code, { ok: false, error_code: code, description: error instanceof Error ? error.message : String(error) });
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const root = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    apiRoot: root(),
    token: TOKEN,
    person: (chat, name) => telegramPerson({ emulator, token: TOKEN, chat, name, started: () => started.add(chat) }),
    forwardTo: (address) => void (origin = address),
    async close() {
      updates.stop();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await emulator.stop();
    },
  };
}
