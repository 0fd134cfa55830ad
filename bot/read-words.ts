import type { IncomingMessage } from '../domain/chat/port.ts';
import { codeInText } from './directory/code-in-text.ts';

type Words = Pick<IncomingMessage, 'kind'> & { text: string };

/** `/name`, `/name@bot`, with the rest; a path like /a/b is no command. */
const COMMAND = /^\/([^\s@/]{1,64})(?:@\w+)?(?:\s+([\s\S]*))?$/;

/**
 * What typed words are: the one-time code of a deep link (`/start CODE`) or by itself, a command without its
 * slash (`/duban` is only an address: what follows is the command), or words.
 */
export function readWords(text: string): Words {
  const code = codeInText(text);
  if (code !== null) return { kind: 'code', text: code };
  const match = COMMAND.exec(text.trim());
  if (!match) return { kind: 'text', text };
  const [, name = '', rest = ''] = match;
  const said = rest.trim();
  switch (name.toLowerCase()) {
    case 'start':
      return said === '' ? { kind: 'command', text: 'help' } : { kind: 'code', text: said };
    case 'duban':
      return { kind: 'command', text: said === '' ? 'help' : said };
    default: {
      // The menu's names have no hyphen (Bot API, BotCommand).
      const word = name.replaceAll('_', '-');
      return { kind: 'command', text: said === '' ? word : `${word} ${said}` };
    }
  }
}
