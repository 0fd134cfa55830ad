import { NetworkError, ParseError, TelegramApiError } from 'node-telegram-bot-api';
import type { SendResult } from '../../domain/chat/port.ts';

/** Where Telegram names no time. */
const AGAIN_MS = 5_000;

export interface FailedCall {
  error: unknown;
  /** Of an edit: the message that was to be changed. */
  edited?: Record<string, unknown>;
  /** Other chats are being held back right now as well. */
  othersLimited: boolean;
}

/**
 * What became of a call that threw. Telegram answers in three ways: not now, never, moved; without an answer it
 * may have taken the message unless the connection never stood. Reasons are made of Telegram's own description
 * and of error codes alone: messages of drivers may quote the address, which holds the token.
 */
export function outcomeOf({ error, edited, othersLimited }: FailedCall): SendResult {
  if (error instanceof TelegramApiError) return answered(error, edited, othersLimited);
  if (error instanceof ParseError) return unreadable(error.responseText ?? '');
  if (error instanceof NetworkError && error.cause === undefined) return later('telegram: server error');
  const code = unsentCode(error);
  if (code !== null) return later(`telegram: not reached (${code})`);
  return { kind: 'ambiguous', reason: 'telegram: no answer' };
}

function answered(
  error: TelegramApiError,
  edited: Record<string, unknown> | undefined,
  othersLimited: boolean,
): SendResult {
  const { errorCode: code, migrateToChatId, retryAfter } = error;
  const description = String(error.description ?? '');
  const reason = reasonOf(error);
  if (migrateToChatId !== undefined) return { kind: 'moved', externalId: String(migrateToChatId), reason };
  // Telegram doesn't say whose limit it is; two chats at once are the whole bot's.
  if (code === 429)
    return {
      kind: 'later',
      scope: othersLimited ? 'token' : 'address',
      retryAfterMs: Math.max(1, retryAfter ?? 1) * 1_000,
      reason,
    };
  if (code === 401 || (code === 404 && /^Not Found$/i.test(description)))
    return { kind: 'permanent', scope: 'token', reason };
  // Nothing is left to change: it reads as wanted, the person has deleted it, or it never had a button (force_reply).
  if (edited && /message is not modified|message to edit not found|message can't be edited/i.test(description))
    return { kind: 'sent', providerRef: edited };
  if (code >= 400 && code < 500 && code !== 409)
    return { kind: 'permanent', scope: code === 400 && !GONE.test(description) ? 'message' : 'address', reason };
  return later(reason);
}

/** A 400 that speaks of the chat; any other speaks of what was sent to it. */
const GONE = /chat not found|user not found|PEER_ID_INVALID|group chat was (deleted|upgraded)|chat_id is empty/i;

/** An accepted message whose answer was cut off has been taken; a page of some proxy on the way has not. */
const unreadable = (text: string): SendResult =>
  /^\s*\{\s*"ok"\s*:\s*true/.test(text)
    ? { kind: 'ambiguous', reason: 'telegram: the answer was cut off' }
    : later('telegram: an unreadable answer');

const later = (reason: string): SendResult => ({ kind: 'later', scope: 'address', retryAfterMs: AGAIN_MS, reason });

/** Telegram's own words, without whatever looks like a token. */
export function reasonOf(error: unknown): string {
  if (error instanceof TelegramApiError)
    return `telegram ${error.errorCode}: ${String(error.description ?? '')}`
      .replace(/\d+:[\w-]{20,}/g, '***')
      .slice(0, 200);
  if (error instanceof ParseError) return 'telegram: an unreadable answer';
  const code = unsentCode(error);
  return code === null ? 'telegram: no answer' : `telegram: not reached (${code})`;
}

/** The connection never stood, so nothing can have been taken: its code; null where the request may have gone out. */
function unsentCode(error: unknown): string | null {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const { code, syscall } = at as { code?: unknown; syscall?: unknown };
    if (typeof code !== 'string') continue;
    if (syscall === 'connect' || NEVER_SENT.test(code)) return code;
  }
  return null;
}

const NEVER_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EAI_FAIL|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_INVALID_URL|ERR_TLS_\w+|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+)$/;
