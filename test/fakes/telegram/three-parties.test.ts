import { Bot as GrammyBot, GrammyError } from 'grammy';
import { Api, TelegramApiError, type Message, type Update } from 'node-telegram-bot-api';
import { TelegramServer } from 'telegram-test-api/lib/telegramServer.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freePort } from '../../../setup/free-port.ts';
import { startFakeTelegram, type FakeTelegram } from './server.ts';
import { shapeOf } from './shape-of.ts';

const CHAT = 42;
let fake: FakeTelegram;
beforeEach(async () => {
  fake = await startFakeTelegram();
  fake.people.person(CHAT);
});
afterEach(() => fake.stop());

const keyboard = { inline_keyboard: [[{ text: '签收', callback_data: 'AbC' }]] };

test('the library that the product uses finds every answer in the shape of its types', async () => {
  const api = new Api(fake.token, { apiRoot: fake.apiRoot, maxRetries: 0 });
  const me = await api.getMe();
  expect(me).toMatchObject({ id: fake.me.id, is_bot: true, username: 'duban_test_bot' });
  const sent: Message = await api.sendMessage({ chat_id: CHAT, text: '【任务签收】', reply_markup: keyboard });
  expect(shapeOf(sent)).toEqual({
    message_id: 'number',
    date: 'number',
    text: 'string',
    'from.id': 'number',
    'from.is_bot': 'boolean',
    'from.first_name': 'string',
    'from.username': 'string',
    'from.can_join_groups': 'boolean',
    'from.can_read_all_group_messages': 'boolean',
    'from.supports_inline_queries': 'boolean',
    'chat.id': 'number',
    'chat.first_name': 'string',
    'chat.type': 'string',
    'reply_markup.inline_keyboard[][].text': 'string',
    'reply_markup.inline_keyboard[][].callback_data': 'string',
  });
  const updates: Update[] = [
    fake.people.text(CHAT, '完成85%'),
    fake.people.press(CHAT, sent.message_id, 'AbC'),
    fake.people.block(CHAT),
  ];
  for (const update of updates) void fake.push(update);
  fake.people.unblock(CHAT);
  expect(await api.getUpdates({ allowed_updates: ['message', 'callback_query', 'my_chat_member'] })).toEqual(updates);
  const edited = await api.editMessageText({ chat_id: CHAT, message_id: sent.message_id, text: '已签收' });
  expect(edited).toMatchObject({ message_id: sent.message_id, text: '已签收' });
  expect(edited).not.toHaveProperty('reply_markup');
  expect(await api.setWebhook({ url: 'http://127.0.0.1:9/telegram/x', secret_token: 'abc' })).toBe(true);
  expect(await api.getWebhookInfo()).toMatchObject({
    url: 'http://127.0.0.1:9/telegram/x',
    has_custom_certificate: false,
  });
  expect(await api.deleteWebhook({})).toBe(true);
  expect(await api.setMyCommands({ commands: [{ command: 'tasks', description: '我的事项' }] })).toBe(true);
  expect(await api.sendChatAction({ chat_id: CHAT, action: 'typing' })).toBe(true);
});

test('the library reads a refusal with its code, words and parameters', async () => {
  const api = new Api(fake.token, { apiRoot: fake.apiRoot, maxRetries: 0 });
  fake.failNext({ kind: 'busy', retryAfter: 134 });
  const error = await api.sendMessage({ chat_id: CHAT, text: 'x' }).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(TelegramApiError);
  expect(error).toMatchObject({ errorCode: 429, retryAfter: 134 });
});

test('another library runs on it: it sends, polls, hears a press and a refusal', async () => {
  const bot = new GrammyBot(fake.token, { client: { apiRoot: fake.apiRoot } });
  const heard: string[] = [];
  bot.on(
    'message:text',
    async (context) => void heard.push((await context.reply(`收到:${context.message.text}`)).text),
  );
  bot.on('callback_query:data', async (context) => {
    await context.answerCallbackQuery();
    await context.editMessageText('已签收');
    heard.push(context.callbackQuery.data);
  });
  const card = await bot.api.sendMessage(CHAT, '【任务签收】', { reply_markup: keyboard });
  const polling = bot.start({ drop_pending_updates: false, timeout: 20 });
  const took = [
    fake.push(fake.people.text(CHAT, '完成85%')),
    fake.push(fake.people.press(CHAT, card.message_id, 'AbC')),
  ];
  expect(await Promise.all(took)).toEqual([true, true]);
  expect(heard).toEqual(['收到:完成85%', 'AbC']);
  expect(fake.people.answered).toHaveLength(1);
  expect(fake.ofBot().map(({ text }) => text)).toEqual(['已签收', '收到:完成85%']);
  await bot.stop();
  await polling;
  await expect(bot.api.sendMessage(43, 'x')).rejects.toThrow(GrammyError);
});

