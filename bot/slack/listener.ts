import { App, type Receiver } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Inbox } from '../inbox.ts';
import type { ChatListener, ListenerState } from '../listener.ts';
import { clientOptions, createApiClient, type SlackApi } from './api-client.ts';
import { decodeButton } from './decode-button.ts';
import { decodeCommand } from './decode-command.ts';
import { decodeForm } from './decode-form.ts';
import { decodeMention, decodeMessage } from './decode-message.ts';
import type { Decoded, Heard } from './decoded.ts';
import { createHttpReceiver, SLACK_PATH } from './http-receiver.ts';
import { keepConnected } from './keep-connected.ts';
import { quietLogger, type Log } from './quiet-logger.ts';
import { createSocketReceiver } from './socket-receiver.ts';
import { foreignTeam } from './team-of.ts';
import { isRefusedByProvider, verifyToken } from './verify-token.ts';

export type SlackListenerOptions = SlackApi & {
  inbox: Pick<Inbox, 'receive'>;
  log: Log;
  realNow: () => Date;
  /** The one workspace that is listened to; the token's own where none is given. */
  teamId?: string;
  /** First pause before Slack is tried again. */
  retryMs?: number;
} & ({ appToken: string; signingSecret?: string } | { appToken?: undefined; signingSecret: string });

const RETRY_MS = 5_000;
const NOT_HERE = '请在与本机器人的私聊中填报,此处的内容不予登记。';

/** Slack's way in: Socket Mode where there is an app token, else signed posts to `/slack/events`. */
export function createSlackListener(options: SlackListenerOptions): ChatListener {
  const { log, realNow, retryMs = RETRY_MS } = options;
  const client = createApiClient(options);
  const inHand = new Set<Promise<unknown>>();
  let team: string | null = null;
  let verified: ListenerState = { state: 'late', note: '正在核对Slack令牌' };
  let again: NodeJS.Timeout | undefined;
  let stopped = false;

  const ways = options.appToken === undefined ? overHttp() : overSocket(options.appToken);
  listenTo(createApp(ways.receiver, options), client, {
    receive: (message) => track(options.inbox.receive(message)),
    team: () => team,
    realNow,
    log,
  });

  function overHttp() {
    const { receiver, handle } = createHttpReceiver({ signingSecret: options.signingSecret ?? '', log, realNow });
    return { receiver, connection: null, route: { path: SLACK_PATH, handle } };
  }

  function overSocket(appToken: string) {
    const receiver = createSocketReceiver({ ...options, appToken });
    return { receiver, connection: keepConnected(receiver, retryMs), route: null };
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
      team ??= await verifyToken(client, options.teamId);
      verified = { state: 'ok' };
    } catch (error) {
      if (isRefusedByProvider(error)) throw error;
      verified = { state: 'late', note: '连接不上Slack,正在重试' };
      log('slack is not reached', { error: error instanceof Error ? error.message : String(error) });
      if (!stopped)
        again = setTimeout(() => void begin(failures + 1).catch(giveUp), retryMs * 2 ** Math.min(failures, 4));
      return;
    }
    await ways.connection?.start();
  }

  function giveUp(error: unknown): void {
    verified = { state: 'down', note: 'Slack不接受所配令牌' };
    log('slack refuses', { error: error instanceof Error ? error.message : String(error) });
  }

  return {
    channel: 'slack',
    route: ways.route,
    start: () => begin(0),
    state: () => (verified.state === 'ok' ? (ways.connection?.state() ?? verified) : verified),
    async stop() {
      stopped = true;
      clearTimeout(again);
      await Promise.allSettled(inHand);
      await ways.connection?.stop();
    },
  };
}

function createApp(receiver: Receiver, options: SlackListenerOptions): App {
  const app = new App({
    receiver,
    // Without this Bolt asks Slack who we are at every event.
    authorize: async () => ({ botToken: options.token }),
    clientOptions: clientOptions(options),
    logger: quietLogger(options.log),
    convoStore: false,
    ignoreSelf: false,
  });
  // A failed commit must not be answered with yes.
  app.error(async (error) => {
    throw error;
  });
  return app;
}

interface Ears {
  receive: Inbox['receive'];
  team: () => string | null;
  realNow: () => Date;
  log: Log;
}

function listenTo(app: App, client: WebClient, { receive, team, realNow, log }: Ears): void {
  const heard = (): Heard => ({ team: ours(), receivedAt: realNow().toISOString() });
  const ours = (): string => {
    const known = team();
    if (known === null) throw new Error('the workspace is not known yet');
    return known;
  };

  async function take(decoded: Decoded): Promise<void> {
    if (decoded.kind === 'message') await receive(decoded.message);
    else if (decoded.kind === 'elsewhere') {
      const { channel, user } = decoded;
      // Not waited for: Slack wants its yes within three seconds.
      void client.chat
        .postEphemeral({ channel, user, text: NOT_HERE })
        .catch((error: unknown) => log('slack: the sentence was not shown', { error: String(error) }));
    } else log('slack: passed over', { why: decoded.why });
  }

  app.use(async ({ body, next, ...rest }) => {
    const foreign = foreignTeam(body, ours());
    if (foreign === null) return next();
    log('slack: refused, not of this workspace', { team: foreign });
    // Said yes to, so that it doesn't come again.
    if ('ack' in rest && typeof rest.ack === 'function') await rest.ack();
  });
  app.event('message', ({ event }) => take(decodeMessage(event, heard())));
  app.event('app_mention', ({ event }) => take(decodeMention(event)));
  app.action(/^/, async ({ body, ack }) => {
    await take(decodeButton(body, heard()));
    await ack();
  });
  app.view(/^/, async ({ body, ack }) => {
    await take(decodeForm(body, heard()));
    await ack();
  });
  app.command('/duban', async ({ body, ack }) => {
    await take(decodeCommand(body, heard()));
    await ack();
  });
}
