import type { Chat, InlineKeyboardMarkup, User } from 'node-telegram-bot-api';

/** A chat as the fake knows it. */
export interface FakeChat {
  chat: Chat;
  /** Whose private chat it is; null for a group. */
  person: User | null;
  /** The person pressed Start: before that a bot can't write. */
  started: boolean;
  blocked: boolean;
  /** A group that became a supergroup. */
  migratedTo: number | null;
}

/** One message that was accepted, or a change of one. The list is only ever added to. */
export interface Accepted {
  method: 'sendMessage' | 'editMessageText' | 'editMessageReplyMarkup';
  chat: number;
  message_id: number;
  text: string;
  reply_markup: InlineKeyboardMarkup | null;
  /** Opens the person's input field, with this placeholder. */
  force_reply?: { placeholder: string };
  /** Milliseconds of the fake's clock. */
  at: number;
}

/** What a call comes to instead of its answer. Only the last three take the message before. */
export type Fault =
  | { kind: 'refuse'; code: number; description: string; parameters?: Record<string, unknown> }
  | { kind: 'busy'; retryAfter: number }
  | { kind: 'broken'; status: number }
  | { kind: 'html' }
  /** 200 with a page of some proxy, which takes nothing. */
  | { kind: 'page' }
  | { kind: 'truncated' }
  | { kind: 'truncated-after-accept' }
  | { kind: 'reset-after-accept' }
  | { kind: 'hang-after-accept' };

export interface FaultScope {
  method?: string;
  chat?: number;
  /** Calls that it meets; Infinity until `mend`. Default 1. */
  times?: number;
  /** Calls that it lets pass before. Default 0. */
  after?: number;
}

export type Params = Record<string, unknown>;
