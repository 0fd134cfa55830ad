import type { Instant } from '../plan/types.ts';
import type { SendableMessage } from './message.ts';

export const CHANNELS = ['web', 'scripted', 'slack', 'telegram'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Channels whose provider says afterwards whether it took a message: their ports have `reconcile`. */
export const SAYS_WHAT_ARRIVED: ReadonlySet<Channel> = new Set<Channel>(['slack']);

export interface Address {
  channel: Channel;
  team: string;
  externalId: string;
}

/**
 * What became of one send. `ambiguous`: the provider may have taken it (timeout after acceptance).
 * `later`: not before `retryAfterMs`, for this address alone or for the whole token, or for the `bucket` that
 * is named. `permanent`: this address
 * will never work (blocked, unknown), or the token doesn't (revoked): the next channel is tried and the office
 * told; or the provider takes no such message: ours is at fault, and the office told. `moved`: the same chat under another name (Telegram's migrate_to_chat_id).
 */
export type SendResult =
  | { kind: 'sent'; providerRef: Record<string, unknown> }
  | { kind: 'ambiguous'; reason: string }
  | { kind: 'later'; scope: Scope; retryAfterMs: number; reason: string; bucket?: string }
  | { kind: 'permanent'; scope: Scope | 'message'; reason: string }
  | { kind: 'moved'; externalId: string; reason: string };

/** One address, or everything that is sent with the same token. */
export type Scope = 'address' | 'token';

/** A bucket of the limiter in PostgreSQL. */
export interface Rate {
  key: string;
  perSecond: number;
  /** So many may go at once after a rest; 1 where absent. */
  burst?: number;
}

/** One chat provider, as narrow as stays honest. All adapters pass test/contract. */
export interface ChatPort {
  readonly channel: Channel;
  /** Pull channels (the web inbox) have no send window. */
  readonly hasWindow: boolean;
  /**
   * The provider's limits on a message to this address, or on changing one there: the narrowest first, the
   * token's last. None: no limit.
   */
  rates(address: Address, use?: 'send' | 'close'): Rate[];
  /** A message as the provider takes it, in several where it is too long for one; absent: always one. Pure. */
  parts?(message: SendableMessage): SendableMessage[];
  /** One part of a message. */
  send(address: Address, message: SendableMessage): Promise<SendResult>;
  /** Shows a sent card (of several parts, the one with the buttons) as closed, with what was recorded. */
  close(
    address: Address,
    providerRef: Record<string, unknown>,
    message: SendableMessage,
    closedWith: string,
  ): Promise<SendResult>;
  /**
   * Did this delivery arrive? Its reference, or null where it surely did not. Absent where the provider cannot
   * say. Throws where it could not be asked.
   */
  reconcile?(address: Address, message: SendableMessage, since: Instant): Promise<Record<string, unknown> | null>;
}

/** One file that came with a message; its bytes are fetched later, by `id`. */
export interface FileRef {
  /** The provider's own id, or our upload's. */
  id: string;
  name: string;
  mime: string | null;
  /** Bytes, as the provider says; null: it doesn't. */
  size: number | null;
}

/** What a listener hands to `inbox.receive`, already authenticated by its adapter. */
export interface IncomingMessage {
  address: Address;
  /** Unique for ever: message team/channel/ts, button + action_ts, update_id … */
  dedupeKey: string;
  kind: 'text' | 'button' | 'form' | 'command' | 'code';
  text: string | null;
  /**
   * `buttonId` of a button · `lines` of a form · `replyTo` (our delivery) or `replyToRef` (a part of the
   * providerRef) of a reply in a thread · `thread` (Thread) where the answers shall stand in a thread too · `edits` (the dedupeKey of the message as it was first sent) of an edit ·
   * `sender` (how the account calls itself) of a code ·
   * `files` (FileRef[]) of a message with files, whose text may then be empty · `album`: the provider's id of the
   * album to which it belongs, the words of which stand with one of its pictures.
   */
  payload: Record<string, unknown>;
  receivedAt: string;
  /** Scripted contacts alone: the instant on the plan's clock at which they answered, though a step went past it. */
  planAt?: string;
}
