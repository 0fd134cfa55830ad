import type { IncomingMessage } from '../../domain/chat/port.ts';

type Words = Pick<IncomingMessage, 'kind'> & { text: string };

/** `/name`, `/name@bot`, with the rest; a path like /a/b is no command. */
const COMMAND = /^\/([^\s@/]{1,64})(?:@\w+)?(?:\s+([\s\S]*))?$/;
/** As a code is shown: four groups of Crockford's alphabet, in which O, I and L are read as digits. */
const CODE_IN_GROUPS = /^[0-9A-TV-Z]{4}([\s-][0-9A-TV-Z]{4}){3}$/;
/** Without groups it must hold a digit and a letter: not every word of 16 letters is a code, nor every number. */
const CODE_IN_ONE = /^(?=.*\d)(?=.*[A-Z])[0-9A-TV-Z]{16}$/;

/**
 * What typed words are: the one-time code of a deep link (`/start CODE`) or by itself, a command without its
 * slash (`/duban` is only an address: what follows is the command), or words.
 */
export function readWords(text: string): Words {
  const match = COMMAND.exec(text.trim());
  if (!match) return { kind: isCode(text) ? 'code' : 'text', text };
  const [, name = '', rest = ''] = match;
  const said = rest.trim();
  switch (name.toLowerCase()) {
    case 'start':
      return said === '' ? { kind: 'command', text: 'help' } : { kind: 'code', text: said };
    case 'duban':
      return { kind: 'command', text: said === '' ? 'help' : said };
    default:
      return { kind: 'command', text: said === '' ? name : `${name} ${said}` };
  }
}

function isCode(text: string): boolean {
  const plain = text.normalize('NFKC').trim().toUpperCase();
  return CODE_IN_GROUPS.test(plain) || CODE_IN_ONE.test(plain);
}
