import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { sendFailure, tokenRefusal } from '../../../bot/slack/send-outcome.ts';

const platform = (error: string) => new WebAPIPlatformError({ ok: false, error } as never);
const request = (code: string, message = 'fetch failed') =>
  new WebAPIRequestError(new TypeError(message, { cause: Object.assign(new Error(message), { code }) }));

describe('what a failed send means', () => {
  it.each([
    'channel_not_found',
    'user_not_found',
    'user_disabled',
    'is_archived',
    'cannot_dm_bot',
    'message_not_found',
    'a_code_of_tomorrow',
  ])('gives the address up: %s', (code) =>
    expect(sendFailure(platform(code), 'post')).toEqual({ kind: 'permanent', scope: 'address', reason: code }),
  );

  it.each(['invalid_auth', 'token_revoked', 'account_inactive', 'not_authed', 'missing_scope', 'token_expired'])(
    'gives the token up: %s',
    (code) => {
      expect(sendFailure(platform(code), 'post')).toEqual({ kind: 'permanent', scope: 'token', reason: code });
      expect(tokenRefusal(platform(code))).toBe(code);
    },
  );

  it.each([
    'invalid_blocks',
    'invalid_blocks_format',
    'msg_too_long',
    'msg_blocks_too_long',
    'no_text',
    'invalid_arguments',
  ])('puts on record that our message was at fault: %s', (code) =>
    expect(sendFailure(platform(code), 'post')).toEqual({
      kind: 'permanent',
      scope: 'message',
      reason: code,
    }),
  );

  it('waits as long as Slack says, and for that conversation alone', () => {
    expect(sendFailure(new WebAPIRateLimitedError(30), 'post')).toEqual({
      kind: 'later',
      scope: 'address',
      retryAfterMs: 30_000,
      reason: 'rate limited',
    });
    expect(
      sendFailure(new Error('Retry header did not contain a valid timeout (url: x, retry-after header: null)'), 'post'),
    ).toMatchObject({ kind: 'later', scope: 'address' });
  });

  it.each([500, 502, 503])('tries again after an HTTP %s', (status) =>
    expect(sendFailure(new WebAPIHTTPError(status, '', {}, '<html>'), 'post')).toMatchObject({
      kind: 'later',
      reason: `HTTP ${status}`,
    }),
  );

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])(
    'knows that nothing was sent: %s',
    (code) => expect(sendFailure(request(code), 'post')).toMatchObject({ kind: 'later', reason: code }),
  );

  it.each([
    [
      'the answer was waited for in vain',
      new WebAPIRequestError(new DOMException('aborted due to timeout', 'TimeoutError')),
    ],
    ['the connection was cut', request('ECONNRESET')],
    ['the other side closed', request('UND_ERR_SOCKET', 'other side closed')],
    ['the answer broke off', new TypeError('terminated')],
    ['a 200 without Slack’s JSON', platform('{"ok":true,"channel":"D0')],
    ['a 200 with a page', platform('<html>welcome</html>')],
    ['Slack is not sure itself', platform('fatal_error')],
  ])('is unsure where the message may have been taken: %s', (_, error) => {
    expect(sendFailure(error, 'post').kind).toBe('ambiguous');
    expect(sendFailure(error, 'open').kind).toBe('later');
    expect(tokenRefusal(error)).toBeNull();
  });
});
