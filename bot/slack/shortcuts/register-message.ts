import type { Address, IncomingMessage } from '../../../domain/chat/port.ts';
import { RefusedError } from '../../../domain/refusals.ts';
import type { Received } from '../../inbox.ts';
import type { Heard } from '../decoded.ts';
import { addressOf } from '../decoded.ts';
import { decodeRegister } from './decode-register.ts';

export interface RegisterDeps {
  receive: (message: IncomingMessage) => Promise<Received>;
  /** The author's name, where `by` may have somebody else's words shown back to them. Throws RefusedError. */
  mayBring: (by: Address, author: Address) => Promise<string>;
  say: (user: string, sentence: string) => void;
}

/**
 * 登记为进展: one's own words are read as if they had been typed to the bot. The office may bring somebody else's,
 * who is asked to check them as ever; anybody else is told so. Throws where the commit failed.
 */
export async function registerMessage(
  { receive, mayBring, say }: RegisterDeps,
  body: unknown,
  heard: Heard,
): Promise<void> {
  const read = decodeRegister(body, heard);
  if (typeof read === 'string') return say(presserOf(body), read);
  const { by, author, message } = read;
  let name: string | null = null;
  if (by !== author) {
    try {
      name = await mayBring(addressOf(heard, by), message.address);
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      return say(by, error.refusal.message);
    }
  }
  const { duplicate } = await receive(message);
  if (duplicate) say(by, '该消息此前已收到,未重复登记。');
  else if (name !== null) say(by, `已将该消息转请${name}核对,经本人确认后登记。`);
}

function presserOf(body: unknown): string {
  const { user } = body as { user?: { id?: unknown } };
  return typeof user?.id === 'string' ? user.id : '';
}
