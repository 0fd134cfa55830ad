import { expect, test } from 'vitest';
import { openBot } from '../../../bot/telegram/client.ts';
import { webhookRoute } from '../../../bot/telegram/webhook.ts';

const bot = openBot({ token: '7000000001:AAFakeTelegramTokenForTests-0123456789a' });
const routeAt = (path: string, secret = 'a-secret-of-sixteen') =>
  webhookRoute(bot, { url: `https://duban.example.org${path}`, secret });

test('the route is the path of the address', () => {
  expect(routeAt('/telegram/bot-7')?.path).toBe('/telegram/bot-7');
});

test.each(['/', '/telegram', '/telegram/', '/api/plans', '/telegram/*', '/telegram/:any', '/telegram/a/b'])(
  'a webhook at %s is refused before anything starts',
  (path) => {
    expect(() => routeAt(path)).toThrow(/^Give TELEGRAM_WEBHOOK_URL a path/);
  },
);

test('a webhook without a secret is refused before anything starts', () => {
  expect(() => routeAt('/telegram/bot', '')).toThrow('secretToken');
});
