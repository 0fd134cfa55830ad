import type { Origin } from './bodies.ts';
import type { ShownView, SlackMessage, SlackUser, Workspace } from './workspace.ts';

/** What every interaction says of where it comes from. */
function common(workspace: Workspace, user: SlackUser, { team, enterpriseInstall = false }: Origin) {
  return {
    user: { id: user.id, username: user.name, name: user.name, team_id: team },
    api_app_id: workspace.appId,
    token: 'fake-verification-token',
    trigger_id: workspace.newTrigger(user.id),
    team: { id: team, domain: 'fake' },
    enterprise: null,
    is_enterprise_install: enterpriseInstall,
  };
}

/** One element of a view, as its state and its actions name it. */
export interface Acted {
  blockId: string;
  action: { type: string; action_id: string } & Record<string, unknown>;
}

export const viewActionBody = (
  workspace: Workspace,
  { user, view, acted: { blockId, action } }: { user: SlackUser; view: ShownView; acted: Acted },
  origin: Origin,
): Record<string, unknown> => ({
  ...common(workspace, user, origin),
  type: 'block_actions',
  container: { type: 'view', view_id: view.id },
  view: { ...view, state: { values: {} } },
  actions: [{ ...action, block_id: blockId, action_ts: workspace.newTs() }],
});

export const submissionBody = (
  workspace: Workspace,
  { user, view, values }: { user: SlackUser; view: ShownView; values: Record<string, unknown> },
  origin: Origin,
): Record<string, unknown> => ({
  ...common(workspace, user, origin),
  type: 'view_submission',
  response_urls: [],
  view: { ...view, state: { values } },
});

export const suggestionBody = (
  workspace: Workspace,
  {
    user,
    view,
    actionId,
    blockId,
    value,
  }: { user: SlackUser; view: ShownView; actionId: string; blockId: string; value: string },
  origin: Origin,
): Record<string, unknown> => {
  const { trigger_id: _, ...rest } = common(workspace, user, origin);
  return {
    ...rest,
    type: 'block_suggestion',
    action_id: actionId,
    block_id: blockId,
    value,
    container: { type: 'view', view_id: view.id },
    view,
  };
};

export const shortcutBody = (
  workspace: Workspace,
  { user, callbackId }: { user: SlackUser; callbackId: string },
  origin: Origin,
): Record<string, unknown> => ({
  ...common(workspace, user, origin),
  type: 'shortcut',
  action_ts: workspace.newTs(),
  callback_id: callbackId,
});

export const messageActionBody = (
  workspace: Workspace,
  { user, message, callbackId }: { user: SlackUser; message: SlackMessage; callbackId: string },
  origin: Origin,
): Record<string, unknown> => ({
  ...common(workspace, user, origin),
  type: 'message_action',
  action_ts: workspace.newTs(),
  callback_id: callbackId,
  message_ts: message.ts,
  channel: { id: message.channel, name: 'general' },
  response_url: 'https://hooks.slack.invalid/app/fake',
  message: {
    type: 'message',
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: origin.team,
    ...(message.bot ? { bot_id: workspace.botId } : {}),
    ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
  },
});

export const homeOpenedEvent = (workspace: Workspace, user: SlackUser, tab: 'home' | 'messages') => ({
  type: 'app_home_opened',
  user: user.id,
  channel: user.dm,
  tab,
  event_ts: workspace.newTs(),
  ...(tab === 'home' && workspace.homes.has(user.id) ? { view: workspace.homes.get(user.id) } : {}),
});
