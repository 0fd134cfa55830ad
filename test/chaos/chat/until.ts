import { setTimeout as pause } from 'node:timers/promises';

/** Waits for a condition, looking often: what it waits for is over within milliseconds. Throws at the bound. */
export async function until(condition: () => boolean, withinMs = 60_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`waited ${withinMs} ms in vain for: ${condition.toString()}`);
    await pause(2);
  }
}
