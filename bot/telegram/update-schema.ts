import { z } from 'zod';

/** Only what is read of an update, and nothing required that could be absent: a field of a later Bot API must not cost words. */
const chat = z.looseObject({ id: z.number(), type: z.string() });
const user = z.looseObject({
  id: z.number(),
  first_name: z.string().optional().catch(undefined),
  last_name: z.string().optional().catch(undefined),
  username: z.string().optional().catch(undefined),
});
const file = z.looseObject({
  file_id: z.string(),
  file_name: z.string().optional().catch(undefined),
  mime_type: z.string().optional().catch(undefined),
  file_size: z.number().optional().catch(undefined),
  /** Of a picture's sizes. */
  width: z.number().optional().catch(undefined),
  height: z.number().optional().catch(undefined),
});

const message = z.looseObject({
  message_id: z.number(),
  chat,
  from: user.optional(),
  edit_date: z.number().optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  media_group_id: z.string().optional(),
  /** Topic of a forum; an answer outside of it may be read by nobody. */
  message_thread_id: z.number().optional(),
  reply_to_message: z.looseObject({ message_id: z.number(), from: user.optional() }).optional(),
  photo: z.array(file).optional(),
  document: file.optional(),
  video: file.optional(),
  voice: file.optional(),
  audio: file.optional(),
  video_note: file.optional(),
  sticker: file.optional(),
  location: z.unknown().optional(),
  contact: z.unknown().optional(),
  poll: z.unknown().optional(),
});

const callbackQuery = z.looseObject({
  id: z.string(),
  from: user,
  message: z.looseObject({ message_id: z.number(), chat }).optional(),
  data: z.string().optional(),
});

const membership = z.looseObject({ chat, new_chat_member: z.looseObject({ status: z.string() }) });

export const updateSchema = z.looseObject({
  update_id: z.number(),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: callbackQuery.optional(),
  my_chat_member: membership.optional(),
});

export type IncomingChatMessage = z.infer<typeof message>;
export type BotMembership = z.infer<typeof membership>;
export type PressedButton = z.infer<typeof callbackQuery>;

/** What setWebhook and getUpdates ask for. */
export const UPDATES_WANTED = ['message', 'edited_message', 'callback_query', 'my_chat_member'];
