import { expect, test } from 'vitest';
import { decodeUpdate } from '../../../bot/telegram/decode-update.ts';
import { readWords } from '../../../bot/read-words.ts';

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

test('words below a picture count, and of its sizes the largest stays with them', () => {
  const photo = [
    { file_id: 'large', width: 1280, height: 960, file_size: 9 },
    { file_id: 'small', width: 90, height: 60 },
  ];
  expect(decode(said({ photo, caption: '现场照片,完成85%' }))).toMatchObject({
    message: {
      kind: 'text',
      text: '现场照片,完成85%',
      payload: { files: [{ id: 'large', name: '照片5.jpg', mime: 'image/jpeg', size: 9 }] },
    },
  });
});

test.each([
  [{ document: { file_id: 'd', file_name: '总结.docx', mime_type: 'application/x' } }, '总结.docx', 'application/x'],
  [{ document: { file_id: 'd' } }, '文件5', null],
  [{ document: { file_id: 'd', file_name: 7, file_size: 'many' } }, '文件5', null],
  [{ video: { file_id: 'd', file_size: 3 } }, '视频5.mp4', 'video/mp4'],
  [{ video_note: { file_id: 'd' } }, '视频5.mp4', 'video/mp4'],
  [{ voice: { file_id: 'd', mime_type: 'audio/ogg' } }, '语音5.ogg', 'audio/ogg'],
  [{ audio: { file_id: 'd', file_name: '会议.m4a', mime_type: 'audio/mp4' } }, '会议.m4a', 'audio/mp4'],
])('%j without words is a row with the file and no text', (file, name, mime) => {
  expect(decode(said(file))).toMatchObject({
    kind: 'message',
    message: { kind: 'text', text: null, payload: { files: [{ id: 'd', name, mime }] } },
  });
});

test('messages of one album say that they are one', () => {
  const album = { media_group_id: '77' };
  expect(decode(said({ ...album, photo: [{ file_id: 'x' }] }))).toMatchObject({
    message: { payload: { album: 'telegram/7000000001/42/album/77' } },
  });
});

test('a caption that was changed is an edit with its words; one that was taken away changes nothing', () => {
  const photo = [{ file_id: 'x' }];
  const edited = (rest: object) =>
    decode({ update_id: 9, edited_message: { message_id: 5, date: 1, edit_date: 7, chat, from, photo, ...rest } });
  expect(edited({ caption: '完成86%' })).toMatchObject({
    message: { text: '完成86%', payload: { edits: 'telegram/7000000001/42/5', files: [{ id: 'x' }] } },
  });
  expect(edited({}).kind).toBe('ignored');
});

test.each(['sticker', 'location', 'contact', 'poll'])('a %s is answered with what can be registered', (kind) => {
  expect(decode(said({ [kind]: { file_id: 'x' } }))).toMatchObject({ kind: 'tell', sentence: 'words-or-files' });
  expect(decode(said({ [kind]: { file_id: 'x' }, chat: { id: -7, type: 'group' } })).kind).toBe('ignored');
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

test.each([
  ['/tasks@duban_test_bot', 'tell'],
  ['/tasks@Other_Bot', 'ignored'],
  ['@Duban_Test_Bot 完成85%', 'tell'],
  ['@duban_test_botanist 完成85%', 'ignored'],
  ['张三说完成85%', 'ignored'],
])('once the bot knows its name, %s in a supergroup is %s', (text, kind) => {
  const message = { message_id: 5, date: 1, chat: { id: -1001, type: 'supergroup' }, from, message_thread_id: 8, text };
  const decoded = decodeUpdate({ update_id: 9, message }, { botId: BOT, username: 'duban_test_bot', receivedAt });
  expect(decoded).toMatchObject(kind === 'tell' ? { kind, sentence: 'private-only', topic: 8 } : { kind });
});

test.each([
  [
    'an anonymous administrator',
    { from: { id: 1087968824, is_bot: true }, sender_chat: { id: -7, type: 'supergroup' } },
  ],
  ['a channel that writes into its group', { from: { id: 777000 }, sender_chat: { id: -9, type: 'channel' } }],
  ['nobody in particular', { from: undefined }],
])('%s is told like anybody in a group, and leaves no row', (_, rest) => {
  const group = { id: -7, type: 'supergroup', is_forum: true };
  expect(decode(said({ chat: group, text: '/tasks', ...rest }))).toMatchObject({ kind: 'tell', chat: '-7' });
});

test('a group that becomes a supergroup, and a channel, are passed over', () => {
  expect(decode(said({ chat: { id: -7, type: 'group' }, migrate_to_chat_id: -1007 })).kind).toBe('ignored');
  expect(
    decode({ update_id: 9, channel_post: { message_id: 5, chat: { id: -9, type: 'channel' }, text: '/x' } }).kind,
  ).toBe('ignored');
});

test('taken into a group, the bot says at once where it is spoken to; a channel it leaves alone', () => {
  const member = (type: string, status: string) =>
    decode({ update_id: 9, my_chat_member: { chat: { id: -7, type }, from, date: 1, new_chat_member: { status } } });
  expect(member('supergroup', 'member')).toMatchObject({ kind: 'tell', sentence: 'private-only', chat: '-7' });
  expect(member('group', 'administrator').kind).toBe('tell');
  expect(member('group', 'left').kind).toBe('ignored');
  expect(member('channel', 'administrator').kind).toBe('ignored');
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
