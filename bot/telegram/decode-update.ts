import type { Address, IncomingMessage } from '../../domain/chat/port.ts';
import { filesOf } from './files-of.ts';
import { readWords } from '../read-words.ts';
import { updateSchema, type BotMembership, type IncomingChatMessage, type PressedButton } from './update-schema.ts';

export interface DecodeContext {
  botId: string;
  /** The bot's user name, once it is known: a group's command may be another bot's. */
  username?: string | null;
  /** When this process got it. */
  receivedAt: string;
}

/** What the person is told at once, outside of any plan. */
export type Sentence = 'private-only' | 'words-or-files';

export type Decoded =
  | { kind: 'message'; message: IncomingMessage; callbackId?: string }
  /** Nothing for a plan: one sentence back, no row. */
  | { kind: 'tell'; chat: string; sentence: Sentence; callbackId?: string; topic?: number }
  /** A person has stopped the bot, or let it in again. */
  | { kind: 'membership'; chat: string; blocked: boolean }
  | { kind: 'ignored'; why: string };

/**
 * One update as the inbox takes it. Keys are the message's or the press's own, not the update's: update ids start
 * anew at random after a week without updates. An edit is another row, which names the message that it changes.
 */
export function decodeUpdate(update: unknown, context: DecodeContext): Decoded {
  const parsed = updateSchema.safeParse(update);
  if (!parsed.success) return ignored('it is not shaped like an update');
  const {
    update_id: updateId,
    message,
    edited_message: edited,
    callback_query: pressed,
    my_chat_member: member,
  } = parsed.data;
  if (message) return decodeMessage(message, context, null);
  if (edited) return decodeMessage(edited, context, updateId);
  if (pressed) return decodePress(pressed, context);
  if (member) return decodeMembership(member);
  return ignored('a kind of update that was not asked for');
}

function decodeMembership({ chat: { id, type }, new_chat_member: { status } }: BotMembership): Decoded {
  const chat = String(id);
  if (type === 'private') return { kind: 'membership', chat, blocked: status === 'kicked' };
  // Taken into a group: nobody there needs to try first. A channel's readers are not those who could answer.
  const isIn = status === 'member' || status === 'administrator';
  return isIn && type !== 'channel'
    ? { kind: 'tell', chat, sentence: 'private-only' }
    : ignored('the membership of a group');
}

function decodeMessage(message: IncomingChatMessage, context: DecodeContext, editedBy: number | null): Decoded {
  const { botId, receivedAt } = context;
  const chat = String(message.chat.id);
  if (message.chat.type !== 'private') return decodeGroupTalk(message, context, editedBy);
  const said = message.text ?? message.caption;
  const files = filesOf(message);
  if (said === undefined && files.length === 0)
    return editedBy === null && isUnusable(message)
      ? { kind: 'tell', chat, sentence: 'words-or-files' }
      : ignored('a message without words');
  // A caption that was taken away: the words that were there stand until other words say otherwise.
  if (said === undefined && editedBy !== null) return ignored('an edit that left no words');
  const key = `telegram/${botId}/${chat}/${message.message_id}`;
  const replied = message.reply_to_message;
  const words = said === undefined ? { kind: 'text' as const, text: null } : readWords(said);
  return {
    kind: 'message',
    message: {
      ...words,
      address: addressOf(chat),
      dedupeKey: editedBy === null ? key : `${key}/${message.edit_date ?? 0}/${editedBy}`,
      payload: {
        ...(words.kind === 'code' ? senderOf(message) : {}),
        ...(editedBy === null ? {} : { edits: key }),
        ...(replied && String(replied.from?.id) === botId
          ? { replyToRef: { chat, messageId: replied.message_id } }
          : {}),
        ...(files.length > 0 ? { files } : {}),
        // The pictures of an album come one by one; its words stand with one of them.
        ...(message.media_group_id === undefined
          ? {}
          : { album: `telegram/${botId}/${chat}/album/${message.media_group_id}` }),
      },
      receivedAt,
    },
  };
}

/** A group's talk is its own unless it speaks to the bot: then one sentence, in the topic where it was spoken. */
function decodeGroupTalk(message: IncomingChatMessage, context: DecodeContext, editedBy: number | null): Decoded {
  if (editedBy !== null || !isAddressed(message, context)) return ignored('talk of a group');
  const { message_thread_id: topic } = message;
  return {
    kind: 'tell',
    chat: String(message.chat.id),
    sentence: 'private-only',
    ...(topic === undefined ? {} : { topic }),
  };
}

function decodePress({ id, from, message, data }: PressedButton, { botId, receivedAt }: DecodeContext): Decoded {
  if (data === undefined || !message) return ignored('a button that is not ours');
  const chat = String(message.chat.id);
  // Who presses is who is written to: in a group anybody could.
  if (message.chat.type !== 'private' || message.chat.id !== from.id)
    return { kind: 'tell', chat, sentence: 'private-only', callbackId: id };
  return {
    kind: 'message',
    callbackId: id,
    message: {
      kind: 'button',
      text: null,
      address: addressOf(chat),
      dedupeKey: `telegram/${botId}/press/${id}`,
      payload: { buttonId: data },
      receivedAt,
    },
  };
}

function isAddressed(message: IncomingChatMessage, { botId, username }: DecodeContext): boolean {
  const said = message.text ?? message.caption ?? '';
  if (String(message.reply_to_message?.from?.id) === botId) return true;
  const named = /^\/\w+@(\w+)/.exec(said)?.[1];
  if (named !== undefined && username) return named.toLowerCase() === username.toLowerCase();
  const names: readonly string[] = said.toLowerCase().match(/@\w+/g) ?? [];
  return said.startsWith('/') || (!!username && names.includes(`@${username.toLowerCase()}`));
}

/** What a person sends and nothing can be registered from; service messages are none of it. */
const isUnusable = ({ sticker, location, contact, poll }: IncomingChatMessage): boolean =>
  [sticker, location, contact, poll].some((part) => part !== undefined);

/** Who hands a code over: the office sees which account it was. */
function senderOf({ from }: IncomingChatMessage): { sender?: string } {
  const { first_name: first = '', last_name: last = '', username } = from ?? {};
  const sender = [`${first} ${last}`.trim(), ...(username === undefined ? [] : [`@${username}`])].join(' ').trim();
  return sender === '' ? {} : { sender };
}

const addressOf = (chat: string): Address => ({ channel: 'telegram', team: '', externalId: chat });
const ignored = (why: string): Decoded => ({ kind: 'ignored', why });
