import type { Chat, Message, Update, User } from 'node-telegram-bot-api';
import type { Files } from './files.ts';
import type { Messages } from './messages.ts';
import type { FakeChat } from './types.ts';

/** The smallest JPEG that a browser draws begins like this; nobody looks at the rest. */
const PIXEL = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0x00, 0xff, 0xd9]);

/** What people do, as the updates that Telegram makes of it; nothing is handed over yet. */
export interface People {
  /** A person's private chat; its id is theirs. `started: false`: they never pressed Start. */
  person(id: number, options?: { started?: boolean; name?: string }): FakeChat;
  group(id: number, title: string): FakeChat;
  text(chat: number, text: string, options?: { from?: number; replyTo?: number }): Update;
  /** Start, pressed by hand or through a deep link with its code. */
  start(chat: number, code?: string): Update;
  edit(chat: number, messageId: number, text: string): Update;
  photo(chat: number, caption?: string, album?: string): Update;
  /** A file by its name; `size` where it is to seem larger than it is. */
  document(
    chat: number,
    name: string,
    options?: { bytes?: Uint8Array; mime?: string; size?: number; caption?: string; album?: string },
  ): Update;
  voice(chat: number): Update;
  editCaption(chat: number, messageId: number, caption: string): Update;
  press(chat: number, messageId: number, data: string, from?: number): Update;
  /** Stops the bot, or lets it in again. */
  block(chat: number): Update;
  unblock(chat: number): Update;
  migrate(group: number, to: number): void;
  /** Leaves a gap in the numbers. */
  skip(count: number): void;
  /** The same content under another number. */
  renumber(update: Update): Update;
  /** Presses that the bot has answered. */
  readonly answered: string[];
  answer(callbackId: unknown): boolean;
}

