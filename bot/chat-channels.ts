import type { ChatPort } from '../domain/chat/port.ts';
import type { PrismaClient } from '../prisma/client.ts';
import type { PlanClock } from '../prisma/clock.ts';
import type { FileFetcher } from './evidence/file-fetcher.ts';
import type { DeskDeps } from './desk/deps.ts';
import type { Inbox } from './inbox.ts';
import { rememberSlackBot } from './directory/bind-links.ts';
import type { ChatListener } from './listener.ts';
import type { RowDone } from './row-done.ts';
import { createSlackFetcher } from './slack/fetch-file.ts';
import { createSlackFront } from './slack/front.ts';
import { createSlackListener } from './slack/listener.ts';
import { createSlackPort } from './slack/port.ts';
import { createTelegramFetcher } from './telegram/fetch-file.ts';
import { createTelegramListener } from './telegram/listener.ts';
import { createTelegramPort } from './telegram/port.ts';

/** The chat providers that this installation is connected to. */
export interface ChatSettings {
  slack: {
    token: string;
    apiUrl?: string;
    teamId?: string;
    /** Socket Mode where there is an app token, else signed posts. */
    way: { appToken: string } | { signingSecret: string };
  } | null;
  telegram: {
    token: string;
    apiRoot?: string;
    /** Absent: updates are polled for. */
    webhook?: { url: string; secret: string };
  } | null;
}

export type Log = (message: string, fields: Record<string, unknown>) => void;

/** What sends through them; the worker and the bot have one each. */
export function chatPorts({ slack, telegram }: ChatSettings, log: Log): ChatPort[] {
  return [
    ...(slack ? [createSlackPort({ token: slack.token, log, ...(slack.apiUrl ? { apiUrl: slack.apiUrl } : {}) })] : []),
    ...(telegram ? [createTelegramPort(telegram)] : []),
  ];
}

/** What brings the files that came through them; a channel without one keeps its files where they are. */
export function chatFetchers({ slack, telegram }: ChatSettings): FileFetcher[] {
  return [
    ...(slack ? [createSlackFetcher({ token: slack.token, ...(slack.apiUrl ? { apiUrl: slack.apiUrl } : {}) })] : []),
    ...(telegram ? [createTelegramFetcher(telegram)] : []),
  ];
}

export interface ListenerDeps {
  inbox: Inbox;
  prisma: PrismaClient;
  clock: PlanClock;
  log: Log;
  realNow: () => Date;
  desk: DeskDeps;
  rowDone: RowDone;
}

/** What hears them; the bot's alone. */
export function chatListeners({ slack, telegram }: ChatSettings, deps: ListenerDeps): ChatListener[] {
  return [
    ...(slack
      ? [
          createSlackListener({
            ...deps,
            known: (bot) => rememberSlackBot(deps.prisma, bot),
            ...slack.way,
            front: createSlackFront(deps.desk),
            token: slack.token,
            ...(slack.apiUrl ? { apiUrl: slack.apiUrl } : {}),
            ...(slack.teamId ? { teamId: slack.teamId } : {}),
          }),
        ]
      : []),
    ...(telegram ? [createTelegramListener({ ...deps, ...telegram })] : []),
  ];
}
