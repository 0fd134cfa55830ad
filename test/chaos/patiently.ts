import { setTimeout as pause } from 'node:timers/promises';

/** Tries again until it succeeds or the bound is over: while a server is down its clients fail. */
export async function patiently<T>(work: () => Promise<T>, withinMs = 60_000, everyMs = 100): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > until) throw error;
      await pause(everyMs);
    }
  }
}
