import type { Address, IncomingMessage } from '../../domain/chat/port.ts';
import { readWords } from './read-words.ts';
import { updateSchema, type IncomingChatMessage, type PressedButton } from './update-schema.ts';

export interface DecodeContext {
  botId: string;
  /** When this process got it. */
  receivedAt: string;
}

/** What the person is told at once, outside of any plan. */
export type Sentence = 'private-only' | 'words-only';

export type Decoded =
  | { kind: 'message'; message: IncomingMessage; callbackId?: string }
  /** Nothing for a plan: one sentence back, no row. */
  | { kind: 'tell'; chat: string; sentence: Sentence; callbackId?: string }
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
  if (member)
    return member.chat.type === 'private'
      ? { kind: 'membership', chat: String(member.chat.id), blocked: member.new_chat_member.status === 'kicked' }
      : ignored('the membership of a group');
  return ignored('a kind of update that was not asked for');
}

function decodeMessage(
  message: IncomingChatMessage,
  { botId, receivedAt }: DecodeContext,
  editedBy: number | null,
): Decoded {
  const chat = String(message.chat.id);
  if (message.chat.type !== 'private')
    return editedBy === null && isAddressed(message, botId)
      ? { kind: 'tell', chat, sentence: 'private-only' }
      : ignored('talk of a group');
  const said = message.text ?? message.caption;
  const file = fileOf(message);
  if (said === undefined) {
    if (editedBy !== null || (!file && !message.location && !message.contact))
      return ignored('a message without words');
    // The pictures of an album come one by one; its words stand with one of them.
    return message.media_group_id === undefined
      ? { kind: 'tell', chat, sentence: 'words-only' }
      : ignored('a picture of an album, without words');
  }
  const key = `telegram/${botId}/${chat}/${message.message_id}`;
  const replied = message.reply_to_message;
  return {
    kind: 'message',
    message: {
      ...readWords(said),
      address: addressOf(chat),
      dedupeKey: editedBy === null ? key : `${key}/${message.edit_date ?? 0}/${editedBy}`,
      payload: {
        ...(editedBy === null ? {} : { edits: key }),
        ...(replied && String(replied.from?.id) === botId
          ? { replyToRef: { chat, messageId: replied.message_id } }
          : {}),
        ...(file ? { file } : {}),
      },
      receivedAt,
    },
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

/** A group's talk is its own unless it speaks to the bot. */
const isAddressed = ({ text, reply_to_message: replied }: IncomingChatMessage, botId: string): boolean =>
  text?.startsWith('/') === true || String(replied?.from?.id) === botId;

/** What came with the words, by Telegram's own id: the file stays there. */
function fileOf(message: IncomingChatMessage): { kind: string; fileId: string; name?: string } | null {
  for (const kind of ['document', 'video', 'voice', 'audio', 'sticker'] as const) {
    const found = message[kind];
    if (found) return { kind, fileId: found.file_id, ...(found.file_name ? { name: found.file_name } : {}) };
  }
  const photo = message.photo?.at(-1);
  return photo ? { kind: 'photo', fileId: photo.file_id } : null;
}

const addressOf = (chat: string): Address => ({ channel: 'telegram', team: '', externalId: chat });
const ignored = (why: string): Decoded => ({ kind: 'ignored', why });
