import { randomUUID } from 'node:crypto';
import { TelegramApiError } from 'node-telegram-bot-api';
import type { PrismaClient } from '../../prisma/client.ts';
import { leaveLead, takeLead } from '../../prisma/queries/take-lead.ts';
import { keepLead, type Lead } from './keep-lead.ts';
import { notStored, stateOfFailure } from './state-of-failure.ts';
import { UPDATES_WANTED } from './update-schema.ts';
import { createBackOff, pause, type WayIn } from './way-in.ts';

export interface PollOptions extends WayIn {
  prisma: PrismaClient;
  botId: string;
}

/** Bot API, getUpdates: at most 100 at a time. */
const BATCH = 100;

/**
 * Asks Telegram for updates until `signal` ends it. Of all processes one polls; two would take turns being
 * refused (409). An update is confirmed only by the next question's offset, which moves when it is committed:
 * what failed, and what a killed process had read, comes again.
 */
export async function poll(options: PollOptions, signal: AbortSignal): Promise<void> {
  const { prisma, botId, timing, report, log } = options;
  const lead: Lead = { prisma, key: `poll/telegram/${botId}`, token: randomUUID(), leaseMs: timing.leaseMs };
  const backOff = createBackOff(timing);
  while (!signal.aborted) {
    try {
      if (await takeLead(prisma, lead.key, lead.token, lead.leaseMs)) {
        await asLeader(options, lead, signal, backOff.succeeded);
      } else {
        report({ state: 'ok', note: '由另一进程接收' });
        await pause(timing.leaseMs / 3, signal);
      }
    } catch (error) {
      if (signal.aborted) return;
      const state = stateOfFailure(error);
      report(state);
      const retryAfterMs = error instanceof TelegramApiError ? (error.retryAfter ?? 0) * 1_000 : 0;
      const waitMs = backOff.next(retryAfterMs);
      log('telegram polling is tried again', { note: state.note, waitMs });
      await pause(waitMs, signal);
    }
  }
}

async function asLeader(
  { bot, prisma, timing, report, reached }: PollOptions,
  lead: Lead,
  signal: AbortSignal,
  succeeded: () => void,
): Promise<void> {
  const lost = new AbortController();
  const ends = AbortSignal.any([signal, lost.signal]);
  const letGo = keepLead(lead, () => lost.abort());
  try {
    // A webhook left over from another way of running would have every question refused.
    await bot.api.deleteWebhook({ drop_pending_updates: false }, ends);
    reached();
    let offset: number | undefined;
    while (!ends.aborted) {
      const updates = await bot.api.getUpdates(
        {
          ...(offset === undefined ? {} : { offset }),
          limit: BATCH,
          // The first question shows whether polling works; only then is it held.
          timeout: offset === undefined ? 0 : timing.pollSeconds,
          allowed_updates: UPDATES_WANTED,
        },
        ends,
      );
      succeeded();
      report({ state: 'ok' });
      // Nothing is left to confirm. Asked without an offset, numbers that start anew below the last one are not lost.
      if (offset === undefined || updates.length === 0) offset = 0;
      for (const update of updates) {
        if (ends.aborted) return;
        await bot.handleUpdate(update).catch((error: unknown) => {
          throw notStored(error);
        });
        offset = update.update_id + 1;
      }
    }
  } catch (error) {
    // Taken over by another: no failure, the question in hand was only broken off.
    if (!lost.signal.aborted) throw error;
  } finally {
    letGo();
    await leaveLead(prisma, lead.key, lead.token).catch(() => undefined);
  }
}
