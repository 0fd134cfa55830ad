import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { filesOf } from '../../../bot/telegram/files-of.ts';
import { createTelegramFetcher } from '../../../bot/telegram/fetch-file.ts';
import type { IncomingChatMessage } from '../../../bot/telegram/update-schema.ts';
import { freePort } from '../../../setup/free-port.ts';
import { startFakeTelegram, type FakeTelegram } from '../../fakes/telegram/server.ts';

const CHAT = 42;
const MEGABYTE = 1024 * 1024;
let fake: FakeTelegram;
beforeEach(async () => {
  fake = await startFakeTelegram();
  fake.people.person(CHAT);
});
afterEach(() => fake.stop());

const fetcher = (apiRoot = fake.apiRoot) => createTelegramFetcher({ token: fake.token, apiRoot, timeoutMs: 500 });
const refOf = (update: object) => {
  const [ref] = filesOf((update as { message: IncomingChatMessage }).message);
  if (!ref) throw new Error('no file in it');
  return ref;
};
const failed = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'fetched',
    (error: unknown) => error,
  );

test('a file comes whole, under the name that its sender gave it', async () => {
  const bytes = crypto.getRandomValues(new Uint8Array(50_000));
  const ref = refOf(fake.people.document(CHAT, '台账.xlsx', { bytes, mime: 'application/x' }));
  const fetched = await fetcher().fetch(ref, MEGABYTE);
  expect(fetched).toMatchObject({ name: '台账.xlsx', mime: 'application/x' });
  expect(Buffer.from(fetched.bytes).equals(bytes)).toBe(true);
});

test('what is too large is refused with the limit that holds, by what Telegram said, unread', async () => {
  const large = refOf(fake.people.document(CHAT, '录像.mp4', { size: 21 * MEGABYTE }));
  expect(await failed(fetcher().fetch(large, 50 * MEGABYTE))).toMatchObject({
    refusal: { code: 'FILE_TOO_LARGE', details: { name: '录像.mp4', limit: 20 } },
  });
  expect(fake.calls.get('getFile')).toBeUndefined();
  expect(await failed(fetcher().fetch({ ...large, size: null }, 50 * MEGABYTE))).toMatchObject({
    refusal: { code: 'FILE_TOO_LARGE', details: { limit: 20 } },
  });
  const ours = refOf(fake.people.document(CHAT, '照片.jpg', { bytes: new Uint8Array(2 * MEGABYTE) }));
  expect(await failed(fetcher().fetch({ ...ours, size: 1 }, MEGABYTE))).toMatchObject({
    refusal: { code: 'FILE_TOO_LARGE', details: { limit: 1 } },
  });
});

test('a file that Telegram does not know any more is gone for good', async () => {
  const ref = { id: 'BQACnothing', name: '旧.pdf', mime: null, size: null };
  expect(await failed(fetcher().fetch(ref, MEGABYTE))).toMatchObject({ refusal: { code: 'FILE_GONE' } });
});

test.each([
  '../../bot123:AAA/getMe',
  'documents/../../x',
  '/etc/passwd',
  'http://10.0.0.1/x',
  '//10.0.0.1/x',
  'a\\..\\b',
  '.env',
  'a//b',
  '',
  'a?x',
  'a#x',
  'a@b',
  '%2e%2e/x',
])('a path like %j is not followed', async (path) => {
  const update = fake.people.document(CHAT, '台账.xlsx');
  const ref = refOf(update);
  // What the API answers is no more to be trusted than a link.
  Object.assign(fake.files.getFile({ file_id: ref.id }), { file_path: path });
  expect(await failed(fetcher().fetch(ref, MEGABYTE))).toMatchObject({ refusal: { code: 'FILE_GONE' } });
  expect(fake.calls.get('file')).toBeUndefined();
});

test.each([
  ['a gateway’s page', { kind: 'html' }],
  ['an answer that was cut off', { kind: 'reset-after-accept' }],
  ['no answer', { kind: 'hang-after-accept' }],
  ['a flood', { kind: 'busy', retryAfter: 3 }],
] as const)('%s is tried again, of getFile and of the file itself, and tells no token', async (_, fault) => {
  const ref = refOf(fake.people.document(CHAT, '台账.xlsx'));
  for (const method of ['getFile', 'file']) {
    fake.failNext(fault, { method });
    const error = await failed(fetcher().fetch(ref, MEGABYTE));
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toHaveProperty('refusal');
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(fake.token.split(':')[1]);
  }
  expect((await fetcher().fetch(ref, MEGABYTE)).name).toBe('台账.xlsx');
});

test('an unreachable Telegram is tried again, and tells no token', async () => {
  const ref = refOf(fake.people.document(CHAT, '台账.xlsx'));
  const error = await failed(fetcher(`http://127.0.0.1:${await freePort()}`).fetch(ref, MEGABYTE));
  expect(error).not.toHaveProperty('refusal');
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(fake.token.split(':')[1]);
});
