import type { ActionsBlock, Button, KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { buttonBody, commandBody, eventBody } from '../slack/bodies.ts';
import type { Delivered, Envelope } from '../slack/envelope.ts';
import type { Workspace } from '../slack/workspace.ts';
import type { EmulatedPerson } from './person.ts';

export interface SlackPersonOptions {
  name: string;
  /** With the person's own token: they type as themselves. */
  client: WebClient;
  workspace: Workspace;
  deliver: (envelope: Envelope) => Promise<Delivered>;
}

/** A person of the emulated workspace: their words are stored there, and told to the app as Slack tells it. */
export async function slackPerson({ name, client, workspace, deliver }: SlackPersonOptions): Promise<EmulatedPerson> {
  const { user_id: id = '' } = await client.auth.test();
  const { channel } = await client.conversations.open({ users: workspace.botUser });
  const dm = channel?.id ?? '';
  const home = { team: workspace.team };
  const user = { id, name, deleted: false, dm };

  const told = async (envelope: Envelope): Promise<void> => {
    const { status } = await deliver(envelope);
    if (status !== 200) throw new Error(`the app answered ${status} to ${envelope.type}`);
  };
  /** Newest first, as Slack has it. */
  const history = async () =>
    ((await client.conversations.history({ channel: dm, limit: 200 })).messages ?? []).filter(
      ({ user: author }) => author === workspace.botUser,
    );

  return {
    async type(text) {
      if (text.startsWith('/duban'))
        return told({
          type: 'slash_commands',
          body: commandBody(workspace, { user, channel: dm, text: text.replace(/^\/duban\s*/, '') }, home),
        });
      const { message } = await client.chat.postMessage({ channel: dm, text });
      const event = { ...message, type: 'message', channel: dm, channel_type: 'im', event_ts: message?.ts };
      return told({ type: 'events_api', body: eventBody(workspace, event, home) });
    },
    async press(label) {
      for (const { ts = '', text = '', blocks = [] } of await history()) {
        const button = buttonsOf(blocks as KnownBlock[]).find((each) => each.text.text === label);
        if (!button) continue;
        const { action_id: actionId = '', value = '' } = button;
        const message = { ts, text, channel: dm, user: workspace.botUser, blocks: blocks as KnownBlock[] };
        const shown = { ...message, bot: true, metadata: null, threadTs: null, edited: null };
        return told({
          type: 'interactive',
          body: buttonBody(workspace, { user, message: shown, actionId, value }, home),
        });
      }
      throw new Error(`no message has a button 〔${label}〕`);
    },
    messages: async () =>
      (await history()).toReversed().map(({ ts = '', text = '', blocks = [], edited }) => ({
        id: ts,
        text,
        buttons: buttonsOf(blocks as KnownBlock[]).map((button) => button.text.text),
        changed: edited !== undefined,
      })),
  };
}

const buttonsOf = (blocks: KnownBlock[]): Button[] =>
  blocks
    .filter((block): block is ActionsBlock => block.type === 'actions')
    .flatMap(({ elements }) => elements.filter((element): element is Button => element.type === 'button'));
