import { connect } from 'node:net';
import { OpenAPIHono } from '@hono/zod-openapi';
import { Bot } from 'node-telegram-bot-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHttpReceiver } from '../../bot/slack/http-receiver.ts';
import { webhookRoute } from '../../bot/telegram/webhook.ts';
import type { ChatListener } from '../../bot/listener.ts';
import { freePort } from '../../setup/free-port.ts';
import { addChatRoutes } from '../../web/server/chat-routes.ts';
import { listen, type Listening } from '../../web/server/listen.ts';

const SECRET = 'a-secret-for-tests-of-this-file';
const TELEGRAM = '/telegram/bot';
let port: number;
let server: Listening;

beforeEach(async () => {
  const app = new OpenAPIHono();
  const { handle } = createHttpReceiver({ signingSecret: SECRET, log: () => undefined, realNow: () => new Date() });
  const routes = [
    { path: '/slack/events', handle },
    webhookRoute(new Bot('7000000001:AAFakeTelegramTokenForTests-0123456789a'), {
      url: `https://duban.example.org${TELEGRAM}`,
      secret: SECRET,
    }),
  ];
  addChatRoutes(
    app,
    routes.map((route) => ({ route }) as ChatListener),
  );
  port = await freePort();
  server = await listen(app, port, { headMs: 200, requestMs: 400, lookEveryMs: 50 });
});
afterEach(() => server.close());

/** One byte at a time until the server ends it; resolves to what it said last. */
function dribble(head: string): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(port, '127.0.0.1');
    const drip = setInterval(() => socket.write('x'), 20);
    socket.on('data', (data) => (said += data.toString()));
    // What is written after the end is refused, which is the point.
    socket.on('error', () => undefined);
    socket.once('close', () => {
      clearInterval(drip);
      resolve(said);
    });
    socket.write(head);
  });
}

const post = (path: string, headers: string[]): string =>
  [`POST ${path} HTTP/1.1`, 'host: 127.0.0.1', 'content-type: application/json', ...headers, '', ''].join('\r\n');

test.each([
  [
    'Slack',
    post('/slack/events', [`x-slack-request-timestamp: ${Math.floor(Date.now() / 1_000)}`, 'content-length: 900000']),
  ],
  ['Telegram', post(TELEGRAM, [`x-telegram-bot-api-secret-token: ${SECRET}`, 'content-length: 900000'])],
])('a body for %s that comes a byte at a time is cut off, and the server serves on', async (_, head) => {
  expect(await dribble(head)).toMatch(/^(HTTP\/1\.1 (4\d\d|500) |$)/);
  const response = await fetch(`http://127.0.0.1:${port}${TELEGRAM}`, { method: 'POST', body: '{}' });
  expect(response.status).toBe(401);
});

test('a head that comes a byte at a time is cut off', async () => {
  expect(await dribble('POST /slack/events HTTP/1.1\r\nx-slow: ')).toMatch(/^HTTP\/1\.1 408 /);
});

test.each(['/slack/events', TELEGRAM])('100 MB for %s get 413 long before they are read', async (path) => {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 65_536;
      if (sent > 100_000_000) controller.close();
      else controller.enqueue(new Uint8Array(65_536));
    },
  });
  const status = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    body,
    duplex: 'half',
    headers: {
      'x-telegram-bot-api-secret-token': SECRET,
      'x-slack-request-timestamp': String(Math.floor(Date.now() / 1_000)),
      'x-slack-signature': 'v0=00',
    },
  } as RequestInit).then(
    (response) => response.status,
    () => 'cut off',
  );
  expect([413, 'cut off']).toContain(status);
  expect(sent).toBeLessThan(20_000_000);
});
