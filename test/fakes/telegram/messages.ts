import type { InlineKeyboardMarkup, Message, User } from 'node-telegram-bot-api';
import { apiError, badRequest } from './api-error.ts';
import { readForcedReply, readKeyboard } from './keyboard.ts';
import type { Limits } from './limits.ts';
import { integer, structured } from './read-params.ts';
import type { Accepted, FakeChat, Params } from './types.ts';

/** Bot API, sendMessage: 1 to 4,096 characters. */
const TEXT_MAX = 4_096;

export interface Messages {
  readonly ledger: readonly Accepted[];
  readonly chats: Map<number, FakeChat>;
  /** A message of a person; the number runs through all chats. */
  store(message: Omit<Message, 'message_id'>): Message;
  find(chat: number, messageId: number): Message | undefined;
  /** What the bot wrote, as it reads now. */
  ofBot(): Message[];
  /** Throws for a chat that the bot can't write to. */
  reach(params: Params): FakeChat;
  sendMessage(params: Params): Message;
  editMessageText(params: Params): Message;
  editMessageReplyMarkup(params: Params): Message;
  sendChatAction(params: Params): true;
}

export function createMessages(me: User, now: () => number, limits: Limits, took: (entry: Accepted) => void): Messages {
  const ledger: Accepted[] = [];
  const chats = new Map<number, FakeChat>();
  const messages = new Map<string, Message>();
  /** No later call changes them. */
  const forced = new Set<Message['message_id']>();
  let lastId = 0;
  const date = (): number => Math.floor(now() / 1_000);

  const keep = (message: Message): Message => {
    messages.set(`${message.chat.id}/${message.message_id}`, message);
    return message;
  };
  const accept = (method: Accepted['method'], message: Message, placeholder?: string): Message => {
    const { chat, message_id, text = '', reply_markup = null } = message;
    const force_reply = placeholder === undefined ? {} : { force_reply: { placeholder } };
    const entry: Accepted = { method, chat: chat.id, message_id, text, reply_markup, ...force_reply, at: now() };
    ledger.push(entry);
    took(entry);
    return keep(message);
  };
  const store: Messages['store'] = (message) => keep({ ...message, message_id: (lastId += 1) });

  /** Refuses a chat that doesn't exist, isn't open to the bot, or lives on under another id. */
  function reach(params: Params): FakeChat {
    if (params['chat_id'] === undefined || params['chat_id'] === '') throw badRequest('chat_id is empty');
    const found = chats.get(integer(params['chat_id']) ?? Number.NaN);
    if (!found) throw badRequest('chat not found');
    if (found.migratedTo !== null)
      throw apiError(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
        migrate_to_chat_id: found.migratedTo,
      });
    if (found.blocked) throw apiError(403, 'Forbidden: bot was blocked by the user');
    if (!found.started) throw apiError(403, "Forbidden: bot can't initiate conversation with a user");
    return found;
  }

  function ownMessage(params: Params): Message {
    const { chat } = reach(params);
    const message = messages.get(`${chat.id}/${integer(params['message_id'])}`);
    if (!message) throw badRequest('message to edit not found');
    if (message.from?.id !== me.id || forced.has(message.message_id)) throw badRequest("message can't be edited");
    return message;
  }

  function change(
    method: 'editMessageText' | 'editMessageReplyMarkup',
    before: Message,
    text: string,
    keyboard: InlineKeyboardMarkup | null,
  ): Message {
    const { reply_markup: old, ...rest } = before;
    if (text === before.text && JSON.stringify(keyboard) === JSON.stringify(old ?? null))
      throw badRequest(
        'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
      );
    return accept(method, { ...rest, text, edit_date: date(), ...(keyboard ? { reply_markup: keyboard } : {}) });
  }

  return {
    ledger,
    chats,
    store,
    find: (chat, messageId) => messages.get(`${chat}/${messageId}`),
    reach,
    ofBot: () => [...messages.values()].filter(({ from }) => from?.id === me.id),
    sendMessage(params) {
      const { chat } = reach(params);
      const text = readText(params);
      const keyboard = readKeyboard(params['reply_markup']);
      const replied = structured(params['reply_parameters']) as { message_id?: number } | undefined;
      const to = replied?.message_id === undefined ? undefined : messages.get(`${chat.id}/${replied.message_id}`);
      if (replied?.message_id !== undefined && !to) throw badRequest('message to be replied not found');
      const forcedReply = readForcedReply(params['reply_markup']);
      limits.take(chat.id);
      const sent: Message = {
        message_id: (lastId += 1),
        from: me,
        chat,
        date: date(),
        text,
        ...(to ? { reply_to_message: to } : {}),
        ...(keyboard ? { reply_markup: keyboard } : {}),
      };
      if (forcedReply) forced.add(sent.message_id);
      return accept('sendMessage', sent, forcedReply ? (forcedReply.input_field_placeholder ?? '') : undefined);
    },
    editMessageText: (params) =>
      change('editMessageText', ownMessage(params), readText(params), readKeyboard(params['reply_markup'])),
    editMessageReplyMarkup(params) {
      const before = ownMessage(params);
      return change('editMessageReplyMarkup', before, before.text ?? '', readKeyboard(params['reply_markup']));
    },
    sendChatAction(params) {
      reach(params);
      if (typeof params['action'] !== 'string') throw badRequest('wrong parameter action in request');
      return true;
    },
  };
}

function readText(params: Params): string {
  const { text, parse_mode: mode } = params;
  if (mode !== undefined && !['HTML', 'Markdown', 'MarkdownV2'].some((known) => known === mode))
    throw badRequest('unsupported parse_mode');
  const said = typeof text === 'string' ? text.trim() : '';
  if (said === '') throw badRequest('message text is empty');
  if (said.length > TEXT_MAX) throw badRequest('message is too long');
  return said;
}