test('another library finds files, menus, forced replies and edits as it types them', async () => {
  const { api } = new GrammyBot(fake.token, { client: { apiRoot: fake.apiRoot } });
  const scope = { type: 'chat', chat_id: CHAT } as const;
  const commands = [{ command: 'nudge', description: '催办' }];
  expect(await api.setMyCommands(commands, { scope, language_code: 'en' })).toBe(true);
  expect(await api.getMyCommands({ scope, language_code: 'en' })).toEqual(commands);
  expect(await api.getMyCommands({ scope })).toEqual([]);
  expect(await api.deleteMyCommands({ scope, language_code: 'en' })).toBe(true);
  await expect(api.setMyCommands(commands, { scope: { type: 'chat', chat_id: 43 } })).rejects.toThrow('chat not found');
  await expect(api.setMyCommands([{ command: 'dry-run', description: 'x' }])).rejects.toThrow('BOT_COMMAND_INVALID');

  const asked = await api.sendMessage(CHAT, '请直接回复理由。', {
    reply_markup: { force_reply: true, input_field_placeholder: '理由' },
  });
  expect(asked).not.toHaveProperty('reply_markup');
  await expect(api.editMessageText(CHAT, asked.message_id, '已答复')).rejects.toThrow("message can't be edited");
  await expect(
    api.sendMessage(CHAT, 'x', { reply_markup: { force_reply: true, input_field_placeholder: '长'.repeat(65) } }),
  ).rejects.toThrow(GrammyError);

  const bytes = new TextEncoder().encode('台账');
  void fake.push(fake.people.document(CHAT, '台账.xlsx', { bytes, caption: '见附件', album: 'm' }));
  void fake.push(fake.people.photo(CHAT, undefined, 'm'));
  const [first, second] = await api.getUpdates();
  expect(first?.message).toMatchObject({
    caption: '见附件',
    media_group_id: 'm',
    document: { file_name: '台账.xlsx' },
  });
  expect(second?.message?.photo?.map(({ width }) => width)).toEqual([90, 320, 1280]);
  const file = await api.getFile(first?.message?.document?.file_id ?? '');
  expect(shapeOf(file)).toEqual({
    file_id: 'string',
    file_unique_id: 'string',
    file_size: 'number',
    file_path: 'string',
  });
  const answered = await fetch(`${fake.apiRoot}/file/bot${fake.token}/${file.file_path}`);
  expect(new Uint8Array(await answered.arrayBuffer())).toEqual(bytes);
  await expect(api.getFile('unknown')).rejects.toThrow('wrong file_id');
  const large = fake.people.document(CHAT, '录像.mp4', { size: 30_000_000 });
  await expect(api.getFile((large as { message: Message }).message.document?.file_id ?? '')).rejects.toThrow(
    'file is too big',
  );
});

test('what the public emulator answers, the fake answers in the same shape', async () => {
  const port = await freePort();
  const emulator = new TelegramServer({ port, host: '127.0.0.1' });
  await emulator.start();
  try {
    const theirs = new Api(fake.token, { apiRoot: emulator.config.apiURL, maxRetries: 0 });
    const ours = new Api(fake.token, { apiRoot: fake.apiRoot, maxRetries: 0 });
    /** Every leaf of theirs is one of ours, save what the real API doesn't have (their own names for parameters). */
    const within = (a: unknown, b: unknown, without: RegExp = /^$/): void => {
      const own = Object.fromEntries(Object.entries(shapeOf(a)).filter(([path]) => !without.test(path)));
      expect(shapeOf(b)).toMatchObject(own);
    };
    within(await theirs.getMe(), await ours.getMe());
    const message = { chat_id: CHAT, text: '【任务签收】', reply_markup: keyboard };
    const [a, b] = [await theirs.sendMessage(message), await ours.sendMessage(message)];
    within(a, b, /^chat_id$/);

    const client = emulator.getClient(fake.token, { userId: CHAT, chatId: CHAT, firstName: '王' });
    await client.sendMessage(client.makeMessage('完成85%'));
    await client.sendCommand(client.makeCommand('/tasks'));
    await client.sendCallback(client.makeCallbackQuery('AbC', { message: { message_id: a.message_id } as never }));
    void fake.push(fake.people.text(CHAT, '完成85%'));
    void fake.push(fake.people.text(CHAT, '/tasks'));
    void fake.push(fake.people.press(CHAT, b.message_id, 'AbC'));
    const [given, own] = [await theirs.getUpdates(), await ours.getUpdates()];
    expect(own.map((update) => Object.keys(update).toSorted())).toEqual(
      given.map((update) => Object.keys(update).toSorted()),
    );
    // Their people have a user name, their chats a title, their messages the bot's token.
    for (const [n, update] of given.entries()) within(update, own[n], /botToken|\.username$|chat\.title$/);
    // A null where Telegram has true or the message: theirs, known.
    expect([await theirs.setWebhook({ url: 'http://127.0.0.1:9/x' }), await theirs.deleteWebhook({})]).toEqual([
      null,
      true,
    ]);
    expect([await ours.setWebhook({ url: 'http://127.0.0.1:9/x' }), await ours.deleteWebhook({})]).toEqual([
      true,
      true,
    ]);
  } finally {
    await emulator.stop();
  }
});
