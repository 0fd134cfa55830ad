import type { SendableMessage } from './message.ts';

export const CHANNELS = ['web', 'scripted', 'slack', 'telegram'] as const;
export type Channel = (typeof CHANNELS)[number];

export interface Address {
  channel: Channel;
  team: string;
  externalId: string;
}

/**
 * What became of one send. `ambiguous`: the provider may have taken it (timeout after acceptance).
 * `later`: this token, chat or group may be called again at `retryAfterMs`. `permanent`: this address will
 * never work (blocked, unknown); the next channel is tried and the office told.
 */
export type SendResult =
  | { kind: 'sent'; providerRef: Record<string, unknown> }
  | { kind: 'ambiguous'; reason: string }
  | { kind: 'later'; retryAfterMs: number; reason: string }
  | { kind: 'permanent'; reason: string };

/** One chat provider, as narrow as stays honest. All adapters pass test/contract. */
export interface ChatPort {
  readonly channel: Channel;
  /** Pull channels (the web inbox) have no send window. */
  readonly hasWindow: boolean;
  /** Calls per second allowed per token and per address; the limiter is in PostgreSQL. */
  readonly limits: { perSecond: number; perAddressPerSecond: number } | null;
  send(address: Address, message: SendableMessage): Promise<SendResult>;
  /** Shows a sent card as closed, with what was recorded. */
  close(
    address: Address,
    providerRef: Record<string, unknown>,
    message: SendableMessage,
    closedWith: string,
  ): Promise<SendResult>;
}

/** What a listener hands to `inbox.receive`, already authenticated by its adapter. */
export interface IncomingMessage {
  address: Address;
  /** Unique for ever: message team/channel/ts, button + action_ts, update_id … */
  dedupeKey: string;
  kind: 'text' | 'button' | 'form' | 'command' | 'code';
  text: string | null;
  payload: Record<string, unknown>;
  receivedAt: string;
  /** Scripted contacts alone: the instant on the plan's clock at which they answered, though a step went past it. */
  planAt?: string;
}
