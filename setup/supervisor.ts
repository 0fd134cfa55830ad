import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { endProcess, record, type RecordedProcess } from './process-identity.ts';

/** A process that is kept alive, and how it is asked to end. */
export type Service = {
  readonly name: string;
  readonly launch: () => ChildProcess | Promise<ChildProcess>;
  readonly stopSignal: NodeJS.Signals;
  readonly stopWithinMs: number;
};

export type Supervised = {
  readonly name: string;
  process(): RecordedProcess | undefined;
  /** From now on a process that ends is started again. */
  keepAlive(): void;
  /** Why the process ended before `keepAlive()`, if it did. */
  failure(): string | undefined;
  stop(): Promise<void>;
};

export type Hooks = { changed(): void; say(line: string): void };

const firstDelayMs = 100;
const longestDelayMs = 30_000;
const soundAfterMs = 60_000;

/** Starts a service and starts it again, more and more slowly, whenever it ends unasked. */
export function supervise(service: Service, hooks: Hooks): Supervised {
  let current: RecordedProcess | undefined;
  let kept = false;
  let delayMs = firstDelayMs;
  const stopping = new AbortController();
  let failure: string | undefined;

  async function runOnce(): Promise<string> {
    const child = await service.launch();
    if (child.pid === undefined) return await reasonOf(child);
    const began = Date.now();
    const ended = reasonOf(child);
    current = record(child.pid);
    hooks.changed();
    if (stopping.signal.aborted) await end();
    const reason = await ended;
    current = undefined;
    hooks.changed();
    if (Date.now() - began > soundAfterMs) delayMs = firstDelayMs;
    return reason;
  }

  async function runForever(): Promise<void> {
    while (!stopping.signal.aborted) {
      const reason = await runOnce().catch((error: Error) => error.message);
      if (stopping.signal.aborted) return;
      if (!kept) return void (failure = reason);
      hooks.say(`${service.name} ended (${reason}); starting it again`);
      await pause(delayMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      delayMs = Math.min(delayMs * 2, longestDelayMs);
    }
  }

  async function end(): Promise<void> {
    if (current) await endProcess(current, service.stopSignal, service.stopWithinMs);
  }

  const finished = runForever();
  return {
    name: service.name,
    process: () => current,
    keepAlive: () => void (kept = true),
    failure: () => failure,
    async stop() {
      stopping.abort();
      await end();
      await finished;
    },
  };
}

function reasonOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit ${code}`));
  });
}
