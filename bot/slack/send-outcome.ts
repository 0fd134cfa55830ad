import { ErrorCode } from '@slack/web-api';
import type { SendResult } from '../../domain/chat/port.ts';

export type SendFailure = Exclude<SendResult, { kind: 'sent' | 'moved' }>;

/** Where Slack says no time of its own. */
const BROKEN_RETRY_MS = 10_000;
const RATE_RETRY_MS = 60_000;

/** Nothing that is sent with this token will work (Slack's error codes). */
const TOKEN_REFUSED = new Set([
  'access_denied',
  'account_inactive',
  'app_missing_action_url',
  'enterprise_is_restricted',
  'ekm_access_denied',
  'invalid_auth',
  'messages_tab_disabled',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'not_authed',
  'org_login_required',
  'team_access_not_granted',
  'team_disabled',
  'token_expired',
  'token_revoked',
  'two_factor_setup_required',
  'user_removed_from_team',
]);

/** Refused before anything was done; the same call may work later. */
const NOT_NOW = new Set([
  'message_limit_exceeded',
  'rate_limited',
  'ratelimited',
  'service_unavailable',
  'team_added_to_org',
]);

/** Slack's own words: part of it may have been done. */
const PERHAPS_DONE = new Set(['fatal_error', 'internal_error', 'request_timeout']);

/** The message itself is at fault, which is ours; the reason says so on record. */
const OUR_FAULT = /^(invalid_(blocks|arg|array|metadata|form|json|post)|msg_|metadata_|no_text|duplicate_|markdown_)/;

/** No connection was made, so nothing was sent. */
const UNSENT = new Set([
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * What a failed call means for the message. `open` (finding the conversation) sends nothing, so whatever
 * befell it can be tried again; a lost answer to `post` may have sent.
 */
export function sendFailure(error: unknown, step: 'open' | 'post'): SendFailure {
  const failure = classified(error);
  return step === 'open' && failure.kind === 'ambiguous'
    ? { kind: 'later', scope: 'token', retryAfterMs: BROKEN_RETRY_MS, reason: failure.reason }
    : failure;
}

/** The code by which Slack refuses the token, or null where it is something else. */
export function tokenRefusal(error: unknown): string | null {
  const { code, data } = facts(error);
  return code === ErrorCode.PlatformError && TOKEN_REFUSED.has(data.error ?? '') ? (data.error ?? null) : null;
}

function classified(error: unknown): SendFailure {
  const { code, data, retryAfter, statusCode } = facts(error);
  switch (code) {
    case ErrorCode.RateLimitedError:
      return { kind: 'later', scope: 'address', retryAfterMs: (retryAfter ?? 60) * 1_000, reason: 'rate limited' };
    case ErrorCode.HTTPError:
      return { kind: 'later', scope: 'token', retryAfterMs: BROKEN_RETRY_MS, reason: `HTTP ${statusCode}` };
    case ErrorCode.PlatformError:
      return refused(data.error ?? '');
    default:
      return disconnected(error);
  }
}

function refused(why: string): SendFailure {
  // A 200 whose body isn't Slack's JSON: taken, perhaps, and the answer spoilt on its way.
  if (!/^[a-z][a-z0-9_]*$/.test(why)) return { kind: 'ambiguous', reason: 'the answer could not be read' };
  if (TOKEN_REFUSED.has(why)) return { kind: 'permanent', scope: 'token', reason: why };
  if (NOT_NOW.has(why)) return { kind: 'later', scope: 'token', retryAfterMs: RATE_RETRY_MS, reason: why };
  if (PERHAPS_DONE.has(why)) return { kind: 'ambiguous', reason: why };
  return { kind: 'permanent', scope: OUR_FAULT.test(why) ? 'message' : 'address', reason: why };
}

function disconnected(error: unknown): SendFailure {
  const reasons = causes(error);
  const unsent = reasons.find(({ code, message }) => UNSENT.has(code) || message === 'unexpected redirect');
  if (unsent) {
    const reason = unsent.code === '' ? unsent.message : unsent.code;
    return { kind: 'later', scope: 'token', retryAfterMs: BROKEN_RETRY_MS, reason };
  }
  // A 429 without its header: the client says so in words.
  if (reasons.some(({ message }) => message.startsWith('Retry header')))
    return { kind: 'later', scope: 'address', retryAfterMs: RATE_RETRY_MS, reason: 'rate limited' };
  return { kind: 'ambiguous', reason: reasons.at(-1)?.message ?? 'unknown' };
}

interface Facts {
  code?: unknown;
  data: { error?: string };
  retryAfter?: number;
  statusCode?: number;
}

const facts = (error: unknown): Facts =>
  typeof error === 'object' && error !== null ? { data: {}, ...error } : { data: {} };

/** An error and what it came from, outermost first. */
function causes(error: unknown): { code: string; message: string }[] {
  const found: { code: string; message: string }[] = [];
  for (let at: unknown = error; at instanceof Error && found.length < 6; at = at.cause) {
    const { code } = at as { code?: unknown };
    found.push({ code: typeof code === 'string' ? code : '', message: at.message });
  }
  return found;
}
