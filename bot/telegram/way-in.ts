import { setTimeout as pauseFor } from 'node:timers/promises';
import type { Bot } from 'node-telegram-bot-api';
import type { ListenerState } from '../listener.ts';

/** Spans in milliseconds unless named otherwise; tests shorten them. */
export interface Timing {
  /** How long the start waits for Telegram: the page must not wait for it. */
  greetMs: number;
  /** First pause after a failure; doubled until `againMaxMs`. */
  againMs: number;
  againMaxMs: number;
  /** How long a poller that fell silent keeps the lead. */
  leaseMs: number;
  /** How long Telegram holds a poll without updates. */
  pollSeconds: number;
  /** How often a webhook is looked after. */
  watchMs: number;
  /** How often everybody's menu is compared with their rights and language; sooner after something was applied. */
  menusMs: number;
  stirredMs: number;
}

export const TIMING: Timing = {
  greetMs: 3_000,
  againMs: 1_000,
  againMaxMs: 30_000,
  leaseMs: 15_000,
  pollSeconds: 25,
  watchMs: 60_000,
  menusMs: 60_000,
  stirredMs: 5_000,
};

/** What the two ways in share: one runs until it is stopped and says how it is. */
export interface WayIn {
  bot: Bot;
  timing: Timing;
  report: (state: ListenerState) => void;
  log: (message: string, fields: Record<string, unknown>) => void;
  /** Once Telegram has answered: what is told it about the bot, as a courtesy. */
  reached: () => void;
}

/** Waits, or returns at once where it is stopped. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await pauseFor(ms, undefined, { signal }).catch(() => undefined);
}

/** Pauses that grow while nothing succeeds. */
export function createBackOff({ againMs, againMaxMs }: Timing) {
  let failures = 0;
  return {
    succeeded: () => void (failures = 0),
    /** `atLeastMs`: what the provider asked for. */
    next: (atLeastMs = 0): number => Math.max(atLeastMs, Math.min(againMaxMs, againMs * 2 ** Math.min(failures++, 10))),
  };
}
