import { setTimeout as pause } from 'node:timers/promises';

/** Waits for a condition, looking often: what it waits for is over within milliseconds. Throws at the bound. */
export async function until(condition: () => boolean, withinMs = 60_000): Promise<void> {
  if (!(await untilTrue(condition, withinMs)))
    throw new Error(`waited ${withinMs} ms in vain for: ${condition.toString()}`);
}

/** The same, but says at the bound that it is not so. */
export async function untilTrue(condition: () => boolean, withinMs: number): Promise<boolean> {
  const end = Date.now() + withinMs;
  while (!condition()) {
    if (Date.now() > end) return false;
    await pause(2);
  }
  return true;
}
