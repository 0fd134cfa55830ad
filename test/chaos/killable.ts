import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { endProcess, isAlive, isRunning, record, type RecordedProcess } from '../../setup/process-identity.ts';

/** A process of the world that is killed and started again on purpose. */
export interface Killable {
  readonly name: string;
  /** Of the process that runs, or ran last; 0 before the first start. */
  pid(): number;
  /** Resolves once it serves. */
  start(): Promise<void>;
  /** By its recorded pid; resolves once it is gone. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Resolves once it ended by itself (a failpoint). */
  ended(): Promise<void>;
  /** Stops it without ending it, and lets it go on. */
  freeze(): void;
  thaw(): void;
  /** Ends that nobody asked for. */
  readonly crashes: string[];
  /** From now on an end is part of the plan, and nobody starts it again. */
  expectEnd(): void;
  stop(): Promise<void>;
}

const STOP_WITHIN_MS = 15_000;
const RESTART_AFTER_MS = 200;

/**
 * `launch` resolves once the process serves, and throws where it does not. What ends unasked is noted with its last
 * words and started again, as start.ts would.
 */
export function killable(name: string, launch: () => Promise<ChildProcess>, lastWords = () => ''): Killable {
  const crashes: string[] = [];
  let child: ChildProcess | null = null;
  let recorded: RecordedProcess | null = null;
  let asked = false;

  async function start(): Promise<void> {
    asked = false;
    const started = await launch();
    child = started;
    recorded = record(started.pid ?? 0);
    if (!isAlive(started)) return onExit(started);
    started.once('exit', () => onExit(started));
  }

  function onExit(of: ChildProcess): void {
    if (asked || of !== child) return;
    crashes.push(`${of.signalCode ?? `exit ${of.exitCode}`} ${lastWords()}`);
    void pause(RESTART_AFTER_MS).then(() =>
      asked ? undefined : start().catch((error: unknown) => crashes.push(String(error))),
    );
  }

  async function ended(): Promise<void> {
    if (child && isAlive(child)) await once(child, 'exit');
  }

  function signal(by: NodeJS.Signals): void {
    if (recorded && isRunning(recorded)) process.kill(recorded.pid, by);
  }

  return {
    name,
    pid: () => recorded?.pid ?? 0,
    start,
    crashes,
    ended,
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    expectEnd: () => void (asked = true),
    async kill(by = 'SIGKILL') {
      asked = true;
      signal(by);
      await ended();
    },
    async stop() {
      asked = true;
      if (recorded) await endProcess(recorded, 'SIGTERM', STOP_WITHIN_MS);
    },
  };
}
