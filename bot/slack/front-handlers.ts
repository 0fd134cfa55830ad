import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Inbox } from '../inbox.ts';
import { createApiClient, type SlackApi } from './api-client.ts';
import { decodeButton } from './decode-button.ts';
import { addressOf, type Decoded, type Heard } from './decoded.ts';
import { openForm } from './form/open-form.ts';
import { submitForm } from './form/submit-form.ts';
import type { SlackFront } from './front.ts';
import type { Homes } from './home/keep-home.ts';
import type { Log } from './quiet-logger.ts';
import { sayTo } from './say.ts';
import { registerMessage } from './shortcuts/register-message.ts';
import { answeredInChat, optionsOf, taskMenu } from './shortcuts/task-menu.ts';

export interface FrontDeps {
  api: SlackApi;
  client: WebClient;
  homes?: Pick<Homes, 'opened'>;
  /** Absent: presses and submissions alone are taken in. */
  front?: Omit<SlackFront, 'home'>;
  receive: Inbox['receive'];
  take: (decoded: Decoded) => Promise<void>;
  heard: () => Heard;
  log: Log;
}

/** A trigger is good for three seconds; as much is left for the press to go on without a form. */
const OPEN_WITHIN_MS = 1_500;

/** Home tab, buttons, forms, menus and shortcuts. */
export function addFront(app: App, { api, client, homes, front, receive, take, heard, log }: FrontDeps): void {
  const quick = createApiClient({ ...api, timeoutMs: OPEN_WITHIN_MS });
  const say = sayTo(client, log);

  const opens = async (body: unknown, pressed: Decoded): Promise<boolean> => {
    if (!front || pressed.kind !== 'message') return false;
    const { address, payload } = pressed.message;
    const button = { address, buttonId: String(payload['buttonId']) };
    return openForm({ client: quick, formOf: front.formOf, log }, body, button);
  };

  app.event('app_home_opened', async ({ event }) => {
    if (event.tab === 'home') homes?.opened(addressOf(heard(), event.user));
  });
  app.action(/^/, async ({ body, ack }) => {
    const pressed = decodeButton(body, heard());
    if (!(await opens(body, pressed))) {
      await take(pressed);
      // A task that was chosen in a modal: what it comes to stands in the conversation.
      if ('view' in body && body.view?.type === 'modal' && pressed.kind === 'message')
        quick.views.update({ view_id: body.view.id, view: answeredInChat() }).catch(unseen);
    }
    await ack();
  });
  app.view(/^/, async ({ body, ack }) => {
    const said = await submitForm({ receive, log, ...(front ? { outcome: front.outcome } : {}) }, body, heard());
    await (said ? ack(said) : ack());
  });
  app.options(/^/, async ({ body, ack }) => {
    const address = addressOf(heard(), body.user.id);
    const found = front ? await front.choices(address, body.value).catch(unseen) : null;
    await ack({ options: optionsOf(found ?? []) });
  });
  app.shortcut({ type: 'shortcut', callback_id: 'open_list' }, async ({ shortcut, ack }) => {
    if (front) {
      const view = taskMenu((await front.ownWords(addressOf(heard(), shortcut.user.id)).catch(unseen)) ?? []);
      await quick.views.open({ trigger_id: shortcut.trigger_id, view }).catch(unseen);
    }
    await ack();
  });
  app.shortcut({ type: 'message_action', callback_id: 'register_progress' }, async ({ body, ack }) => {
    if (front) await registerMessage({ receive, say, mayBring: front.mayBring }, body, heard());
    await ack();
  });

  function unseen(error: unknown): null {
    log('slack: a view was not shown', { error: error instanceof Error ? error.message : String(error) });
    return null;
  }
}
