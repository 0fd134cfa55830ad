import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { vi } from 'vitest';
import type { Inbox } from '../../bot/inbox.ts';
import type { ChatListener } from '../../bot/listener.ts';
import { createScriptedPort } from '../../bot/scripted/adapter.ts';
import { createSlackListener } from '../../bot/slack/listener.ts';
import { createSlackPort } from '../../bot/slack/port.ts';
import { createTelegramListener } from '../../bot/telegram/listener.ts';
import { createTelegramPort } from '../../bot/telegram/port.ts';
import { createWebPort } from '../../bot/web-inbox/adapter.ts';
import type { Address, ChatPort } from '../../domain/chat/port.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import type { PlanClock } from '../../prisma/clock.ts';
import { startFakeSlack } from '../fakes/slack/server.ts';
import { startFakeTelegram } from '../fakes/telegram/server.ts';
import type { Hands } from './chat-people.ts';
import { slackHands, telegramHands } from './hands.ts';
import { formScripts, typedScripts } from './typed-scripts.ts';

const SIGNING_SECRET = 'a-signing-secret-for-tests';
const WEBHOOK_SECRET = 'a-webhook-secret-for-tests';
/** Longer than any answer of a fake on a busy machine: an answer is lost where a fault says so, and nowhere else. */
const TIMEOUT_MS = 30_000;
/**
 * Every so many messages to one person their provider is at its limit, or takes one and loses the answer. Counted
 * by person, since who comes first among many is another one in each run.
 */
const BUSY_EVERY = 31;
const UNSURE_EVERY = 67;

export interface ChatWorldOptions {
  slack: 'http' | 'socket';
  telegram: 'webhook' | 'polling';
}

export interface ChatWorld {
  ports(prisma: PrismaClient): ChatPort[];
  /** Where this person is reached, the preferred one last; every ninth one's Telegram is dead. */
  addresses(personId: string, index: number): Address[];
  listen(deps: { inbox: Inbox; prisma: PrismaClient; clock: PlanClock }): Promise<void>;
  hands: { slack: Hands; telegram: Hands };
  /** Inbox row → the script's key of its words. */
  planned: Map<string, string>;
  /** How often each delivery was taken, by its id; buttons tell it on Telegram. */
  slackLedger(): string[];
  telegramLedger(): string[][];
  stop(): Promise<void>;
}

/** Where the counting begins, so that not everybody's first fault is on the same message. */
const firstOf = ({ externalId }: Address): number => Number(/\d*$/.exec(externalId)?.[0].slice(-3)) * 5;

