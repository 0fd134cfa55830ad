import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTelegramPort } from '../../../bot/telegram/port.ts';
import type { Address, ChatPort } from '../../../domain/chat/port.ts';
import type { SendableMessage } from '../../../domain/chat/message.ts';
import { freePort } from '../../../setup/free-port.ts';
import { startFakeTelegram, type FakeTelegram } from '../../fakes/telegram/server.ts';

const [ONE, TWO] = [81, 82];
const to = (id: number): Address => ({ channel: 'telegram', team: '', externalId: String(id) });
const message: SendableMessage = {
  deliveryId: 'd',
  klass: 'notice',
  heading: '【督办单】',
  lines: ['第(九)项至今未报。'],
  buttons: [{ id: 'AbCdEfGhIjKlMnOpQrStUv', label: '说明原因' }],
  signature: '市试点办',
};

let fake: FakeTelegram;
let port: ChatPort;
let now = 0;
beforeEach(async () => {
  fake = await startFakeTelegram();
  for (const id of [ONE, TWO]) fake.people.person(id);
  port = createTelegramPort({ token: fake.token, apiRoot: fake.apiRoot, timeoutMs: 400, now: () => now });
});
afterEach(() => fake.stop());

test('limits are per chat first and per bot last, named without the token', () => {
  expect(port.rates(to(ONE))).toEqual([
    { key: 'telegram/7000000001/81', perSecond: 0.98 },
    { key: 'telegram/7000000001', perSecond: 29.5 },
  ]);
  expect(port.rates(to(-5))[0]).toEqual({ key: 'telegram/7000000001/-5', perSecond: 19.6 / 60 });
});

test('a message goes out as plain text without previews, and its reference is chat and number', async () => {
  const result = await port.send(to(ONE), { ...message, lines: ['*粗* <b>x</b> https://example.org @all'] });
  expect(result).toEqual({ kind: 'sent', providerRef: { chat: '81', messageId: fake.ledger[0]?.message_id } });
  expect(fake.ledger[0]?.text).toBe('【督办单】*粗* <b>x</b> https://example.org @all\n(市试点办)');
});

test('a card that is closed twice, or whose message is gone, is closed', async () => {
  const sent = await port.send(to(ONE), message);
  const ref = 'providerRef' in sent ? sent.providerRef : {};
  for (let n = 0; n < 2; n += 1)
    expect(await port.close(to(ONE), ref, message, '已说明')).toEqual({ kind: 'sent', providerRef: ref });
  expect(fake.ofBot()).toMatchObject([{ text: expect.stringContaining('〔已说明〕') }]);
  expect(fake.ofBot()[0]).not.toHaveProperty('reply_markup');
  expect((await port.close(to(ONE), { chat: '81', messageId: 999 }, message, '已说明')).kind).toBe('sent');
});

test('the question beside a card opens the input field, and its failure is no failure of the card', async () => {
  const asking: SendableMessage = { ...message, asksReply: true };
  const [card = asking, ask = asking] = port.parts?.(asking) ?? [];
  const refs = [await port.send(to(ONE), card), await port.send(to(ONE), ask)];
  expect(refs).toMatchObject([{ kind: 'sent' }, { kind: 'sent', providerRef: { chat: '81', aside: true } }]);
  expect(fake.ledger[1]?.force_reply).toEqual({ placeholder: '第(九)项至今未报。' });
  for (const kind of ['refuse', 'hang-after-accept'] as const) {
    fake.failNext(
      kind === 'refuse' ? { kind, code: 400, description: 'Bad Request: no forced replies here' } : { kind },
    );
    expect(await port.send(to(ONE), ask)).toEqual({ kind: 'sent', providerRef: { aside: true } });
  }
  fake.failNext({ kind: 'busy', retryAfter: 3 });
  expect((await port.send(to(ONE), ask)).kind).toBe('later');
});

test('a message that opened the input field takes no change, and is closed all the same', async () => {
  const asking: SendableMessage = { ...message, buttons: [], asksReply: true };
  const sent = await port.send(to(ONE), asking);
  const ref = 'providerRef' in sent ? sent.providerRef : {};
  expect(await port.close(to(ONE), ref, asking, '已说明')).toEqual({ kind: 'sent', providerRef: ref });
  expect(fake.calls.get('editMessageText')).toBe(1);
  expect(fake.ofBot()[0]?.text).not.toContain('已说明');
});

test('a flood of one chat holds that chat, of two at once the whole bot, and is over when its time is', async () => {
  const flood = (chat: number) => fake.failNext({ kind: 'busy', retryAfter: 134 }, { chat });
  flood(ONE);
  expect(await port.send(to(ONE), message)).toMatchObject({ kind: 'later', scope: 'address', retryAfterMs: 134_000 });
  flood(TWO);
  expect(await port.send(to(TWO), message)).toMatchObject({ kind: 'later', scope: 'token', retryAfterMs: 134_000 });
  now += 134_001;
  flood(ONE);
  expect(await port.send(to(ONE), message)).toMatchObject({ kind: 'later', scope: 'address' });
});

test('an answer that is lost after the message was taken is ambiguous, one that never took it is for later', async () => {
  for (const kind of ['hang-after-accept', 'reset-after-accept', 'truncated-after-accept'] as const) {
    fake.failNext({ kind });
    expect((await port.send(to(ONE), message)).kind).toBe('ambiguous');
  }
  expect(fake.ledger).toHaveLength(3);
  fake.failNext({ kind: 'truncated' });
  expect((await port.send(to(ONE), message)).kind).toBe('later');
  fake.failNext({ kind: 'broken', status: 500 });
  expect((await port.send(to(ONE), message)).kind).toBe('later');
  expect(fake.ledger).toHaveLength(3);
});

test('a group that moved is named, a person who stopped the bot or never started it is gone', async () => {
  fake.people.group(-5, '工作群');
  fake.people.migrate(-5, -1_000_000_000_005);
  expect(await port.send(to(-5), message)).toMatchObject({ kind: 'moved', externalId: '-1000000000005' });
  fake.people.block(ONE);
  expect(await port.send(to(ONE), message)).toMatchObject({ kind: 'permanent', scope: 'address' });
  fake.people.person(83, { started: false });
  expect(await port.send(to(83), message)).toMatchObject({ kind: 'permanent', scope: 'address' });
});

test('the token shows in no result, whatever goes wrong', async () => {
  const secret = fake.token.split(':')[1] ?? '';
  const results: unknown[] = [];
  for (const apiRoot of [
    fake.apiRoot,
    `http://127.0.0.1:${await freePort()}`,
    'http://not a host',
    'https://127.0.0.1:1',
  ])
    for (const token of [fake.token, `${fake.token}x`]) {
      const other = createTelegramPort({ token, apiRoot, timeoutMs: 400 });
      results.push(await other.send(to(99), message), other.rates(to(99)));
    }
  expect(inspect(results, { depth: 9, showHidden: true })).not.toContain(secret);
});
