import { vi } from 'vitest';
import type { ChatListener } from '../../../bot/listener.ts';
import { createSlackFront } from '../../../bot/slack/front.ts';
import { createSlackListener } from '../../../bot/slack/listener.ts';
import { createSlackPort } from '../../../bot/slack/port.ts';
import { createTelegramListener } from '../../../bot/telegram/listener.ts';
import { createTelegramPort } from '../../../bot/telegram/port.ts';
import { createWebPort } from '../../../bot/web-inbox/adapter.ts';
import type { ChatPort } from '../../../domain/chat/port.ts';
import { storeCalendar } from '../../../prisma/load-calendar.ts';
import { SEED_CALENDAR } from '../../../seeds/calendar/calendar.ts';
import { startFakeSlack, type FakeSlack } from '../../fakes/slack/server.ts';
import { startFakeTelegram, type FakeTelegram } from '../../fakes/telegram/server.ts';
import { botOf } from '../../workflows/bot-of.ts';
import { startHarness } from '../../workflows/harness.ts';
import type { World } from '../world.ts';

export interface WireWorld extends World {
  slack: FakeSlack;
  telegram: FakeTelegram;
}

/** Limits have tests of their own; here a quarter would take as long as they say. */
const unlimited = (port: ChatPort): ChatPort => ({ ...port, rates: () => [] });

/** The product's own adapters before both providers, on a skipping server: socket and polling. */
export async function openWireWorld(): Promise<WireWorld> {
  const slack = await startFakeSlack();
  const telegram = await startFakeTelegram();
  const { workspace, apiUrl } = slack;
  const { token, apiRoot } = telegram;
  const h = await startHarness({
    ports: () => [
      createWebPort(),
      unlimited(createSlackPort({ token: workspace.token, apiUrl })),
      unlimited(createTelegramPort({ token, apiRoot })),
    ],
  });
  await storeCalendar(h.prisma, SEED_CALENDAR, 'stories');
  const bot = botOf(h, { byDrain: true });
  const common = { inbox: bot.inbox, prisma: h.prisma, clock: h.clock, log: () => {}, realNow: () => new Date() };
  const listeners: ChatListener[] = [
    createSlackListener({
      ...common,
      front: createSlackFront(bot.desk),
      token: workspace.token,
      teamId: workspace.team,
      appToken: workspace.appToken,
      apiUrl,
    }),
    createTelegramListener({ ...common, token, apiRoot }),
  ];
  for (const listener of listeners) await listener.start();
  await vi.waitUntil(() => listeners.every((listener) => listener.state().state === 'ok'), { timeout: 30_000 });
  return {
    h,
    bot,
    played: 0,
    slack,
    telegram,
    async stop() {
      await bot.dispatch.stop();
      await Promise.all(listeners.map((listener) => listener.stop()));
      await slack.close();
      await telegram.stop();
      await h.stop();
    },
  };
}
