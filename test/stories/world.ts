import { createScriptedPort } from '../../bot/scripted/adapter.ts';
import { createWebPort } from '../../bot/web-inbox/adapter.ts';
import { storeCalendar } from '../../prisma/load-calendar.ts';
import { SEED_CALENDAR } from '../../seeds/calendar/calendar.ts';
import { seedScripts } from '../../seeds/demo/script-port.ts';
import { botOf, type Bot } from '../workflows/bot-of.ts';
import { startHarness, type Harness } from '../workflows/harness.ts';

/** One skipping server, one database, one bot: its stories are played one after the other. */
export interface World {
  h: Harness;
  bot: Bot;
  /** How many were played, for ids that no two share. */
  played: number;
  stop(): Promise<void>;
}

/** Its people are on a channel with send windows that only takes what it is given, or on the web inbox. */
export async function openWorld(): Promise<World> {
  const h = await startHarness({
    ports: (prisma) => [createWebPort(), createScriptedPort({ prisma, ...seedScripts })],
  });
  await storeCalendar(h.prisma, SEED_CALENDAR, 'stories');
  const bot = botOf(h, { byDrain: true });
  return {
    h,
    bot,
    played: 0,
    async stop() {
      await bot.dispatch.stop();
      await h.stop();
    },
  };
}
