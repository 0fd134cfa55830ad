import type { Update } from 'node-telegram-bot-api';
import { apiError } from './api-error.ts';
import { integer, structured } from './read-params.ts';
import type { Params } from './types.ts';

export interface Webhook {
  url: string;
  secret: string | null;
  allowed: string[] | null;
  lastError: string | null;
}

interface Entry {
  update: Update;
  /** How often a poll was given it. */
  handed: number;
  /** Who waits to hear of it, since it had been handed so often. */
  told: { since: number; hear: (heard: boolean) => void }[];
}

interface HeldPoll {
  answer: () => void;
  refuse: (error: Error) => void;
}

export interface Updates {
  webhook: Webhook | null;
  /** Ids of updates that nobody has confirmed. */
  pending(): number[];
  conflicts(): number;
  polls(): number;
  /**
   * Hands an update over as Telegram does. Resolves at the first decision: true where it was confirmed (200 of the
   * webhook, an offset beyond it), false where it was not (another status, a poll that asks for it once more).
   */
  push(update: Update): Promise<boolean>;
  /** The same update once more: the one that is left, or one that was confirmed already. */
  again(update: Update): Promise<boolean>;
  forget(updateId: number): void;
  getUpdates(params: Params, gone: AbortSignal): Promise<Update[]>;
  setWebhook(webhook: Webhook | null, drop: boolean): void;
  stop(): void;
}

export function createUpdates(post: (webhook: Webhook, update: Update) => Promise<number | null>): Updates {
  let entries: Entry[] = [];
  let held: HeldPoll | null = null;
  let allowed: string[] | null = null;
  let conflicts = 0;
  let polls = 0;

  const tell = (entry: Entry, heard: boolean): void => {
    // A poll that asks once more says no to what it was given, not to what is to come.
    const heardOf = entry.told.filter(({ since }) => heard || updates.webhook !== null || since < entry.handed);
    entry.told = entry.told.filter((one) => !heardOf.includes(one));
    for (const { hear } of heardOf) hear(heard);
  };
  const wanted = (update: Update, kinds: string[] | null): boolean =>
    kinds === null || kinds.length === 0 || kinds.some((kind) => kind in update);

  function handOver(entry: Entry): Promise<boolean> {
    const decision = new Promise<boolean>((hear) => entry.told.push({ since: entry.handed, hear }));
    const { webhook } = updates;
    if (!webhook) held?.answer();
    else if (!wanted(entry.update, webhook.allowed)) confirm([entry]);
    else
      void post(webhook, entry.update).then((status) => {
        const taken = status !== null && status >= 200 && status < 300;
        webhook.lastError = taken ? null : `Wrong response from the webhook: ${status ?? 'none'}`;
        if (taken) confirm([entry]);
        else tell(entry, false);
      });
    return decision;
  }

  function confirm(done: Entry[]): void {
    entries = entries.filter((entry) => !done.includes(entry));
    for (const entry of done) tell(entry, true);
  }

  function refusePoll(description: string): void {
    conflicts += 1;
    held?.refuse(apiError(409, `Conflict: ${description}`));
    held = null;
  }

  const updates: Updates = {
    webhook: null,
    pending: () => entries.map(({ update }) => update.update_id),
    conflicts: () => conflicts,
    polls: () => polls,
    push(update) {
      const entry: Entry = { update, handed: 0, told: [] };
      entries.push(entry);
      return handOver(entry);
    },
    again(update) {
      const left = entries.find((entry) => entry.update.update_id === update.update_id);
      return left ? handOver(left) : updates.push(update);
    },
    forget(updateId) {
      entries = entries.filter(({ update }) => update.update_id !== updateId);
    },
    async getUpdates(params, gone) {
      polls += 1;
      if (updates.webhook) {
        conflicts += 1;
        throw apiError(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        );
      }
      if (held) refusePoll('terminated by other getUpdates request; make sure that only one bot instance is running');
      const kinds = structured(params['allowed_updates']);
      if (Array.isArray(kinds)) allowed = kinds as string[];
      const offset = integer(params['offset']) ?? 0;
      if (offset > 0) confirm(entries.filter(({ update }) => update.update_id < offset));
      else if (offset < 0) confirm(entries.slice(0, offset));
      confirm(entries.filter(({ update }) => !wanted(update, allowed)));
      for (const entry of entries) tell(entry, false);
      // Whoever waits to hear that may take the update back before it is handed out again.
      await new Promise(setImmediate);
      const limit = Math.min(100, Math.max(1, integer(params['limit']) ?? 100));
      const take = (): Update[] =>
        entries
          .filter(({ update }) => wanted(update, allowed))
          .slice(0, limit)
          .map((entry) => {
            entry.handed += 1;
            return entry.update;
          });
      const timeoutMs = (integer(params['timeout']) ?? 0) * 1_000;
      if (entries.length > 0 || timeoutMs <= 0) return take();
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(resolve, timeoutMs);
        const end = (): void => {
          clearTimeout(timer);
          if (held === own) held = null;
          resolve();
        };
        const own: HeldPoll = { answer: end, refuse: (error) => (clearTimeout(timer), reject(error)) };
        held = own;
        gone.addEventListener('abort', end, { once: true });
      });
      // Nobody is there to take them.
      return gone.aborted ? [] : take();
    },
    setWebhook(webhook, drop) {
      if (webhook && held) refusePoll('terminated by setWebhook request');
      updates.webhook = webhook;
      if (drop) confirm(entries);
      else if (webhook) for (const entry of entries) void handOver(entry);
    },
    stop() {
      held?.answer();
      entries = [];
    },
  };
  return updates;
}
