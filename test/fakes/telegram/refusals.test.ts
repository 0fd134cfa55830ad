import { afterEach, beforeEach, expect, test } from 'vitest';
import { startFakeTelegram, type FakeTelegram } from './server.ts';

const CHAT = 42;
const GROUP = -77;
let fake: FakeTelegram;
let now = 1_000_000;
beforeEach(async () => {
  fake = await startFakeTelegram({ now: () => now, httpsOnly: true });
  fake.people.person(CHAT);
});
afterEach(() => fake.stop());

interface Answer {
  ok: boolean;
  result?: unknown;
  error_code?: number;
  description?: string;
  parameters?: Record<string, unknown>;
}
async function call(method: string, params: object = {}, token = fake.token): Promise<Answer> {
  const response = await fetch(`${fake.apiRoot}/bot${token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  });
  const answer = (await response.json()) as Answer;
  expect(response.status).toBe(answer.ok ? 200 : answer.error_code);
  return answer;
}
const refusal = async (method: string, params: object, token?: string): Promise<string> =>
  (await call(method, params, token)).description ?? 'accepted';
const send = (rest: object = {}) => refusal('sendMessage', { chat_id: CHAT, text: 'x', ...rest });
const button = (rest: object) => ({ reply_markup: { inline_keyboard: [[{ text: '签收', ...rest }]] } });

test('parameters come as JSON, as a form and in the query', async () => {
  const base = `${fake.apiRoot}/bot${fake.token}/sendMessage`;
  const form = new URLSearchParams({
    chat_id: `${CHAT}`,
    text: '表单',
    reply_markup: JSON.stringify(button({ callback_data: 'a' }).reply_markup),
  });
  const multipart = new FormData();
  multipart.set('chat_id', `${CHAT}`);
  multipart.set('text', '多段');
  await fetch(base, { method: 'POST', body: form });
  await fetch(`${base}?${new URLSearchParams({ chat_id: `${CHAT}`, text: '地址' })}`);
  await fetch(base, { method: 'POST', body: multipart });
  await call('sendMessage', { chat_id: CHAT, text: '对象' });
  expect(fake.ledger.map(({ text, reply_markup: markup }) => [text, markup !== null])).toEqual([
    ['表单', true],
    ['地址', false],
    ['多段', false],
    ['对象', false],
  ]);
});

test('a wrong token, an unknown method, an unknown chat and empty words are refused as Telegram does', async () => {
  expect(await refusal('getMe', {}, '1:wrong')).toBe('Unauthorized');
  expect(await refusal('sendPigeon', {})).toBe('Not Found');
  expect(await send({ chat_id: 43 })).toBe('Bad Request: chat not found');
  expect(await send({ chat_id: undefined })).toBe('Bad Request: chat_id is empty');
  expect(await send({ text: ' \n' })).toBe('Bad Request: message text is empty');
  expect(await send({ text: '长'.repeat(4_097) })).toBe('Bad Request: message is too long');
  expect(await send({ text: '长'.repeat(4_096) })).toBe('accepted');
});

test('a keyboard is refused for its data, its shape and its buttons', async () => {
  expect(await send(button({ callback_data: '签'.repeat(21) }))).toBe('accepted');
  expect(await send(button({ callback_data: '签'.repeat(22) }))).toBe('Bad Request: BUTTON_DATA_INVALID');
  expect(await send(button({}))).toContain('Text buttons are unallowed');
  expect(await send({ reply_markup: 'x' })).toContain('object expected as reply markup');
  expect(await send({ reply_markup: { inline_keyboard: [{}] } })).toContain('must be an Array of Arrays');
});

test('a person who never started, who stopped the bot, and a group that moved each have their answer', async () => {
  fake.people.person(43, { started: false });
  expect(await send({ chat_id: 43 })).toBe("Forbidden: bot can't initiate conversation with a user");
  fake.people.start(43);
  expect(await send({ chat_id: 43 })).toBe('accepted');
  fake.people.block(43);
  expect(await send({ chat_id: 43 })).toBe('Forbidden: bot was blocked by the user');
  fake.people.group(GROUP, '工作群');
  fake.people.migrate(GROUP, -1_000_000_000_077);
  expect(await call('sendMessage', { chat_id: GROUP, text: 'x' })).toMatchObject({
    error_code: 400,
    parameters: { migrate_to_chat_id: -1_000_000_000_077 },
  });
});

test('an edit that changes nothing, of nothing, or of another’s message is refused', async () => {
  await send(button({ callback_data: 'a' }));
  const [{ message_id } = { message_id: 0 }] = fake.ledger;
  const edit = (rest: object) => refusal('editMessageText', { chat_id: CHAT, message_id, text: 'x', ...rest });
  expect(await edit(button({ callback_data: 'a' }))).toContain('message is not modified');
  expect(await edit({})).toBe('accepted');
  expect(await edit({ message_id: 999 })).toBe('Bad Request: message to edit not found');
  const theirs = fake.people.text(CHAT, '完成85%');
  expect(await edit({ message_id: 'message' in theirs ? theirs.message.message_id : 0 })).toBe(
    "Bad Request: message can't be edited",
  );
  expect(
    await refusal('editMessageReplyMarkup', { chat_id: CHAT, message_id, ...button({ callback_data: 'b' }) }),
  ).toBe('accepted');
});

test('the limits hold where they are switched on: a second a chat, thirty a second in all, twenty a minute a group', async () => {
  fake.enforceLimits(true);
  fake.people.group(GROUP, '工作群');
  expect(await send()).toBe('accepted');
  expect(await call('sendMessage', { chat_id: CHAT, text: 'x' })).toMatchObject({
    error_code: 429,
    parameters: { retry_after: 1 },
  });
  now += 1_001;
  expect(await send()).toBe('accepted');
  for (let n = 0; n < 20; n += 1) {
    now += 100;
    expect(await send({ chat_id: GROUP })).toBe('accepted');
  }
  expect(await call('sendMessage', { chat_id: GROUP, text: 'x' })).toMatchObject({ error_code: 429 });
  now += 60_000;
  for (let id = 100; id < 130; id += 1) {
    fake.people.person(id);
    expect(await send({ chat_id: id })).toBe('accepted');
  }
  expect(await send({ chat_id: CHAT })).toBe('Too Many Requests: retry after 1');
});

test('a second poller ends the first, a webhook ends both, and the offset confirms', async () => {
  const first = call('getUpdates', { timeout: 20 });
  await expect.poll(() => fake.updates.polls()).toBe(1);
  const second = call('getUpdates', { timeout: 20 });
  expect(await first).toMatchObject({ error_code: 409, description: expect.stringContaining('other getUpdates') });
  const update = fake.people.text(CHAT, '完成85%');
  const heard = fake.push(update);
  expect((await second).result).toEqual([update]);
  expect((await call('getUpdates', {})).result).toEqual([update]);
  expect(await heard).toBe(false);
  expect((await call('getUpdates', { offset: update.update_id + 1 })).result).toEqual([]);
  expect(fake.updates.pending()).toEqual([]);
  expect(await refusal('setWebhook', { url: 'http://example.org/x' })).toContain('HTTPS URL must be provided');
  expect(await refusal('setWebhook', { url: 'https://example.org/x', secret_token: 'a b' })).toContain(
    'unallowed characters',
  );
  await call('setWebhook', { url: 'https://example.org/x' });
  expect(await refusal('getUpdates', {})).toContain("can't use getUpdates method while webhook is active");
});

test('kinds that were not asked for are passed over, and the limit bounds a batch', async () => {
  for (let n = 0; n < 3; n += 1) void fake.push(fake.people.text(CHAT, `${n}`));
  void fake.push(fake.people.block(CHAT));
  const { result } = await call('getUpdates', { limit: 2, allowed_updates: ['message'] });
  expect(result).toHaveLength(2);
  expect(fake.updates.pending()).toHaveLength(3);
});

test('a press is answered once', async () => {
  await send(button({ callback_data: 'a' }));
  const press = fake.people.press(CHAT, fake.ledger[0]?.message_id ?? 0, 'a');
  const id = 'callback_query' in press ? press.callback_query.id : '';
  expect(await refusal('answerCallbackQuery', { callback_query_id: id })).toBe('accepted');
  expect(await refusal('answerCallbackQuery', { callback_query_id: id })).toContain('query is too old');
});

test('faults come where they were planted: a storm until it is mended, a page, half an answer, a message whose answer is lost', async () => {
  fake.failNext({ kind: 'busy', retryAfter: 3 }, { method: 'sendMessage', times: Infinity });
  for (let n = 0; n < 3; n += 1) expect(await send()).toContain('Too Many Requests');
  expect(fake.ledger).toHaveLength(0);
  fake.mend();
  expect(await send()).toBe('accepted');
  const raw = () =>
    fetch(`${fake.apiRoot}/bot${fake.token}/sendMessage?chat_id=${CHAT}&text=x`, { signal: AbortSignal.timeout(200) });
  fake.failNext({ kind: 'html' });
  expect(await raw().then(async (response) => [response.status, await response.text()])).toEqual([
    502,
    expect.stringContaining('<html>'),
  ]);
  fake.failNext({ kind: 'truncated' });
  await expect(raw().then((response) => response.json())).rejects.toThrow(SyntaxError);
  expect(fake.ledger).toHaveLength(1);
  for (const kind of ['truncated-after-accept', 'reset-after-accept', 'hang-after-accept'] as const) {
    fake.failNext({ kind });
    await expect(raw().then((response) => response.json())).rejects.toThrow();
  }
  expect(fake.ledger).toHaveLength(4);
});
