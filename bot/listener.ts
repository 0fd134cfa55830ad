import type { Context } from 'hono';
import type { Channel } from '../domain/chat/port.ts';

/** What /readyz says of a channel. */
export interface ListenerState {
  state: 'ok' | 'late' | 'down';
  note?: string;
}

/** Which account of ours is connected there, for the operator. */
export interface ListenerIdentity {
  way: 'socket' | 'http' | 'polling' | 'webhook';
  /** Slack: the workspace; Telegram: the bot's user name. null: the provider hasn't told yet. */
  name: string | null;
}

/** One provider's way in: it authenticates, decodes, hands to `inbox.receive`, and says yes after the commit. */
export interface ChatListener {
  readonly channel: Channel;
  /** Throws where the provider refuses the token; a provider that isn't reached is tried again by itself. */
  start(): Promise<void>;
  /** Finishes what is in hand. */
  stop(): Promise<void>;
  state(): ListenerState;
  identity(): ListenerIdentity;
  /** Where the provider calls us; null where we call it (Socket Mode, polling). */
  readonly route: { path: string; handle: (c: Context) => Response | Promise<Response> } | null;
}
