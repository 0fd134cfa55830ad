import type { KnownBlock, MessageMetadata } from '@slack/types';
import { isTrue, no, parsed, text, yes, type Answer, type Arguments } from './answers.ts';
import { problemOfBlocks } from './check-blocks.ts';
import { VIEW_METHODS } from './views.ts';
import { userOfDm, type SlackMessage, type Workspace } from './workspace.ts';

const TEXT_MAX = 40_000;

/** The Web API's methods that Duban could use, each as Slack answers it. The token is checked before. */
export const METHODS: Record<string, (workspace: Workspace, args: Arguments) => Answer> = {
  'auth.test': ({ team, botUser, botId }) =>
    yes({
      url: 'https://fake.slack.com/',
      team: 'Fake',
      user: 'duban',
      team_id: team,
      user_id: botUser,
      bot_id: botId,
      is_enterprise_install: false,
    }),

  'conversations.open': (workspace, { users }) => {
    const named = text(users).split(',').filter(Boolean);
    if (named.length === 0) return no('users_list_not_supplied');
    const user = workspace.users.get(named[0] ?? '');
    if (!user) return no('user_not_found');
    if (user.deleted) return no('user_disabled');
    return yes({ no_op: true, already_open: true, channel: { id: user.dm } });
  },

  'chat.postMessage': (workspace, args) => {
    const channel = conversation(workspace, text(args['channel']));
    if ('error' in channel) return no(channel.error);
    const content = contentOf(args);
    if ('error' in content) return no(content.error, content.more);
    const threadTs = text(args['thread_ts']) || null;
    if (threadTs !== null && !hasThread(workspace, channel.id, threadTs)) return no('thread_not_found');
    const ts = workspace.newTs();
    const message: SlackMessage = {
      ...content,
      channel: channel.id,
      ts,
      user: workspace.botUser,
      bot: true,
      threadTs,
      edited: null,
    };
    workspace.messages.push(message);
    record(workspace, 'chat.postMessage', message);
    return yes({ channel: channel.id, ts, message: shown(workspace, message, true) });
  },

  'chat.postEphemeral': (workspace, args) => {
    const content = contentOf(args);
    if ('error' in content) return no(content.error, content.more);
    if (!workspace.users.has(text(args['user']))) return no('user_not_in_channel');
    const ts = workspace.newTs();
    workspace.ledger.push({ method: 'chat.postEphemeral', channel: text(args['channel']), ts, ...content });
    return yes({ message_ts: ts });
  },

  'chat.update': (workspace, args) => {
    const channel = conversation(workspace, text(args['channel']));
    if ('error' in channel) return no(channel.error);
    const message = workspace.messages.find((each) => each.channel === channel.id && each.ts === args['ts']);
    if (!message) return no('message_not_found');
    if (!message.bot) return no('cant_update_message');
    const content = contentOf(args);
    if ('error' in content) return no(content.error, content.more);
    Object.assign(message, content, { metadata: content.metadata ?? message.metadata, edited: workspace.newTs() });
    record(workspace, 'chat.update', message);
    return yes({ channel: channel.id, ts: message.ts, text: message.text, message: shown(workspace, message, true) });
  },

  'conversations.history': (workspace, args) => {
    const channel = conversation(workspace, text(args['channel']));
    if ('error' in channel) return no(channel.error);
    const oldest = Number(text(args['oldest']) || 0);
    const limit = Math.min(Number(text(args['limit']) || 100), 999);
    const skip = Number(text(args['cursor']) || 0);
    const found = workspace.messages
      .filter((each) => each.channel === channel.id && each.threadTs === null && Number(each.ts) >= oldest)
      .toReversed();
    const page = found.slice(skip, skip + limit);
    const more = skip + limit < found.length;
    const withMetadata = isTrue(args['include_all_metadata']);
    return yes({
      messages: page.map((each) => shown(workspace, each, withMetadata)),
      has_more: more,
      pin_count: 0,
      response_metadata: { next_cursor: more ? String(skip + limit) : '' },
    });
  },

  'conversations.replies': (workspace, args) => {
    const channel = conversation(workspace, text(args['channel']));
    if ('error' in channel) return no(channel.error);
    const thread = workspace.messages.filter(
      (each) => each.channel === channel.id && (each.ts === args['ts'] || each.threadTs === args['ts']),
    );
    if (thread.length === 0) return no('thread_not_found');
    const oldest = Number(text(args['oldest']) || 0);
    const said = thread.filter(({ ts }) => ts === args['ts'] || Number(ts) >= oldest);
    return yes({
      messages: said.map((each) => shown(workspace, each, isTrue(args['include_all_metadata']))),
      has_more: false,
    });
  },

  ...VIEW_METHODS,

  'users.info': (workspace, { user }) => {
    const found = workspace.users.get(text(user));
    if (!found) return no('user_not_found');
    return yes({
      user: {
        id: found.id,
        team_id: workspace.team,
        name: found.name,
        real_name: found.name,
        deleted: found.deleted,
        is_bot: false,
        profile: { real_name: found.name },
      },
    });
  },
};

function conversation(workspace: Workspace, id: string): { id: string } | { error: string } {
  const user = userOfDm(workspace, id) ?? workspace.users.get(id);
  if (user) return user.deleted ? { error: 'user_disabled' } : { id: user.dm };
  const channel = workspace.channels.get(id);
  if (!channel) return { error: 'channel_not_found' };
  return channel.archived ? { error: 'is_archived' } : { id };
}

/** Only a message that stands in the conversation itself has a thread, not a reply in one. */
const hasThread = ({ messages }: Workspace, channel: string, ts: string): boolean =>
  messages.some((each) => each.channel === channel && each.ts === ts && each.threadTs === null);

type Content = { text: string; blocks: KnownBlock[]; metadata: MessageMetadata | null };

function contentOf(args: Arguments): Content | { error: string; more?: object } {
  const words = text(args['text']);
  const blocks = parsed(args['blocks']);
  const metadata = parsed(args['metadata']);
  if (blocks === undefined) return { error: 'invalid_blocks_format' };
  if (metadata === undefined) return { error: 'invalid_metadata_format' };
  if (words === '' && (!Array.isArray(blocks) || blocks.length === 0)) return { error: 'no_text' };
  if (words.length > TEXT_MAX) return { error: 'msg_too_long' };
  const problem = blocks === null ? null : problemOfBlocks(blocks);
  if (problem !== null)
    return {
      error: 'invalid_blocks',
      more: { errors: [problem], response_metadata: { messages: [`[ERROR] ${problem}`] } },
    };
  return { text: words, blocks: (blocks ?? []) as KnownBlock[], metadata: metadata as MessageMetadata | null };
}

function shown(workspace: Workspace, message: SlackMessage, withMetadata = false): object {
  return {
    type: 'message',
    user: message.user,
    text: message.text,
    ts: message.ts,
    team: workspace.team,
    ...(message.bot ? { bot_id: workspace.botId, app_id: workspace.appId } : {}),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    ...(message.edited ? { edited: { user: message.user, ts: message.edited } } : {}),
    ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
  };
}

const record = (
  { ledger }: Workspace,
  method: string,
  { channel, ts, text: words, blocks, metadata }: SlackMessage,
): void => void ledger.push({ method, channel, ts, text: words, blocks: structuredClone(blocks), metadata });
