import { setTimeout as pause } from 'node:timers/promises';
import type { Inbox } from '../inbox.ts';
import type { ChatListener, ListenerState } from '../listener.ts';
import { isOperatorError } from '../operator-error.ts';
import type { RowDone } from '../row-done.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import { countedFetch } from './counted-fetch.ts';
import { createApiClient, type SlackApi } from './api-client.ts';
import { createBoltApp } from './bolt-app.ts';
import type { SlackFront } from './front.ts';
import { createHomes } from './home/keep-home.ts';
import { createRedraw } from './home/redraw-homes.ts';
import { createHttpReceiver, SLACK_PATH } from './http-receiver.ts';
import { keepConnected } from './keep-connected.ts';
import type { Log } from './quiet-logger.ts';
import { createSocketReceiver } from './socket-receiver.ts';
import { verifyToken, type KnownWorkspace } from './verify-token.ts';

export interface SlackListenerOptions extends SlackApi {
  inbox: Pick<Inbox, 'receive'>;
  /** Pages and forms; without it messages alone are taken in. */
  front?: SlackFront;
  /** Tells whose list has changed. */
  rowDone?: Pick<RowDone, 'listen'>;
  log: Log;
  realNow: () => Date;
  /** The one workspace that is listened to; the token's own where none is given. */
  teamId?: string;
  /** Told, once Slack has said it, which bot of which workspace it is: links to it are made of that. */
  known?: (bot: { team: string; user: string }) => Promise<void>;
  /** Where the limits are kept that all processes share. */
  prisma?: PrismaClient;
  /** First pause before Slack is tried again. */
  retryMs?: number;
  /** How often it is looked whose home tab shows what is no longer so. */
  redrawMs?: number;
  /** Socket Mode where it is given, … */
  appToken?: string;
  /** … else posts signed with this. */
  signingSecret?: string;
}

const RETRY_MS = 5_000;
const REDRAW_MS = 30_000;

/** Slack's way in: Socket Mode where there is an app token, else signed posts to `/slack/events`. */
export function createSlackListener(options: SlackListenerOptions): ChatListener {
  const { log, realNow, retryMs = RETRY_MS, redrawMs = REDRAW_MS } = options;
  const client = createApiClient(
    options.prisma
      ? { ...options, fetch: countedFetch(options.prisma, () => workspace?.team ?? null, options.fetch) }
      : options,
  );
  const inHand = new Set<Promise<unknown>>();
  let workspace: KnownWorkspace | null = null;
  let verified: ListenerState = { state: 'late', note: '正在核对Slack令牌' };
  let again: NodeJS.Timeout | undefined;
  let stopped = false;
  const end = new AbortController();
  let redrawing: Promise<void> | undefined;

  const homes = options.front && createHomes({ client, load: options.front.home, log });
  const deafen = options.rowDone?.listen(({ personId }) => {
    if (personId !== null) homes?.acted(personId);
  });

  const ways = options.appToken === undefined ? overHttp() : overSocket(options.appToken);
  createBoltApp({
    ...options,
    receiver: ways.receiver,
    client,
    ...(homes ? { homes } : {}),
    receive: (message) => track(options.inbox.receive(message)),
    team: () => workspace?.team ?? null,
  });

  function overHttp() {
    const { receiver, handle } = createHttpReceiver({ signingSecret: options.signingSecret ?? '', log, realNow });
    return { receiver, connection: null, settled: async () => undefined, route: { path: SLACK_PATH, handle } };
  }

  function overSocket(appToken: string) {
    const { receiver, settled } = createSocketReceiver({ ...options, appToken });
    return { receiver, connection: keepConnected(receiver, retryMs), settled, route: null };
  }

  async function track<T>(work: Promise<T>): Promise<T> {
    inHand.add(work);
    try {
      return await work;
    } finally {
      inHand.delete(work);
    }
  }

  /** Nothing is received before the workspace is known: until then Slack hears no, and delivers again. */
  async function begin(failures: number): Promise<void> {
    try {
      workspace ??= await verifyToken(client, options.teamId);
      verified = { state: 'ok' };
      const { team, botUser } = workspace;
      if (botUser !== null) await options.known?.({ team, user: botUser });
    } catch (error) {
      if (isOperatorError(error)) throw error;
      verified = { state: 'late', note: '连接不上Slack,正在重试' };
      log('slack is not reached', { error: error instanceof Error ? error.message : String(error) });
      if (!stopped)
        again = setTimeout(() => void begin(failures + 1).catch(giveUp), retryMs * 2 ** Math.min(failures, 4));
      return;
    }
    redrawing ??= keepDrawn(workspace.team);
    await ways.connection?.start();
  }

  /** A courtesy beside the listener: what fails is left for the next look. */
  async function keepDrawn(team: string): Promise<void> {
    if (!homes || !options.prisma) return;
    const { look } = createRedraw({ prisma: options.prisma, team, homes });
    while (!end.signal.aborted) {
      await look().catch((error: unknown) =>
        log('slack: it was not looked which home tabs changed', {
          error: error instanceof Error ? error.message : String(error),
        }),
      );
      await pause(redrawMs, undefined, { signal: end.signal }).catch(() => undefined);
    }
  }

  function giveUp(error: unknown): void {
    verified = { state: 'down', note: 'Slack不接受所配令牌' };
    log('slack refuses', { error: error instanceof Error ? error.message : String(error) });
  }

  return {
    channel: 'slack',
    route: ways.route,
    identity: () => ({ way: options.appToken === undefined ? 'http' : 'socket', name: workspace?.name ?? null }),
    start: () => begin(0),
    state: () => (verified.state === 'ok' ? (ways.connection?.state() ?? verified) : verified),
    async stop() {
      stopped = true;
      end.abort();
      await redrawing;
      clearTimeout(again);
      deafen?.();
      await Promise.allSettled(inHand);
      await homes?.settled();
      await ways.settled();
      await ways.connection?.stop();
    },
  };
}
