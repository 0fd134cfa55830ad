import type { WebClient } from '@slack/web-api';
import type { Address } from '../../../domain/chat/port.ts';
import type { Log } from '../quiet-logger.ts';
import type { LoadedHome } from './load-home.ts';
import { renderHome } from './render-home.ts';

export interface Homes {
  /** Somebody looks at their home tab. */
  opened(address: Address): void;
  /** Something of theirs was applied: drawn again where it was looked at. */
  acted(personId: string): void;
  /** Resolves when nothing is being drawn any more. */
  settled(): Promise<void>;
}

export interface HomesDeps {
  client: WebClient;
  load: (address: Address) => Promise<LoadedHome>;
  log: Log;
}

/** At most so many people are drawn again after their acts; the others when they open the tab. */
const WATCHED_MAX = 2_000;

/**
 * Draws home tabs, one drawing a person at a time; what comes meanwhile is one more. Never throws and is never
 * waited for: an event is acknowledged whatever becomes of a drawing.
 */
export function createHomes({ client, load, log }: HomesDeps): Homes {
  const drawing = new Map<string, Promise<void>>();
  const again = new Set<string>();
  const watched = new Map<string, Address>();

  async function draw(address: Address): Promise<void> {
    const { personId, page } = await load(address);
    await client.views.publish({ user_id: address.externalId, view: renderHome(page) });
    if (personId === null) return;
    watched.delete(personId);
    watched.set(personId, address);
    const [oldest] = watched.keys();
    if (watched.size > WATCHED_MAX && oldest !== undefined) watched.delete(oldest);
  }

  async function drawAll(address: Address): Promise<void> {
    const user = address.externalId;
    do {
      again.delete(user);
      await draw(address).catch((error: unknown) =>
        log('slack: the home tab was not drawn', { error: error instanceof Error ? error.message : String(error) }),
      );
    } while (again.has(user));
    drawing.delete(user);
  }

  function opened(address: Address): void {
    const user = address.externalId;
    if (drawing.has(user)) again.add(user);
    else drawing.set(user, drawAll(address));
  }

  return {
    opened,
    acted(personId) {
      const address = watched.get(personId);
      if (address) opened(address);
    },
    settled: async () => void (await Promise.allSettled(drawing.values())),
  };
}
