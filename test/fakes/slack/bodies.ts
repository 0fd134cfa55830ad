import type { AppMentionEvent, GenericMessageEvent, MessageChangedEvent } from '@slack/types';
import type { SlackFile } from './files.ts';
import type { SlackMessage, SlackUser, Workspace } from './workspace.ts';

/** Where a body says that it comes from; another team's for attacks. */
export interface Origin {
  team: string;
  enterpriseInstall?: boolean;
}

export const messageEvent = (message: SlackMessage, { team }: Origin): GenericMessageEvent => ({
  type: 'message',
  subtype: undefined,
  client_msg_id: `client-${message.ts}`,
  user: message.user,
  text: message.text,
  ts: message.ts,
  team,
  channel: message.channel,
  channel_type: 'im',
  event_ts: message.ts,
  ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
});

/** A message with files, in which Slack tells each file's addresses too. */
export const fileEvent = (message: SlackMessage, files: SlackFile[], origin: Origin): Record<string, unknown> => ({
  ...messageEvent(message, origin),
  subtype: 'file_share',
  upload: false,
  files: files.map(({ id, name, mimetype, content, user }) => ({
    id,
    name,
    title: name,
    mimetype,
    size: content.byteLength,
    user,
    mode: 'hosted',
    url_private: `https://files.slack.invalid/files-pri/${id}/${name}`,
    url_private_download: `https://files.slack.invalid/files-pri/${id}/download/${name}`,
    permalink: `https://fake.slack.invalid/files/${user}/${id}/${name}`,
  })),
});

/** Inside a change Slack leaves out channel and channel_type of the two messages. */
export function changedEvent(workspace: Workspace, message: SlackMessage, before: string): MessageChangedEvent {
  const inner = (text: string, edited: string | null): MessageChangedEvent['message'] =>
    ({
      type: 'message',
      user: message.user,
      text,
      ts: message.ts,
      ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
      team: workspace.team,
      ...(edited ? { edited: { user: message.user, ts: edited } } : {}),
    }) as unknown as MessageChangedEvent['message'];
  return {
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    channel: message.channel,
    channel_type: 'im',
    ts: workspace.newTs(),
    event_ts: workspace.newTs(),
    message: inner(message.text, message.edited),
    previous_message: inner(before, null),
  };
}

export const mentionEvent = (channel: string, user: string, text: string, ts: string): AppMentionEvent =>
  ({ type: 'app_mention', user, text, ts, channel, event_ts: ts }) as AppMentionEvent;

export function eventBody(
  workspace: Workspace,
  event: object,
  { team, enterpriseInstall = false }: Origin,
): Record<string, unknown> {
  return {
    token: 'fake-verification-token',
    team_id: team,
    context_team_id: team,
    context_enterprise_id: null,
    api_app_id: workspace.appId,
    event,
    type: 'event_callback',
    event_id: workspace.newId('Ev'),
    event_time: Math.floor(Date.now() / 1_000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: team,
        user_id: workspace.botUser,
        is_bot: true,
        is_enterprise_install: enterpriseInstall,
      },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${workspace.newId('ctx')}`,
  };
}

export const buttonBody = (
  workspace: Workspace,
  { user, message, actionId, value }: { user: SlackUser; message: SlackMessage; actionId: string; value: string },
  { team, enterpriseInstall = false }: Origin,
): Record<string, unknown> => ({
  type: 'block_actions',
  user: { id: user.id, username: user.name, name: user.name, team_id: team },
  api_app_id: workspace.appId,
  token: 'fake-verification-token',
  container: {
    type: 'message',
    message_ts: message.ts,
    channel_id: message.channel,
    is_ephemeral: false,
    ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
  },
  trigger_id: workspace.newTrigger(user.id),
  team: { id: team, domain: 'fake' },
  enterprise: null,
  is_enterprise_install: enterpriseInstall,
  channel: { id: message.channel, name: 'directmessage' },
  message: {
    type: 'message',
    ts: message.ts,
    user: message.user,
    text: message.text,
    blocks: message.blocks,
    ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
  },
  state: { values: {} },
  response_url: 'https://hooks.slack.invalid/actions/fake',
  actions: [
    {
      action_id: actionId,
      block_id: 'b1',
      text: { type: 'plain_text', text: '', emoji: false },
      value,
      type: 'button',
      action_ts: workspace.newTs(),
    },
  ],
});

export const viewBody = (
  workspace: Workspace,
  { user, view }: { user: SlackUser; view: { private_metadata: string; values: Record<string, unknown> } },
  { team, enterpriseInstall = false }: Origin,
): Record<string, unknown> => ({
  type: 'view_submission',
  team: { id: team, domain: 'fake' },
  user: { id: user.id, username: user.name, name: user.name, team_id: team },
  api_app_id: workspace.appId,
  token: 'fake-verification-token',
  trigger_id: workspace.newTrigger(user.id),
  is_enterprise_install: enterpriseInstall,
  enterprise: null,
  response_urls: [],
  view: {
    id: workspace.newId('V'),
    team_id: team,
    type: 'modal',
    callback_id: 'form',
    private_metadata: view.private_metadata,
    state: { values: view.values },
    blocks: [],
    app_id: workspace.appId,
    bot_id: workspace.botId,
    app_installed_team_id: team,
  },
});

export const commandBody = (
  workspace: Workspace,
  { user, channel, text }: { user: SlackUser; channel: string; text: string },
  { team, enterpriseInstall = false }: Origin,
): Record<string, string> => ({
  token: 'fake-verification-token',
  team_id: team,
  team_domain: 'fake',
  channel_id: channel,
  channel_name: 'directmessage',
  user_id: user.id,
  user_name: user.name,
  command: '/duban',
  text,
  api_app_id: workspace.appId,
  is_enterprise_install: String(enterpriseInstall),
  response_url: 'https://hooks.slack.invalid/commands/fake',
  trigger_id: workspace.newTrigger(user.id),
});
