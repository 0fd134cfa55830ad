import type { SlackFile } from './files.ts';
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

/** A modal that is open, or a home tab, with what was sent in it. */
export interface ShownView {
  type: 'modal' | 'home';
  id: string;
  user: string;
  hash: string;
  blocks: KnownBlock[];
  title: { text: string } | null;
  submit: object | null;
  close: object | null;
  private_metadata: string;
  callback_id: string;
  external_id: string;
  clear_on_close: boolean;
  notify_on_close: boolean;
  previous_view_id: string | null;
  root_view_id: string;
  state: { values: object };
  team_id: string;
  app_id: string;
  bot_id: string;
  app_installed_team_id: string;
}

/** Handed out with whatever a person presses; opens one view within three seconds. */
export interface Trigger {
  user: string;
  expiresAt: number;
  used: boolean;
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
  readonly views: Map<string, ShownView>;
  /** Home tabs by person. */
  readonly homes: Map<string, ShownView>;
  readonly files: Map<string, SlackFile>;
  readonly triggers: Map<string, Trigger>;
  /** The fake's own clock; a test moves it by `laterMs`. */
  now(): number;
  laterMs: number;
  newTrigger(user: string): string;
  addFile(user: string, name: string, content: string | Uint8Array, more?: Partial<SlackFile>): SlackFile;
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

/** So long a trigger_id opens a view. */
const TRIGGER_MS = 3_000;

/** What Slack knows of one workspace: people, conversations, messages. */
export function createWorkspace({
  team = 'T0FAKE001',
  token = 'xoxb-fake-token',
  appToken = 'xapp-fake-token',
}: WorkspaceOptions = {}): Workspace {
  let lastMicros = 0;
  let ids = 0;
  const users = new Map<string, SlackUser>();
  const triggers = new Map<string, Trigger>();
  const files = new Map<string, SlackFile>();
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
    views: new Map(),
    homes: new Map(),
    files,
    triggers,
    laterMs: 0,
    now() {
      return Date.now() + this.laterMs;
    },
    newTrigger(user) {
      const trigger = newId('trigger.');
      triggers.set(trigger, { user, expiresAt: this.now() + TRIGGER_MS, used: false });
      return trigger;
    },
    addFile(user, name, content, more = {}) {
      const file = {
        id: newId('F'),
        name,
        mimetype: 'application/octet-stream',
        content: typeof content === 'string' ? new TextEncoder().encode(content) : content,
        user,
        deleted: false,
        external: false,
        url: '',
        redirectTo: null,
        ...more,
      };
      files.set(file.id, file);
      return file;
    },
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
