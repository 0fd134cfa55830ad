import { newClientId } from './client-id.ts';
import { storedValue, storeValue } from './stored.ts';

/**
 * The id under which one content is sent: the same for the same content, over reloads too, so that a repeated
 * sending counts once; another as soon as the content is another, so that no later words are taken for a repetition.
 */
export function sendIdOf(key: string, content: string): string {
  const [id, of] = split(storedValue(key));
  if (id !== undefined && of === content) return id;
  const fresh = newClientId();
  storeValue(key, `${fresh} ${content}`);
  return fresh;
}

/** The server has taken it: the same content again is another message. */
export const sendIdTaken = (key: string): void => storeValue(key, null);

function split(stored: string | null): [string?, string?] {
  const at = stored?.indexOf(' ') ?? -1;
  return stored === null || at === -1 ? [] : [stored.slice(0, at), stored.slice(at + 1)];
}
