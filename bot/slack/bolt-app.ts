import { App, type Receiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import type { Inbox } from '../inbox.ts';
import { clientOptions, type SlackApi } from './api-client.ts';
import { decodeButton } from './decode-button.ts';
import { decodeCommand } from './decode-command.ts';
import { decodeMention, decodeMessage } from './decode-message.ts';
import { addressOf, type Decoded, type Heard } from './decoded.ts';
import { openForm } from './form/open-form.ts';
import { submitForm } from './form/submit-form.ts';
import type { SlackFront } from './front.ts';
import type { Homes } from './home/keep-home.ts';
import { quietLogger, type Log } from './quiet-logger.ts';
import { foreignTeam } from './team-of.ts';

/** A trigger is good for three seconds; as much is left for the press to go on without a form. */
const OPEN_WITHIN_MS = 1_500;

const NOT_HERE = '请在与本机器人的私聊中填报,此处的内容不予登记。';

export interface BoltAppOptions extends SlackApi {
  receiver: Receiver;
  client: WebClient;
  homes?: Pick<Homes, 'opened'>;
  front?: Pick<SlackFront, 'formOf' | 'outcome'>;
  receive: Inbox['receive'];
  /** The workspace, once it is known. */
  team: () => string | null;
  realNow: () => Date;
  log: Log;
}

/** Bolt, with a handler for everything that the manifest asks for: decode, commit, then say yes. */
export function createBoltApp(options: BoltAppOptions): App {
  const { receive, client, front, team, realNow, log } = options;
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

  const quick = new WebClient(options.token, clientOptions({ ...options, timeoutMs: OPEN_WITHIN_MS }));
  const opens = async (body: unknown, pressed: Decoded): Promise<boolean> => {
    if (!front || pressed.kind !== 'message') return false;
    const { address, payload } = pressed.message;
    return openForm({ client: quick, formOf: front.formOf, log }, body, {
      address,
      buttonId: String(payload['buttonId']),
    });
  };
  const submission = { receive, log, ...(front ? { outcome: front.outcome } : {}) };

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
  app.event('app_home_opened', async ({ event }) => {
    if (event.tab === 'home') options.homes?.opened(addressOf(heard(), event.user));
  });
  app.action(/^/, async ({ body, ack }) => {
    const pressed = decodeButton(body, heard());
    if (!(await opens(body, pressed))) await take(pressed);
    await ack();
  });
  app.view(/^/, async ({ body, ack }) => {
    const said = await submitForm(submission, body, heard());
    await (said ? ack(said) : ack());
  });
  app.command('/duban', async ({ body, ack }) => {
    await take(decodeCommand(body, heard()));
    await ack();
  });
  return app;
}
