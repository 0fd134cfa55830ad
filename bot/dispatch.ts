import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { keepLane } from '../prisma/queries/keep-lane.ts';
import { takeLanes, type Lane } from '../prisma/queries/take-lanes.ts';
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
/** Persons at once: each row waits mostly for Temporal, where answers about one task that come together are one message. */
const LANES_AT_ONCE = 32;

/** Any number of processes may run one: a person belongs to one of them at a time. */
export function createDispatch(deps: DispatchDeps): Dispatch {
  const token = randomUUID();
  const wakes = new Set<NodeJS.Timeout>();
  let sweep: NodeJS.Timeout | null = null;
  let active = 0;
  /** Lanes whose row is done: let go with the next look. */
  let done: string[] = [];
  let looking = false;
  let again = false;
  let stopped = false;
  let whenIdle: (() => void)[] = [];

  /** One look at a time takes as many lanes as there is room for; who asks meanwhile is served by the next. */
  function kick(): void {
    if (looking) again = true;
    else void looks();
  }

  async function looks(): Promise<void> {
    looking = true;
    try {
      do {
        // Whoever kicks in the same turn is served by this look, and a yes that waits to go out goes first.
        await nextTurn();
        again = false;
        await look();
      } while (again);
    } catch (error) {
      deps.log('dispatch failed', { error: String(error) });
    }
    looking = false;
    if (again) kick();
    else tellIdle();
  }

  async function look(): Promise<void> {
    const limit = stopped ? 0 : LANES_AT_ONCE - active;
    if (limit === 0 && done.length === 0) return;
    const letGo = done;
    done = [];
    const { lanes, more } = await takeLanes(deps.prisma, token, { limit, done: letGo }).catch((error: unknown) => {
      done.push(...letGo);
      throw error;
    });
    for (const lane of lanes) void work(lane);
    again ||= more && !stopped;
  }

  async function work(lane: Lane): Promise<void> {
    active += 1;
    try {
      const backOffMs = await runLane(deps, lane);
      if (backOffMs === null) done.push(lane.key);
      else {
        await keepLane(deps.prisma, lane.key, token, backOffMs);
        wakeIn(backOffMs + 20);
      }
    } catch (error) {
      deps.log('dispatch failed', { error: String(error) });
    }
    active -= 1;
    kick();
  }

  function tellIdle(): void {
    if (active > 0 || looking) return;
    const idle = whenIdle;
    whenIdle = [];
    for (const resolve of idle) resolve();
  }

  function wakeIn(ms: number): void {
    if (stopped) return;
    const timer = setTimeout(() => {
      wakes.delete(timer);
      kick();
    }, ms);
    wakes.add(timer);
  }

  const idle = (): Promise<void> =>
    active === 0 && !looking ? Promise.resolve() : new Promise((resolve) => whenIdle.push(resolve));

  return {
    kick,
    drain() {
      kick();
      return idle();
    },
    start() {
      sweep ??= setInterval(() => {
        kick();
        resendAnswers(deps, new Date()).catch((error: unknown) =>
          deps.log('answers were not sent again', { error: String(error) }),
        );
      }, SWEEP_MS);
      kick();
    },
    stop() {
      stopped = true;
      if (sweep) clearInterval(sweep);
      for (const timer of wakes) clearTimeout(timer);
      return idle();
    },
  };
}
