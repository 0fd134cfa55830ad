import { z } from 'zod';
import type { FileRef } from '../../domain/chat/port.ts';
import { codeInText } from '../directory/code-in-text.ts';
import { addressOf, ignored, type Decoded, type Heard } from './decoded.ts';
import { plainWords } from './plain-words.ts';

const File = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
});

const Written = z.looseObject({
  user: z.string().nullish(),
  bot_id: z.string().nullish(),
  text: z.string().nullish(),
  ts: z.string(),
  thread_ts: z.string().nullish(),
  edited: z.looseObject({ ts: z.string() }).nullish(),
  files: z.array(File).nullish(),
});
type Written = z.infer<typeof Written>;

const Event = z.looseObject({
  subtype: z.string().nullish(),
  channel: z.string(),
  channel_type: z.string().nullish(),
});

const Changed = z.looseObject({ message: Written, previous_message: Written.nullish() });

const refOf = ({ id, name, mimetype, size }: z.infer<typeof File>): FileRef => ({
  id,
  name: name ?? '',
  mime: mimetype ?? null,
  size: size ?? null,
});

/** Subtypes under which a person's own words come. */
const OWN_WORDS = new Set(['file_share', 'me_message', 'thread_broadcast']);

/** A `message` event. Only a person's own words in their direct conversation with us count. */
export function decodeMessage(event: unknown, heard: Heard): Decoded {
  const read = Event.safeParse(event);
  if (!read.success) return ignored('a message of an unknown shape');
  const { subtype, channel, channel_type: where } = read.data;
  const isDirect = where ? where === 'im' || where === 'app_home' : channel.startsWith('D');
  if (!isDirect) return ignored('a message outside a direct conversation');
  if (subtype === 'message_changed') return decodeEdit(event, channel, heard);
  if (subtype && !OWN_WORDS.has(subtype)) return ignored(`a message of subtype ${subtype}`);
  const written = Written.safeParse(event);
  return written.success ? words(written.data, channel, heard) : ignored('a message of an unknown shape');
}

/** Slack reports a link's preview as a change too; an edit has a new `edited.ts`. */
function decodeEdit(event: unknown, channel: string, heard: Heard): Decoded {
  const read = Changed.safeParse(event);
  if (!read.success) return ignored('a change of an unknown shape');
  const { message, previous_message: before } = read.data;
  if (!message.edited || message.edited.ts === before?.edited?.ts) return ignored('a change that is no edit');
  return words(message, channel, heard, message.edited.ts);
}

function words(written: Written, channel: string, heard: Heard, editedTs?: string): Decoded {
  const { user, bot_id: bot, ts, thread_ts: thread, files } = written;
  if (!user || bot || user === 'USLACKBOT') return ignored('not written by a person');
  const typed = plainWords(written.text ?? '');
  const text =
    typed.trim() === '' && files?.length ? files.map(({ name }) => `〔附件〕${name ?? ''}`).join('\n') : typed;
  if (text.trim() === '') return ignored('a message without words');
  const key = `slack/${heard.team}/${channel}/${ts}`;
  const code = editedTs === undefined ? codeInText(text) : null;
  return {
    kind: 'message',
    message: {
      address: addressOf(heard, user),
      dedupeKey: editedTs === undefined ? key : `${key}/${editedTs}`,
      kind: code === null ? 'text' : 'code',
      text: code ?? text,
      payload: {
        ...(editedTs === undefined ? {} : { edits: key }),
        ...(thread && thread !== ts ? { replyToRef: { channel, ts: thread }, thread: { channel, ts: thread } } : {}),
        ...(files?.length ? { files: files.map(refOf) } : {}),
      },
      receivedAt: heard.receivedAt,
    },
  };
}

const Mention = z.looseObject({ channel: z.string(), user: z.string(), bot_id: z.string().nullish() });

/** An `app_mention` event: nobody reports a unit's figures before a whole channel. */
export function decodeMention(event: unknown): Decoded {
  const read = Mention.safeParse(event);
  if (!read.success || read.data.bot_id) return ignored('a mention that no person wrote');
  // In the direct conversation it comes as a message too.
  if (read.data.channel.startsWith('D')) return ignored('a mention where the words count anyway');
  return { kind: 'elsewhere', channel: read.data.channel, user: read.data.user };
}
