import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Update } from 'node-telegram-bot-api';
import { vi } from 'vitest';
import { createTelegramListener } from '../../../bot/telegram/listener.ts';
import { createTelegramPort } from '../../../bot/telegram/port.ts';
import type { Timing } from '../../../bot/telegram/way-in.ts';
import type { ChatListener } from '../../../bot/listener.ts';
import { startFakeTelegram, type FakeTelegram } from '../../fakes/telegram/server.ts';
import type { Fault } from '../../fakes/telegram/types.ts';
import { postRaw, SECRET_HEADER } from '../../fakes/telegram/webhook-post.ts';
import type { World } from '../bot/world.ts';
import type { Heard, PortUnderTest, Refusal, Wire } from '../wire.ts';

export const SECRET = 'a-secret-of-the-contract-suite';
/** Waits that a test can see the end of. */
export const QUICK: Partial<Timing> = {
  greetMs: 300,
  againMs: 20,
  againMaxMs: 40,
  leaseMs: 1_500,
  pollSeconds: 20,
  watchMs: 60_000,
};
/** A private chat's id for each person of the world. */
export const CHATS: Record<string, number> = { 'person-unit-a': 810_000_001, 'person-unit-b': 810_000_002 };

const FAULTS: Record<Refusal, Fault> = {
  gone: { kind: 'refuse', code: 403, description: 'Forbidden: bot was blocked by the user' },
  revoked: { kind: 'refuse', code: 401, description: 'Unauthorized' },
  busy: { kind: 'busy', retryAfter: 30 },
  broken: { kind: 'html' },
  unsure: { kind: 'hang-after-accept' },
};

export interface Reached {
  listener: ChatListener;
  close(): Promise<void>;
}

/** A listener behind a server of its own where it needs one, as bot/main has it. */
export async function listenTo(fake: FakeTelegram, world: World, way: 'webhook' | 'polling'): Promise<Reached> {
  const app = new Hono();
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }) as Server;
  await vi.waitUntil(() => server.listening);
  const { port } = server.address() as AddressInfo;
  const listener = createTelegramListener({
    token: fake.token,
    apiRoot: fake.apiRoot,
    inbox: world.inbox,
    prisma: world.prisma,
    clock: { now: async () => world.clock.now, offsetMs: async () => 0 },
    log: () => undefined,
    timing: QUICK,
    ...(way === 'webhook' ? { webhook: { url: `http://127.0.0.1:${port}/telegram/contract`, secret: SECRET } } : {}),
  });
  const { route } = listener;
  if (route) app.all(route.path, route.handle);
  await listener.start();
  await vi.waitUntil(() => listener.state().state === 'ok');
  return {
    listener,
    async close() {
      await listener.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Telegram as the contract meets it, by one of its two ways in. */
export function telegramBy(way: 'webhook' | 'polling'): PortUnderTest {
  let fake: FakeTelegram;
  return {
    name: `telegram by ${way}`,
    channel: 'telegram',
    takesPosts: way === 'webhook',
    externalId: (personId) => String(CHATS[personId]),
    async ports() {
      fake = await startFakeTelegram();
      for (const id of Object.values(CHATS)) fake.people.person(id);
      const port = createTelegramPort({ token: fake.token, apiRoot: fake.apiRoot, timeoutMs: 400 });
      // Telegram's second between two messages is waited out in real time; the suite has a hundred of them.
      return [{ ...port, rates: () => [] }];
    },
    open: async (world) => wireOf(fake, await listenTo(fake, world, way), way),
  };
}

function wireOf(fake: FakeTelegram, reached: Reached, way: 'webhook' | 'polling'): Wire {
  const { people } = fake;
  const typed = new Map<string, number>();
  let last: Update | null = null;
  const chat = (personId: string): number => CHATS[personId] ?? 0;
  const hand = async (update: Update): Promise<Heard> => {
    last = update;
    return (await fake.push(update)) ? 'yes' : 'no';
  };
  const type = (personId: string, update: Update): Promise<Heard> => {
    if ('message' in update) typed.set(personId, update.message.message_id);
    return hand(update);
  };
  const again = async (update: Update): Promise<Heard> => ((await fake.updates.again(update)) ? 'yes' : 'no');
  const stranger = (headers: Record<string, string>) => (personId: string, text: string) =>
    postRaw(fake.updates.webhook?.url ?? '', JSON.stringify(people.text(chat(personId), text)), headers);

  return {
    type: (personId, text) => type(personId, people.text(chat(personId), text)),
    async press(personId, buttonId) {
      const card = fake
        .ofBot()
        .find(({ reply_markup: markup }) =>
          markup?.inline_keyboard.flat().some(({ callback_data: data }) => data === buttonId),
        );
      // A card that is closed has no button any more; whoever had it open presses all the same.
      const shown =
        card?.chat.id === chat(personId) ? card : fake.ofBot().findLast((one) => one.chat.id === chat(personId));
      const update = people.press(chat(personId), shown?.message_id ?? 0, buttonId);
      const heard = await hand(update);
      // The suite presses anew; Telegram would also bring the old press again, which the suite counts elsewhere.
      if (heard === 'no') fake.updates.forget(update.update_id);
      return heard;
    },
    edit: (personId, text) => hand(people.edit(chat(personId), typed.get(personId) ?? 0, text)),
    replyTo: (personId, ref, text) =>
      type(personId, people.text(chat(personId), text, { replyTo: Number(ref['messageId']) })),
    redeliverLast: () => again(last as Update),
    redeliverUnderNewId: () => fake.push(people.renumber(last as Update)).then((heard) => (heard ? 'yes' : 'no')),
    ...(way === 'webhook'
      ? {
          attacks: {
            wrongSecret: stranger({ [SECRET_HEADER]: 'another-secret-of-somebody' }),
            noSecret: stranger({}),
            tooLarge: (personId: string) => stranger({ [SECRET_HEADER]: SECRET })(personId, '大'.repeat(400_000)),
          },
        }
      : {}),
    refuseNext: (personId, how) => fake.failNext(FAULTS[how], { method: 'sendMessage', chat: chat(personId) }),
    shown: () =>
      fake.ofBot().map(({ chat: { id }, message_id: messageId, text = '', reply_markup: markup }) => ({
        ref: { chat: String(id), messageId },
        text,
        buttonIds: (markup?.inline_keyboard ?? []).flat().map(({ callback_data: data }) => data ?? ''),
      })),
    textMax: 4_096,
    async close() {
      await reached.close();
      await fake.stop();
    },
  };
}
