import type { PrismaClient } from '../../prisma/client.ts';
import type { PlanClock } from '../../prisma/clock.ts';
import type { Inbox } from '../inbox.ts';
import type { ChatListener, ListenerState } from '../listener.ts';
import { operatorError } from '../operator-error.ts';
import type { RowDone } from '../row-done.ts';
import { rememberUsername } from './bot-username.ts';
import { countedApi } from './counted-api.ts';
import { botIdOf, openBot, type TelegramTarget } from './client.ts';
import { createMenus, setCommonMenu } from './keep-menus.ts';
import { reasonOf } from './outcome-of.ts';
import { poll } from './poll.ts';
import { createReceiver } from './receive-update.ts';
import { isRefusedToken, stateOfFailure } from './state-of-failure.ts';
import { pause, TIMING, type Timing, type WayIn } from './way-in.ts';
import { keepWebhook, webhookRoute, type WebhookTarget } from './webhook.ts';

export interface TelegramListenerOptions extends TelegramTarget {
  inbox: Inbox;
  prisma: PrismaClient;
  clock: PlanClock;
  log: (message: string, fields: Record<string, unknown>) => void;
  /** Absent: updates are polled for, by one process of all. */
  webhook?: WebhookTarget | undefined;
  realNow?: () => Date;
  timing?: Partial<Timing>;
  /** Absent: a menu is looked at from time to time alone. */
  rowDone?: Pick<RowDone, 'listen'>;
}

/** Telegram's way in: every update is committed before it is confirmed, by webhook and by polling alike. */
export function createTelegramListener(options: TelegramListenerOptions): ChatListener {
  const { inbox, prisma, clock, log, webhook, realNow = () => new Date(), rowDone, ...target } = options;
  const botId = botIdOf(target.token);
  const bot = openBot(target);
  const api = countedApi(bot.api, prisma, botId);
  let username: string | null = null;
  const receiver = createReceiver({
    inbox,
    prisma,
    clock,
    log,
    realNow,
    botId,
    api,
    username: () => username,
  });
  bot.use(({ update }) => receiver.receive(update));
  const end = new AbortController();
  let state: ListenerState = { state: 'late', note: '正在连接' };
  let running: Promise<void> = Promise.resolve();
  let menus: Promise<void> = Promise.resolve();
  let introduced = false;

  async function meet(): Promise<void> {
    ({ username = null } = await bot.api.getMe(AbortSignal.timeout(way.timing.greetMs)));
    if (username !== null) await rememberUsername(prisma, botId, username);
  }

  /** Who may do what, and in which language, changes at the desk and in chat: it is looked at from time to time. */
  async function showMenus(): Promise<void> {
    const { keep } = createMenus({ prisma, api, botId, log });
    const { menusMs, stirredMs } = way.timing;
    let isCommonSet = false;
    let lastReason = '';
    let isStirred = false;
    const deafen = rowDone?.listen(() => void (isStirred = true));
    while (!end.signal.aborted) {
      isStirred = false;
      try {
        if (!isCommonSet) await setCommonMenu(api);
        isCommonSet = true;
        await keep();
        lastReason = '';
      } catch (error) {
        const reason = reasonOf(error);
        if (reason !== lastReason) log('the telegram menu was not set', { reason });
        lastReason = reason;
      }
      const step = Math.min(menusMs, stirredMs);
      for (let waited = 0; waited < menusMs && !end.signal.aborted; waited += step) {
        await pause(step, end.signal);
        if (isStirred) break;
      }
    }
    deafen?.();
  }

  const way: WayIn = {
    bot,
    log,
    timing: { ...TIMING, ...options.timing },
    report: (now) => void (state = now),
    reached() {
      if (introduced) return;
      introduced = true;
      menus = showMenus();
      if (username === null)
        meet().catch((error: unknown) => log('the telegram bot told no name', { reason: reasonOf(error) }));
    },
  };

  return {
    channel: 'telegram',
    route: webhook ? webhookRoute(bot, webhook) : null,
    state: () => state,
    identity: () => ({ way: webhook ? 'webhook' : 'polling', name: username }),
    async start() {
      try {
        await meet();
      } catch (error) {
        // No cause: what a driver says may quote the address, which holds the token.
        if (isRefusedToken(error))
          throw operatorError(
            'Telegram refuses TELEGRAM_BOT_TOKEN: put the token that BotFather shows for this bot into .env.',
          );
        state = stateOfFailure(error);
      }
      running = webhook ? keepWebhook(way, webhook, end.signal) : poll({ ...way, prisma, botId }, end.signal);
    },
    async stop() {
      end.abort();
      await running;
      await menus;
      await receiver.settled();
      state = { state: 'down', note: '已停止' };
    },
  };
}
