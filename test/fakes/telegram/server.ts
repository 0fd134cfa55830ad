import { appendFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Message, Update, User } from 'node-telegram-bot-api';
import { apiError, badRequest, isApiError } from './api-error.ts';
import { afterAccept, createFaults } from './faults.ts';
import { createFiles, type Files } from './files.ts';
import { createLimits } from './limits.ts';
import { createMessages } from './messages.ts';
import { createPeople, type People } from './people.ts';
import { readParams } from './read-params.ts';
import { createSettings, type Settings } from './settings.ts';
import type { Accepted, Fault, FaultScope, Params } from './types.ts';
import { createUpdates, type Updates } from './updates.ts';
import { postUpdate } from './webhook-post.ts';

export interface FakeTelegramOptions {
  token?: string;
  now?: () => number;
  /** Refuse webhooks without TLS, as Telegram does. */
  httpsOnly?: boolean;
  /** Each accepted message as a line of JSON. */
  ledgerFile?: string;
}

export interface FakeTelegram {
  readonly apiRoot: string;
  readonly token: string;
  readonly me: User;
  readonly people: People;
  readonly updates: Updates;
  readonly settings: Settings;
  readonly files: Files;
  readonly ledger: readonly Accepted[];
  /** Calls by method, refused ones too. */
  readonly calls: ReadonlyMap<string, number>;
  /** What the bot wrote, as it reads now. */
  ofBot(): Message[];
  /** Hands an update over; see Updates.push. */
  push(update: Update): Promise<boolean>;
  failNext(fault: Fault, scope?: FaultScope): void;
  mend(): void;
  /** The limits of the Bot FAQ, off at first. */
  enforceLimits(on: boolean): void;
  stop(): Promise<void>;
}

export const TEST_TOKEN = '7000000001:AAFakeTelegramTokenForTests-0123456789a';

/** The Bot API for tests, on loopback: it refuses what Telegram refuses, keeps what it accepted, and plays the person. */
export async function startFakeTelegram(options: FakeTelegramOptions = {}): Promise<FakeTelegram> {
  const { token = TEST_TOKEN, now = Date.now, httpsOnly = false, ledgerFile } = options;
  const me: User = {
    id: Number(token.split(':')[0]),
    is_bot: true,
    first_name: '督办助手',
    username: 'duban_test_bot',
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
  };
  const limits = createLimits(now);
  const faults = createFaults();
  const calls = new Map<string, number>();
  const messages = createMessages(me, now, limits, (entry) => {
    if (ledgerFile !== undefined) appendFileSync(ledgerFile, `${JSON.stringify(entry)}\n`);
  });
  const files = createFiles();
  const people = createPeople(me, messages, files, now);
  const updates = createUpdates(postUpdate);
  const settings = createSettings(updates, httpsOnly, messages.reach);

  const methods: Record<string, (params: Params, gone: AbortSignal) => unknown> = {
    getMe: () => me,
    sendMessage: messages.sendMessage,
    editMessageText: messages.editMessageText,
    editMessageReplyMarkup: messages.editMessageReplyMarkup,
    sendChatAction: messages.sendChatAction,
    answerCallbackQuery(params) {
      if (!people.answer(params['callback_query_id']))
        throw badRequest('query is too old and response timeout expired or query ID is invalid');
      return true;
    },
    getUpdates: updates.getUpdates,
    getFile: files.getFile,
    setMyCommands: settings.setMyCommands,
    deleteMyCommands: settings.deleteMyCommands,
    getMyCommands: settings.getMyCommands,
    setWebhook: settings.setWebhook,
    deleteWebhook: settings.deleteWebhook,
    getWebhookInfo: settings.getWebhookInfo,
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [, reader, path = ''] = /^\/file\/bot([^/]+)\/(.+)$/.exec(url.pathname) ?? [];
    if (reader !== undefined) return download(reader, path, response);
    const [, given, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(url.pathname) ?? [];
    const params = await readParams(request, url);
    const run = methods[method];
    if (given !== token) throw given === undefined ? apiError(404, 'Not Found') : apiError(401, 'Unauthorized');
    if (!run) throw apiError(404, 'Not Found');
    calls.set(method, (calls.get(method) ?? 0) + 1);
    const fault = faults.take(method, params);
    if (fault && !afterAccept(fault)) return misbehave(fault, response);
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const result = await run(params, gone.signal);
    if (fault) return misbehave(fault, response);
    answer(response, 200, { ok: true, result });
  }

  function download(given: string, path: string, response: ServerResponse): void {
    if (given !== token) throw apiError(401, 'Unauthorized');
    calls.set('file', (calls.get('file') ?? 0) + 1);
    const fault = faults.take('file', {});
    if (fault) return misbehave(fault, response);
    const bytes = files.at(decodeURIComponent(path));
    if (!bytes) throw apiError(404, 'Not Found');
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': bytes.length }).end(bytes);
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (!isApiError(error)) return answer(response, 500, { ok: false, error_code: 500, description: String(error) });
      const { code, message, parameters } = error;
      answer(response, code, {
        ok: false,
        error_code: code,
        description: message,
        ...(parameters ? { parameters } : {}),
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    me,
    people,
    updates,
    settings,
    files,
    ledger: messages.ledger,
    calls,
    ofBot: messages.ofBot,
    push: updates.push,
    failNext: faults.add,
    mend: faults.mend,
    enforceLimits: (on) => void (limits.enforced = on),
    stop() {
      updates.stop();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function misbehave(fault: Fault, response: ServerResponse): void {
  switch (fault.kind) {
    case 'refuse': {
      const { code, description, parameters } = fault;
      return answer(response, code, {
        ok: false,
        error_code: code,
        description,
        ...(parameters ? { parameters } : {}),
      });
    }
    case 'busy':
      return answer(response, 429, {
        ok: false,
        error_code: 429,
        description: `Too Many Requests: retry after ${fault.retryAfter}`,
        parameters: { retry_after: fault.retryAfter },
      });
    case 'broken':
      return answer(response, fault.status, {
        ok: false,
        error_code: fault.status,
        description: 'Internal Server Error',
      });
    case 'html':
      response.writeHead(502, { 'content-type': 'text/html' }).end('<html><h1>502 Bad Gateway</h1></html>');
      return;
    case 'page':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in to this network</html>');
      return;
    case 'truncated':
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok"');
      return;
    case 'truncated-after-accept':
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true,"result":{"message_id":');
      return;
    case 'reset-after-accept':
      response.destroy();
      return;
    case 'hang-after-accept':
      return;
  }
}
