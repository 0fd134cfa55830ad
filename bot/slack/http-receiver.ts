import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { HTTPReceiver } from '@slack/bolt';
import type { Context } from 'hono';
import { operatorError } from '../operator-error.ts';
import { quietLogger, type Log } from './quiet-logger.ts';

export const SLACK_PATH = '/slack/events';
const BODY_MAX_BYTES = 1024 * 1024;
/** Slack's rule for the past; Bolt lets any future through. */
const CLOCK_SKEW_MS = 5 * 60_000;

export interface HttpReceiverOptions {
  signingSecret: string;
  log: Log;
  realNow: () => Date;
}

/** Bolt's receiver, which answers after the commit, as a route of our own server. Throws without a signing secret. */
export function createHttpReceiver({ signingSecret, log, realNow }: HttpReceiverOptions) {
  if (signingSecret.trim() === '')
    throw operatorError(
      'SLACK_SIGNING_SECRET is empty: copy the signing secret from the app’s Basic Information page.',
    );
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: [SLACK_PATH],
    processBeforeResponse: true,
    bodyLimit: BODY_MAX_BYTES,
    logger: quietLogger(log),
  });

  /** Resolves when the answer is out, so that the server doesn't take the body away from Bolt before it is read. */
  function listen(incoming: IncomingMessage, outgoing: ServerResponse): Promise<Response> {
    return new Promise((resolve, reject) => {
      outgoing.once('close', () => resolve(RESPONSE_ALREADY_SENT));
      try {
        receiver.requestListener(incoming, outgoing);
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  }

  return {
    receiver,
    handle: async (c: Context): Promise<Response> => {
      const { incoming, outgoing } = c.env as HttpBindings;
      // Bolt throws at anything else, which nothing would catch.
      if (c.req.method !== 'POST' || c.req.path !== SLACK_PATH) return c.body(null, 404);
      const signedAt = c.req.header('x-slack-request-timestamp');
      if (signedAt !== undefined && isFar(Number(signedAt) * 1_000, realNow())) return c.body(null, 401);
      return listen(incoming as IncomingMessage, outgoing as ServerResponse);
    },
  };
}

const isFar = (atMs: number, now: Date): boolean =>
  !Number.isFinite(atMs) || Math.abs(atMs - now.getTime()) > CLOCK_SKEW_MS;
