import { NetworkError, ParseError, TelegramApiError, TimeoutError } from 'node-telegram-bot-api';
import { expect, test } from 'vitest';
import { outcomeOf, reasonOf } from '../../../bot/telegram/outcome-of.ts';

const api = (code: number, description: string, parameters?: { retry_after?: number; migrate_to_chat_id?: number }) =>
  new TelegramApiError(code, description, parameters);
const driver = (code: string, rest: object = {}) =>
  new NetworkError('Network request failed: sendMessage', {
    cause: Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error(code), { code, ...rest }) }),
  });
const of = (error: unknown, othersLimited = false) => outcomeOf({ error, othersLimited });

test.each([
  ['a flood of one chat', api(429, 'Too Many Requests: retry after 134', { retry_after: 134 }), 134_000],
  ['a flood without a time', api(429, 'Too Many Requests'), 1_000],
  ['an error of the server', api(500, 'Internal Server Error'), 5_000],
  ['a gateway’s page', new NetworkError('Server error 502 on sendMessage'), 5_000],
  ['a proxy’s page', new ParseError('Invalid JSON', { responseText: '<html>' }), 5_000],
  ['an answer cut off before it says anything', new ParseError('Invalid JSON', { responseText: '{"ok"' }), 5_000],
  ['a refused connection', driver('ECONNREFUSED'), 5_000],
  ['a name that is not found', driver('ENOTFOUND'), 5_000],
  ['a connection that took too long', driver('ETIMEDOUT', { syscall: 'connect' }), 5_000],
  ['an answer without a code', api(undefined as unknown as number, undefined as unknown as string), 5_000],
] as const)('%s is for later', (_, error, retryAfterMs) => {
  expect(of(error)).toMatchObject({ kind: 'later', scope: 'address', retryAfterMs });
});

test('two chats that are held back at once are the whole bot’s limit', () => {
  expect(of(api(429, 'Too Many Requests: retry after 5', { retry_after: 5 }), true)).toMatchObject({ scope: 'token' });
});

test.each([
  ['no answer in time', new TimeoutError('Request timed out: sendMessage')],
  ['a connection reset after the request', driver('ECONNRESET')],
  ['a socket that the other side closed', driver('UND_ERR_SOCKET')],
  ['an acceptance that was cut off', new ParseError('Invalid JSON', { responseText: '{"ok":true,"result":{"mess' })],
  ['something unheard of', new Error('odd')],
])('%s leaves open whether it was taken', (_, error) => {
  expect(of(error).kind).toBe('ambiguous');
});

test.each([
  ['Forbidden: bot was blocked by the user', 403, 'address'],
  ['Forbidden: user is deactivated', 403, 'address'],
  ["Forbidden: bot can't initiate conversation with a user", 403, 'address'],
  ['Bad Request: chat not found', 400, 'address'],
  ['Bad Request: message is too long', 400, 'message'],
  ['Bad Request: BUTTON_DATA_INVALID', 400, 'message'],
  ['Unauthorized', 401, 'token'],
  ['Not Found', 404, 'token'],
])('%s is for ever', (description, code, scope) => {
  expect(of(api(code, description))).toMatchObject({ kind: 'permanent', scope });
});

test('a group that moved is named with its new id', () => {
  const moved = api(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: -1001234 });
  expect(of(moved)).toMatchObject({ kind: 'moved', externalId: '-1001234' });
});

test('a card that reads as wanted, or is gone, is closed; of a send the same words are a refusal', () => {
  const edited = { chat: '1', messageId: 2 };
  for (const description of ['Bad Request: message is not modified: …', 'Bad Request: message to edit not found'])
    expect(outcomeOf({ error: api(400, description), edited, othersLimited: false })).toEqual({
      kind: 'sent',
      providerRef: edited,
    });
  expect(of(api(400, 'Bad Request: message is not modified')).kind).toBe('permanent');
});

test('a reason never quotes what a driver says, nor anything like a token', () => {
  const address = 'https://api.telegram.org/bot7000000001:AAFakeTelegramTokenForTests-0123456789a/sendMessage';
  const errors = [
    new NetworkError('failed', {
      cause: Object.assign(new TypeError(`Failed to parse URL from ${address}`), { input: address }),
    }),
    new ParseError('Invalid JSON', { responseText: `<a href="${address}">` }),
    api(400, `Bad Request: ${address}`),
    new Error(address),
  ];
  for (const error of errors) expect(JSON.stringify([of(error), reasonOf(error)])).not.toContain('AAFake');
});
