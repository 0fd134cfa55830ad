import { z } from 'zod';
import { codeInText } from '../directory/code-in-text.ts';
import { addressOf, ignored, type Decoded, type Heard } from './decoded.ts';
import { plainWords } from './plain-words.ts';

const Command = z.looseObject({ text: z.string().nullish(), user_id: z.string(), trigger_id: z.string() });

/** `/duban …`: what follows is the command; a one-time code, alone or after 绑定, binds. */
export function decodeCommand(body: unknown, heard: Heard): Decoded {
  const read = Command.safeParse(body);
  if (!read.success) return ignored('a command of an unknown shape');
  const text = plainWords(read.data.text ?? '').trim();
  const code = codeInText(text);
  return {
    kind: 'message',
    message: {
      address: addressOf(heard, read.data.user_id),
      dedupeKey: `slack/cmd/${read.data.trigger_id}`,
      kind: code === null ? 'command' : 'code',
      text: code ?? text,
      payload: {},
      receivedAt: heard.receivedAt,
    },
  };
}
