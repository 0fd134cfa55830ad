import { z } from 'zod';
import type { IncomingMessage } from '../../../domain/chat/port.ts';
import { addressOf, type Heard } from '../decoded.ts';
import { plainWords } from '../plain-words.ts';

const Chosen = z.looseObject({
  user: z.looseObject({ id: z.string() }),
  channel: z.looseObject({ id: z.string() }),
  message: z.looseObject({
    user: z.string().nullish(),
    bot_id: z.string().nullish(),
    text: z.string().nullish(),
    ts: z.string(),
    thread_ts: z.string().nullish(),
    team: z.string().nullish(),
    user_team: z.string().nullish(),
  }),
});

/** A message that somebody wants registered as progress. */
export interface Register {
  /** Who chose it. */
  by: string;
  /** Who wrote it. */
  author: string;
  /** As its author's own words to the bot; the same message in the direct conversation has the same key. */
  message: IncomingMessage;
}

/** A `message_action` of 登记为进展; a text: why it can't be registered. */
export function decodeRegister(body: unknown, heard: Heard): Register | string {
  const read = Chosen.safeParse(body);
  if (!read.success) return '该消息无法登记。请将办理情况直接发给本机器人。';
  const { user, channel, message } = read.data;
  const { user: author, bot_id: bot, ts, team, user_team: userTeam } = message;
  const isForeign = [team, userTeam].some((each) => each !== undefined && each !== null && each !== heard.team);
  if (!author || bot || isForeign) return '只能登记本工作区人员所写的消息。';
  const words = plainWords(message.text ?? '').trim();
  if (words === '') return '该消息没有文字,未予登记。附件请直接发给本机器人。';
  return {
    by: user.id,
    author,
    message: {
      address: addressOf(heard, author),
      dedupeKey: `slack/${heard.team}/${channel.id}/${ts}`,
      kind: 'text',
      text: words,
      payload: { chosenBy: user.id, from: { channel: channel.id, ts } },
      receivedAt: heard.receivedAt,
    },
  };
}
