import type { KnownBlock, MessageMetadata } from '@slack/types';

export interface SlackUser {
  id: string;
  name: string;
  deleted: boolean;
  /** Their conversation with the bot. */
  dm: string;
}

export interface SlackMessage {
  channel: string;
  ts: string;
  /** The bot's id, or the person's. */
  user: string;
  bot: boolean;
  text: string;
  blocks: KnownBlock[];
  metadata: MessageMetadata | null;
  threadTs: string | null;
  edited: string | null;
}

/** One thing that the fake accepted; never changed, never removed. */
export interface LedgerEntry {
  method: string;
  channel: string;
  ts: string;
  text: string;
  blocks: KnownBlock[];
  metadata: MessageMetadata | null;
}

export interface Workspace {
  readonly team: string;
  readonly botUser: string;
  readonly botId: string;
  readonly appId: string;
  readonly token: string;
  readonly appToken: string;
  /** Set: every call with a token gets this error. */
  tokenError: string | null;
  readonly users: Map<string, SlackUser>;
  /** Conversations besides the DMs; archived where true. */
  readonly channels: Map<string, { archived: boolean }>;
  readonly messages: SlackMessage[];
  readonly ledger: LedgerEntry[];
  addUser(id: string, name?: string): SlackUser;
  /** Unique and rising, as Slack's. */
  newTs(): string;
  newId(prefix: string): string;
}

export interface WorkspaceOptions {
  team?: string;
  token?: string;
  appToken?: string;
}

/** What Slack knows of one workspace: people, conversations, messages. */
export function createWorkspace({
  team = 'T0FAKE001',
  token = 'xoxb-fake-token',
  appToken = 'xapp-fake-token',
}: WorkspaceOptions = {}): Workspace {
  let lastMicros = 0;
  let ids = 0;
  const users = new Map<string, SlackUser>();
  const newId = (prefix: string): string => `${prefix}${String((ids += 1)).padStart(8, '0')}`;
  return {
    team,
    token,
    appToken,
    botUser: 'U0BOT0001',
    botId: 'B0BOT0001',
    appId: 'A0APP0001',
    tokenError: null,
    users,
    channels: new Map(),
    messages: [],
    ledger: [],
    newId,
    newTs() {
      lastMicros = Math.max(lastMicros + 1, Date.now() * 1_000);
      return `${Math.floor(lastMicros / 1_000_000)}.${String(lastMicros % 1_000_000).padStart(6, '0')}`;
    },
    addUser(id, name = id) {
      const user = { id, name, deleted: false, dm: newId('D') };
      users.set(id, user);
      return user;
    },
  };
}

export const userOfDm = ({ users }: Workspace, channel: string): SlackUser | undefined =>
  [...users.values()].find(({ dm }) => dm === channel);
