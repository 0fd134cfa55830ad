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
  /** Looked at before this process began. */
  watch(personId: string, address: Address): void;
  /** Whose tabs are drawn again, and where; nobody's where Slack knows of no home tabs. */
  watched(): ReadonlyMap<string, Address>;
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
  let isKnown = true;

  async function draw(address: Address): Promise<void> {
    const { personId, page } = await load(address);
    // Whoever was bound there before is somebody else, or nobody.
    for (const [id, { externalId }] of watched) if (externalId === address.externalId) watched.delete(id);
    await client.views.publish({ user_id: address.externalId, view: renderHome(page) });
    isKnown = true;
    if (personId !== null) watch(personId, address);
  }

  function watch(personId: string, address: Address): void {
    watched.set(personId, address);
    const [oldest] = watched.keys();
    if (watched.size > WATCHED_MAX && oldest !== undefined) watched.delete(oldest);
  }

  async function drawAll(address: Address): Promise<void> {
    const user = address.externalId;
    do {
      again.delete(user);
      await draw(address).catch((error: unknown) => {
        if (isUnknownMethod(error)) isKnown = false;
        log('slack: the home tab was not drawn', { error: error instanceof Error ? error.message : String(error) });
      });
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
      if (address && isKnown) opened(address);
    },
    watch,
    watched: () => (isKnown ? watched : new Map()),
    settled: async () => void (await Promise.allSettled(drawing.values())),
  };
}

/** A server in Slack's place may lack the method; its tabs are left alone until somebody opens one. */
function isUnknownMethod(error: unknown): boolean {
  const { data, statusCode } = error as { data?: { error?: unknown }; statusCode?: unknown };
  return data?.error === 'unknown_method' || statusCode === 404;
}