export function createPeople(me: User, messages: Messages, files: Files, now: () => number): People {
  const users = new Map<number, User>();
  const open = new Set<string>();
  const answered: string[] = [];
  let lastUpdate = 700_000_000;
  let lastPress = 4_000_000_000_000_000;
  const nextUpdate = (): number => (lastUpdate += 1);
  const date = (): number => Math.floor(now() / 1_000);

  const chatOf = (id: number): FakeChat => {
    const found = messages.chats.get(id);
    if (!found) throw new Error(`nobody has the chat ${id}: call person or group first`);
    return found;
  };
  const userOf = (id: number): User => {
    const known = users.get(id) ?? { id, is_bot: false, first_name: `联络员${id}`, language_code: 'zh-hans' };
    users.set(id, known);
    return known;
  };
  const add = (chat: Chat, person: User | null, started: boolean): FakeChat => {
    const made = { chat, person, started, blocked: false, migratedTo: null };
    messages.chats.set(chat.id, made);
    return made;
  };
  const written = (id: number, from: number | undefined, rest: Partial<Message>): Message => {
    const { chat, person } = chatOf(id);
    return messages.store({
      chat,
      from: from === undefined && person ? person : userOf(from ?? 1),
      date: date(),
      ...rest,
    });
  };
  const membership = (id: number, before: string, after: string): Update => {
    const { chat, person } = chatOf(id);
    const member = (status: string) => ({ status, user: me, ...(status === 'kicked' ? { until_date: 0 } : {}) });
    return {
      update_id: nextUpdate(),
      my_chat_member: {
        chat,
        from: person ?? userOf(1),
        date: date(),
        old_chat_member: member(before),
        new_chat_member: member(after),
      },
    };
  };
  const commandEntities = (text: string): Partial<Message> =>
    text.startsWith('/')
      ? { entities: [{ type: 'bot_command', offset: 0, length: text.split(/\s/)[0]?.length ?? 0 }] }
      : {};

  const captioned = (caption: string | undefined): Partial<Message> => (caption === undefined ? {} : { caption });
  const inAlbum = (album: string | undefined): Partial<Message> =>
    album === undefined ? {} : { media_group_id: album };
  /** A message's file has no path: getFile says it. */
  const sent = (bytes: Uint8Array, options: Parameters<Files['keep']>[1]) => {
    const { file_path: _, ...file } = files.keep(bytes, options);
    return file;
  };

  return {
    person(id, { started = true, name } = {}) {
      const user = { ...userOf(id), ...(name === undefined ? {} : { first_name: name }) };
      users.set(id, user);
      return add({ id, first_name: user.first_name, type: 'private' }, user, started);
    },
    group: (id, title) => add({ id, title, type: id < -1_000_000_000_000 ? 'supergroup' : 'group' }, null, true),
    text(chat, text, { from, replyTo } = {}) {
      const replied = replyTo === undefined ? undefined : messages.find(chat, replyTo);
      return {
        update_id: nextUpdate(),
        message: written(chat, from, {
          text,
          ...commandEntities(text),
          ...(replied ? { reply_to_message: replied } : {}),
        }),
      };
    },
    start(chat, code) {
      Object.assign(chatOf(chat), { started: true, blocked: false });
      const text = code === undefined ? '/start' : `/start ${code}`;
      return { update_id: nextUpdate(), message: written(chat, undefined, { text, ...commandEntities(text) }) };
    },
    edit(chat, messageId, text) {
      const before = messages.find(chat, messageId);
      if (!before) throw new Error(`there is no message ${messageId}`);
      return { update_id: nextUpdate(), edited_message: Object.assign(before, { text, edit_date: date() }) };
    },
    photo(chat, caption, album) {
      const sizes = [90, 320, 1280].map((width) => ({
        ...sent(PIXEL, { folder: 'photos', ending: '.jpg' }),
        width,
        height: width,
      }));
      return {
        update_id: nextUpdate(),
        message: written(chat, undefined, { photo: sizes, ...inAlbum(album), ...captioned(caption) }),
      };
    },
    document(chat, name, { bytes = new TextEncoder().encode(name), mime, size, caption, album } = {}) {
      const ending = /\.\w+$/.exec(name)?.[0] ?? '';
      const file = sent(bytes, { folder: 'documents', ending, ...(size === undefined ? {} : { size }) });
      const document = { ...file, file_name: name, ...(mime === undefined ? {} : { mime_type: mime }) };
      return {
        update_id: nextUpdate(),
        message: written(chat, undefined, { document, ...inAlbum(album), ...captioned(caption) }),
      };
    },
    voice(chat) {
      const file = sent(PIXEL, { folder: 'voice', ending: '.oga' });
      return {
        update_id: nextUpdate(),
        message: written(chat, undefined, { voice: { ...file, duration: 3, mime_type: 'audio/ogg' } }),
      };
    },
    editCaption(chat, messageId, caption) {
      const before = messages.find(chat, messageId);
      if (!before) throw new Error(`there is no message ${messageId}`);
      return { update_id: nextUpdate(), edited_message: Object.assign(before, { caption, edit_date: date() }) };
    },
    press(chat, messageId, data, from) {
      const message = messages.find(chat, messageId);
      if (!message) throw new Error(`there is no message ${messageId}`);
      const id = String((lastPress += 1));
      open.add(id);
      return {
        update_id: nextUpdate(),
        callback_query: { id, from: chatOf(chat).person ?? userOf(from ?? 1), message, chat_instance: `${chat}`, data },
      };
    },
    block(chat) {
      chatOf(chat).blocked = true;
      return membership(chat, 'member', 'kicked');
    },
    unblock(chat) {
      chatOf(chat).blocked = false;
      return membership(chat, 'kicked', 'member');
    },
    migrate(group, to) {
      const before = chatOf(group);
      before.migratedTo = to;
      add({ ...before.chat, id: to, type: 'supergroup' }, null, true);
    },
    skip: (count) => void (lastUpdate += count),
    renumber: (update) => ({ ...update, update_id: nextUpdate() }),
    answered,
    answer(callbackId) {
      const id = String(callbackId);
      if (!open.delete(id)) return false;
      answered.push(id);
      return true;
    },
  };
}
