import { randomUUID } from 'node:crypto';
import { keepLane } from '../prisma/queries/keep-lane.ts';
import { leaseLanes } from '../prisma/queries/lease-lanes.ts';
import { resendAnswers } from './dispatch/resend-answers.ts';
import { runLane } from './dispatch/run-lane.ts';
import type { DispatchDeps } from './dispatch/types.ts';

export type { DispatchDeps };

export interface Dispatch {
  /** After a commit: something may be open. Never throws, never waits. */
  kick(): void;
  /** Applies what is open and may be leased now; resolves when nothing of it is left. */
  drain(): Promise<void>;
  /** Sweeps every 5 s, for rows that another process left and for back-offs that ran out. */
  start(): void;
  /** Finishes the rows in hand. */
  stop(): Promise<void>;
}

const SWEEP_MS = 5_000;
/** Persons at once: each row waits mostly for Temporal. */
const LANES_AT_ONCE = 8;

/** Any number of processes may run one: a person belongs to one of them at a time. */
export function createDispatch(deps: DispatchDeps): Dispatch {
  const token = randomUUID();
  const wakes = new Set<NodeJS.Timeout>();
  let sweep: NodeJS.Timeout | null = null;
  let active = 0;
  let missed = false;
  let stopped = false;
  let whenIdle: (() => void)[] = [];

  async function work(): Promise<void> {
    while (!stopped) {
      const [key] = await leaseLanes(deps.prisma, token, 1);
      if (key === undefined) return;
      // Another person may be waiting too; a worker that finds nobody ends at once.
      spawn();
      await lane(key);
    }
  }

  async function lane(key: string): Promise<void> {
    const backOffMs = await runLane(deps, key, token);
    if (backOffMs === null) await deps.prisma.inboxLease.deleteMany({ where: { key, token } });
    else {
      await keepLane(deps.prisma, key, token, backOffMs);
      wakeIn(backOffMs + 20);
    }
  }

  function spawn(): void {
    if (stopped) return;
    if (active >= LANES_AT_ONCE) {
      missed = true;
      return;
    }
    active += 1;
    work()
      .catch((error: unknown) => deps.log('dispatch failed', { error: String(error) }))
      .finally(ended);
  }

  function ended(): void {
    active -= 1;
    if (missed) {
      missed = false;
      spawn();
    }
    if (active > 0) return;
    const idle = whenIdle;
    whenIdle = [];
    for (const resolve of idle) resolve();
  }

  function wakeIn(ms: number): void {
    if (stopped) return;
    const timer = setTimeout(() => {
      wakes.delete(timer);
      spawn();
    }, ms);
    wakes.add(timer);
  }

  const idle = (): Promise<void> =>
    active === 0 ? Promise.resolve() : new Promise((resolve) => whenIdle.push(resolve));

  return {
    kick: spawn,
    drain() {
      spawn();
      return idle();
    },
    start() {
      sweep ??= setInterval(() => {
        spawn();
        resendAnswers(deps, new Date()).catch((error: unknown) =>
          deps.log('answers were not sent again', { error: String(error) }),
        );
      }, SWEEP_MS);
      spawn();
    },
    stop() {
      stopped = true;
      if (sweep) clearInterval(sweep);
      for (const timer of wakes) clearTimeout(timer);
      return idle();
    },
  };
}
