import type { SocketModeReceiver } from '@slack/bolt';
import type { ListenerState } from '../listener.ts';
import { operatorError } from '../operator-error.ts';
import { tokenRefusal } from './send-outcome.ts';

export interface Connection {
  /** Resolves after the first try, whether or not it reached Slack. Throws OperatorError. */
  start(): Promise<void>;
  stop(): Promise<void>;
  state(): ListenerState;
}

const RETRY_MAX_MS = 60_000;
/** A handshake that hangs must neither hold the bot's start nor the next try. */
const CONNECT_WITHIN_MS = 15_000;

/** Keeps one socket open: at once after Slack recycles it, with growing pauses while Slack can't be reached. */
export function keepConnected({ client }: Pick<SocketModeReceiver, 'client'>, retryMs: number): Connection {
  let state: ListenerState = { state: 'late', note: '正在连接Slack' };
  let failures = 0;
  let stopped = false;
  let again: NodeJS.Timeout | undefined;
  let connecting = false;

  async function connect(): Promise<void> {
    connecting = true;
    try {
      await within(CONNECT_WITHIN_MS, client.start());
      if (stopped) await client.disconnect();
      failures = 0;
      state = { state: 'ok' };
    } catch (error) {
      failures += 1;
      const why = tokenRefusal(error);
      state =
        why === null
          ? { state: 'late', note: '连接不上Slack,正在重试' }
          : { state: 'down', note: `Slack不接受SLACK_APP_TOKEN(${why})` };
      if (why !== null)
        throw operatorError(
          `Slack refuses SLACK_APP_TOKEN (${why}): generate an app-level token with connections:write and put it into .env.`,
        );
      // What may still be on its way is not waited for.
      await client.disconnect().catch(() => undefined);
      connectLater();
    } finally {
      connecting = false;
    }
  }

  function connectLater(): void {
    if (stopped || again) return;
    again = setTimeout(
      () => {
        again = undefined;
        // Refused in the middle of the work: the state says so, and it is tried again in case the app comes back.
        connect().catch(connectLater);
      },
      failures === 0 ? 0 : Math.min(retryMs * 2 ** (failures - 1), RETRY_MAX_MS),
    );
  }

  client.on('disconnected', () => {
    if (stopped || connecting) return;
    state = { state: 'late', note: '与Slack的连接已断开,正在重连' };
    connectLater();
  });

  return {
    start: connect,
    state: () => state,
    async stop() {
      stopped = true;
      clearTimeout(again);
      await client.disconnect();
    },
  };
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const bound = Promise.withResolvers<never>();
  const timer = setTimeout(() => bound.reject(new Error('no answer in time')), ms);
  await Promise.race([work, bound.promise]).finally(() => clearTimeout(timer));
}
