import { expect, test } from 'vitest';
import { decodeUpdate } from '../../../bot/telegram/decode-update.ts';
import { readWords } from '../../../bot/telegram/read-words.ts';

const BOT = '7000000001';
const receivedAt = '2026-11-20T01:00:00.000Z';
const chat = { id: 42, type: 'private', first_name: '王' };
const from = { id: 42, is_bot: false, first_name: '王' };
const decode = (update: unknown) => decodeUpdate(update, { botId: BOT, receivedAt });
const said = (rest: object) => ({ update_id: 9, message: { message_id: 5, date: 1, chat, from, ...rest } });

test.each([
  ['完成85%', { kind: 'text', text: '完成85%' }],
  ['/start 7K3M-P0QR-ABCD-EFGH', { kind: 'code', text: '7K3M-P0QR-ABCD-EFGH' }],
  ['/start', { kind: 'command', text: 'help' }],
  ['/tasks', { kind: 'command', text: 'tasks' }],
  ['/tasks@duban_test_bot 市科技局', { kind: 'command', text: 'tasks 市科技局' }],
  ['/duban 我的事项', { kind: 'command', text: '我的事项' }],
  ['/duban', { kind: 'command', text: 'help' }],
  ['/nudge 第(九)项\n请尽快', { kind: 'command', text: 'nudge 第(九)项\n请尽快' }],
  ['/我的事项', { kind: 'command', text: '我的事项' }],
  ['/data/report 已上传', { kind: 'text', text: '/data/report 已上传' }],
  ['7K3M-P0QR-ABCD-EFGH', { kind: 'code', text: '7K3M-P0QR-ABCD-EFGH' }],
  [' 7k3m p0qr abcd efgh ', { kind: 'code', text: '7k3m p0qr abcd efgh' }],
  ['/bind 7K3M-P0QR-ABCD-EFGH', { kind: 'command', text: 'bind 7K3M-P0QR-ABCD-EFGH' }],
  ['绑定 7K3MP0QRABCDEFGH', { kind: 'code', text: '7K3MP0QRABCDEFGH' }],
  ['/start 123', { kind: 'code', text: '123' }],
  ['7K3MP0QRABCDEFGH', { kind: 'code', text: '7K3MP0QRABCDEFGH' }],
])('%s is read as what it is', (text, expected) => {
  expect(readWords(text)).toEqual(expected);
});

test('typed words are keyed by the message, whatever the number of the update', () => {
  const decoded = decode(said({ text: '完成85%' }));
  expect(decoded).toEqual({
    kind: 'message',
    message: {
      kind: 'text',
      text: '完成85%',
      address: { channel: 'telegram', team: '', externalId: '42' },
      dedupeKey: 'telegram/7000000001/42/5',
      payload: {},
      receivedAt,
    },
  });
  expect(decode({ ...said({ text: '完成85%' }), update_id: 10 })).toEqual(decoded);
});

test('an edit is another message that names the one it changes, also twice in a second', () => {
  const edit = (update_id: number) =>
    decode({ update_id, edited_message: { message_id: 5, date: 1, edit_date: 77, chat, from, text: '完成86%' } });
  expect(edit(10)).toMatchObject({
    message: { dedupeKey: 'telegram/7000000001/42/5/77/10', payload: { edits: 'telegram/7000000001/42/5' } },
  });
  expect(edit(11)).toMatchObject({ message: { dedupeKey: 'telegram/7000000001/42/5/77/11' } });
});

test('a reply to the bot’s message carries its reference, a reply to one’s own doesn’t', () => {
  const reply = (id: number) => said({ text: '完成76%', reply_to_message: { message_id: 3, from: { id } } });
  expect(decode(reply(Number(BOT)))).toMatchObject({
    message: { payload: { replyToRef: { chat: '42', messageId: 3 } } },
  });
  expect(decode(reply(42))).toMatchObject({ message: { payload: {} } });
});

test('a press is keyed by itself and carries the opaque id', () => {
  const press = { id: '4382', from, chat_instance: 'x', message: { message_id: 3, date: 1, chat }, data: 'AbC' };
  expect(decode({ update_id: 9, callback_query: press })).toMatchObject({
    kind: 'message',
    callbackId: '4382',
    message: { kind: 'button', dedupeKey: 'telegram/7000000001/press/4382', payload: { buttonId: 'AbC' } },
  });
});

test('a press in a group, or in another person’s chat, is refused with a sentence and no row', () => {
  for (const where of [
    { id: -7, type: 'group' },
    { id: 43, type: 'private' },
  ]) {
    const press = { id: '4382', from, message: { message_id: 3, date: 1, chat: where }, data: 'AbC' };
    expect(decode({ update_id: 9, callback_query: press })).toMatchObject({
      kind: 'tell',
      sentence: 'private-only',
      callbackId: '4382',
    });
  }
});

test('words below a picture count, and where the picture is stays with them', () => {
  expect(
    decode(said({ photo: [{ file_id: 'small' }, { file_id: 'large' }], caption: '现场照片,完成85%' })),
  ).toMatchObject({
    message: { kind: 'text', text: '现场照片,完成85%', payload: { file: { kind: 'photo', fileId: 'large' } } },
  });
  expect(decode(said({ document: { file_id: 'd', file_name: '总结.docx' }, caption: '见附件' }))).toMatchObject({
    message: { payload: { file: { kind: 'document', fileId: 'd', name: '总结.docx' } } },
  });
});

test('a picture without words is answered with a sentence, once for an album', () => {
  expect(decode(said({ photo: [{ file_id: 'x' }] }))).toMatchObject({
    kind: 'tell',
    sentence: 'words-only',
    chat: '42',
  });
  expect(decode(said({ photo: [{ file_id: 'x' }], media_group_id: 'm' })).kind).toBe('ignored');
});

test('a group that speaks to the bot hears one sentence, its own talk is left alone', () => {
  const group = { id: -7, type: 'group', title: '工作群' };
  expect(decode(said({ chat: group, text: '/tasks' }))).toMatchObject({
    kind: 'tell',
    sentence: 'private-only',
    chat: '-7',
  });
  expect(
    decode(said({ chat: group, text: '完成85%', reply_to_message: { message_id: 3, from: { id: Number(BOT) } } })).kind,
  ).toBe('tell');
  expect(decode(said({ chat: group, text: '完成85%' })).kind).toBe('ignored');
});

test('stopping the bot and letting it in again are told apart', () => {
  const member = (status: string) =>
    decode({ update_id: 9, my_chat_member: { chat, from, date: 1, new_chat_member: { status } } });
  expect(member('kicked')).toEqual({ kind: 'membership', chat: '42', blocked: true });
  expect(member('member')).toEqual({ kind: 'membership', chat: '42', blocked: false });
});

test.each([
  null,
  3,
  'x',
  [],
  {},
  { update_id: 'x' },
  { update_id: 1 },
  { update_id: 1, message: { chat } },
  { update_id: 1, poll: {} },
])('%j is passed over without a fault', (update) => {
  expect(decode(update).kind).toBe('ignored');
});