/** Slack and Telegram as fakes on the wire, with the real adapters in front, and people who answer by script. */
export async function openChatWorld(ways: ChatWorldOptions): Promise<ChatWorld> {
  const slack = await startFakeSlack({ ackWithinMs: () => 5_000 });
  const telegram = await startFakeTelegram();
  const people = new Map<string, string>();
  const planned = new Map<string, string>();
  const chats = new Map<string, number>();
  const listeners: ChatListener[] = [];
  const app = new Hono();
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }) as Server;
  await vi.waitUntil(() => server.listening);
  const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sent = new Map<string, number>();

  /** Faults in turn; then whoever got the message answers it by script. */
  function answering(
    port: ChatPort,
    script: ChatPort,
    fail: (externalId: string, how: 'busy' | 'unsure') => void,
  ): ChatPort {
    return {
      ...port,
      // The limits have tests of their own; here the years would take as long as the limits say.
      rates: () => [],
      async send(address, message) {
        const nth = (sent.get(address.externalId) ?? firstOf(address)) + 1;
        sent.set(address.externalId, nth);
        if (nth % BUSY_EVERY === 0) fail(address.externalId, 'busy');
        else if (nth % UNSURE_EVERY === 0) fail(address.externalId, 'unsure');
        const result = await port.send(address, message);
        // Taken though the answer was lost: the person has it.
        if (result.kind === 'sent' || result.kind === 'ambiguous')
          await script.send(
            { channel: 'scripted', team: '', externalId: people.get(address.externalId) ?? '' },
            message,
          );
        return result;
      },
    };
  }

  return {
    ports(prisma) {
      const answersBy = (scripts: typeof typedScripts): ChatPort =>
        createScriptedPort({ prisma, ...scripts, plannedAs: ({ id }) => planned.get(id) ?? '' });
      const script = answersBy(typedScripts);
      const { apiUrl, workspace } = slack;
      return [
        answering(createWebPort(), answersBy(formScripts), () => {}),
        script,
        answering(createSlackPort({ token: workspace.token, apiUrl, timeoutMs: TIMEOUT_MS }), script, (user, how) =>
          slack.faults.inject({
            method: 'chat.postMessage',
            channel: workspace.users.get(user)?.dm ?? '',
            mode: how === 'busy' ? { kind: 'rate-limited', retryAfterSeconds: 1 } : { kind: 'truncated' },
          }),
        ),
        answering(
          createTelegramPort({ token: telegram.token, apiRoot: telegram.apiRoot, timeoutMs: TIMEOUT_MS }),
          script,
          (chat, how) =>
            telegram.failNext(how === 'busy' ? { kind: 'busy', retryAfter: 1 } : { kind: 'reset-after-accept' }, {
              method: 'sendMessage',
              chat: Number(chat),
            }),
        ),
      ];
    },

    addresses(personId, index) {
      const user = `U0P${String(index).padStart(6, '0')}`;
      const chat = 810_000_000 + index;
      people.set(user, personId);
      people.set(String(chat), personId);
      people.set(personId, personId);
      chats.set(personId, chat);
      const onSlack: Address = { channel: 'slack', team: slack.workspace.team, externalId: user };
      const onTelegram: Address = { channel: 'telegram', team: '', externalId: String(chat) };
      const onWeb: Address = { channel: 'web', team: '', externalId: personId };
      slack.workspace.addUser(user, personId);
      telegram.people.person(chat);
      if (index % 9 === 4) {
        telegram.people.block(chat);
        return [index % 2 === 0 ? onSlack : onWeb, onTelegram];
      }
      return [[onTelegram, onWeb, onSlack][index % 3] ?? onWeb];
    },

    async listen({ inbox, prisma, clock }) {
      const log = (): void => undefined;
      const realNow = (): Date => new Date();
      const { workspace, apiUrl } = slack;
      listeners.push(
        createSlackListener({
          inbox,
          log,
          realNow,
          apiUrl,
          token: workspace.token,
          teamId: workspace.team,
          ...(ways.slack === 'socket' ? { appToken: workspace.appToken } : { signingSecret: SIGNING_SECRET }),
        }),
        createTelegramListener({
          inbox,
          prisma,
          clock,
          log,
          token: telegram.token,
          apiRoot: telegram.apiRoot,
          ...(ways.telegram === 'webhook'
            ? { webhook: { url: `${here}/telegram/five-plans`, secret: WEBHOOK_SECRET } }
            : {}),
        }),
      );
      if (ways.slack === 'http') slack.postTo({ url: `${here}/slack/events`, signingSecret: SIGNING_SECRET });
      for (const { route } of listeners) if (route) app.all(route.path, route.handle);
      for (const listener of listeners) await listener.start();
      await vi.waitUntil(() => listeners.every((listener) => listener.state().state === 'ok'), { timeout: 30_000 });
    },

    planned,
    hands: { slack: slackHands(slack), telegram: telegramHands(telegram, (personId) => chats.get(personId) ?? 0) },
    slackLedger: () =>
      slack.workspace.ledger
        .filter(({ method }) => method === 'chat.postMessage')
        .map(({ metadata }) => String((metadata?.event_payload as { delivery_id?: string } | undefined)?.delivery_id)),
    telegramLedger: () =>
      telegram.ledger
        .filter(({ method }) => method === 'sendMessage')
        .map(({ reply_markup: markup }) =>
          (markup?.inline_keyboard ?? []).flat().flatMap(({ callback_data: data }) => data ?? []),
        ),

    async stop() {
      await Promise.all(listeners.map((listener) => listener.stop()));
      await slack.close();
      await telegram.stop();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
