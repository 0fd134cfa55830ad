import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

/** One timer, replaced only when the wanted instant changes: each condition with a timeout would start and cancel its own. */
export function createWakeTimer(): { arm(delayMs: number | null, key: string | null): void; fired(): boolean } {
  let armedFor: string | null = null;
  let scope: CancellationScope | null = null;
  let fired = false;
  return {
    arm(delayMs, key) {
      if (key === armedFor && !fired) return;
      scope?.cancel();
      scope = null;
      armedFor = key;
      fired = false;
      if (delayMs === null || key === null) return;
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
  };
}
