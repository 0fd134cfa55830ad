import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

export interface WakeTimer {
  /** Wakes after `delayMs` of the server's time; null: not by itself. The same `key` again changes nothing. */
  arm(delayMs: number | null, key: string | null): void;
  fired(): boolean;
  /** The server's time at which it wakes next, in ms; null: it is not armed. */
  firesAt(): number | null;
}

/**
 * One timer, replaced only when the wanted instant changes: each condition with a timeout would start and
 * cancel its own. `keepEarlier`: one that fires before the wanted instant is left to fire, where looking once
 * too often is cheaper than a cancellation that races with the firing.
 */
export function createWakeTimer({ keepEarlier = false } = {}): WakeTimer {
  let armedFor: string | null = null;
  let firesAt = 0;
  let scope: CancellationScope | null = null;
  let fired = false;
  return {
    arm(delayMs, key) {
      if (key === armedFor && !fired) return;
      const wanted = delayMs === null ? Number.POSITIVE_INFINITY : Date.now() + Math.max(1, delayMs);
      if (keepEarlier && scope !== null && !fired && firesAt <= wanted) return;
      scope?.cancel();
      scope = null;
      armedFor = key;
      fired = false;
      if (delayMs === null || key === null) return;
      firesAt = wanted;
      const own = new CancellationScope({ cancellable: true });
      scope = own;
      own
        .run(() => sleep(Math.max(1, delayMs)))
        .then(() => {
          if (scope === own) fired = true;
        })
        .catch((error: unknown) => {
          if (!isCancellation(error)) throw error;
        });
    },
    fired: () => fired,
    firesAt: () => (scope === null || fired ? null : firesAt),
  };
}
