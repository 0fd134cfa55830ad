import { App, type Receiver } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Inbox } from '../inbox.ts';
import { clientOptions, type SlackApi } from './api-client.ts';
import { decodeCommand } from './decode-command.ts';
import { decodeMention, decodeMessage } from './decode-message.ts';
import type { Decoded, Heard } from './decoded.ts';
import { addFront, type FrontDeps } from './front-handlers.ts';
import { quietLogger, type Log } from './quiet-logger.ts';
import { foreignTeam } from './team-of.ts';

const NOT_HERE = '请在与本机器人的私聊中填报,此处的内容不予登记。';
const NOT_OURS = '本机器人只服务于其所属的工作区,未予受理。请联系办公室。';

export interface BoltAppOptions extends SlackApi, Pick<FrontDeps, 'homes' | 'front'> {
  receiver: Receiver;
  client: WebClient;
  receive: Inbox['receive'];
  /** The workspace, once it is known. */
  team: () => string | null;
  realNow: () => Date;
  log: Log;
}

/** Bolt, with a handler for everything that the manifest asks for: decode, commit, then say yes. */
export function createBoltApp(options: BoltAppOptions): App {
  const { receive, client, homes, front, team, realNow, log } = options;
  const app = new App({
    receiver: options.receiver,
    // Without this Bolt asks Slack who we are at every event.
    authorize: async () => ({ botToken: options.token }),
    clientOptions: clientOptions(options),
    logger: quietLogger(log),
    convoStore: false,
    ignoreSelf: false,
  });
  // A failed commit must not be answered with yes.
  app.error(async (error) => {
    throw error;
  });

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

  app.use(async ({ body, next, payload, ...rest }) => {
    const foreign = foreignTeam(body, ours());
    if (foreign === null) return next();
    log('slack: refused, not of this workspace', { team: foreign });
    // Said yes to, so that it doesn't come again; a command can be answered, which only its author sees.
    if (!('ack' in rest) || typeof rest.ack !== 'function') return;
    const ack = rest.ack as (said?: object) => Promise<void>;
    await ('command' in payload ? ack({ response_type: 'ephemeral', text: NOT_OURS }) : ack());
  });
  app.event('message', ({ event }) => take(decodeMessage(event, heard())));
  app.event('app_mention', ({ event }) => take(decodeMention(event)));
  app.command('/duban', async ({ body, ack }) => {
    await take(decodeCommand(body, heard()));
    await ack();
  });
  addFront(app, {
    api: options,
    client,
    receive,
    take,
    heard,
    log,
    ...(homes ? { homes } : {}),
    ...(front ? { front } : {}),
  });
  return app;
}
