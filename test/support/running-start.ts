import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { projectRoot } from '../../setup/environment.ts';
import { freePort } from '../../setup/free-port.ts';
import { endProcess, isRunning, type RecordedProcess } from '../../setup/process-identity.ts';
import { readRunFile } from '../../setup/run-file.ts';

/** Stand-ins for worker, bot and page, where the test is about starting and stopping alone. */
export const standIns = [
  'worker=test/support/stand-ins/worker.ts',
  'bot=test/support/stand-ins/bot.ts',
  'page=test/support/stand-ins',
];

export type RunningStart = {
  readonly child: ChildProcess;
  /** All that it printed, both streams. */
  said(): string;
  stdout(): string;
  ready(withinMs?: number): Promise<void>;
  exit(withinMs?: number): Promise<number | null>;
};

/** A data folder and a port for one test, and `npm start` on them. */
export async function startPlace() {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'duban-start-')));
  chmodSync(home, 0o711);
  const port = await freePort();
  const started: RunningStart[] = [];
  return {
    home,
    port,
    start(args: string[] = standIns, variables: Record<string, string> = {}): RunningStart {
      const running = npmStart(args, { DUBAN_HOME: home, DUBAN_PORT: String(port), ...variables }, port);
      started.push(running);
      return running;
    },
    processes: (): Record<string, RecordedProcess> => readRunFile(home)?.processes ?? {},
    async clear() {
      for (const { child } of started) if (child.exitCode === null) child.kill('SIGTERM');
      for (const running of started) await running.exit().catch(() => running.child.kill('SIGKILL'));
      for (const left of Object.values(readRunFile(home)?.processes ?? {})) await endProcess(left, 'SIGTERM', 5_000);
      const pg = join(home, 'pg');
      if (existsSync(pg)) rmSync(realpathSync(pg), { recursive: true, force: true, maxRetries: 5 });
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** In a process group of its own, as a terminal would have it. */
function npmStart(args: string[], variables: Record<string, string>, port: number): RunningStart {
  const child = spawn('npm', ['start', '-s', '--', ...args], {
    cwd: projectRoot,
    env: { ...withoutOurs(process.env), ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const exited = once(child, 'close').then(() => child.exitCode);
  return {
    child,
    said: () => stdout + stderr,
    stdout: () => stdout,
    async ready(withinMs = 120_000) {
      await vi.waitFor(
        async () => {
          if (child.exitCode !== null) return;
          if (!(await fetch(`http://127.0.0.1:${port}/readyz`)).ok || stdout === '') throw new Error(stderr);
        },
        { timeout: withinMs, interval: 50 },
      );
      if (child.exitCode !== null) throw new Error(`npm start ended: ${stdout}${stderr}`);
    },
    exit: (withinMs = 30_000) =>
      vi
        .waitUntil(() => child.exitCode !== null || child.signalCode !== null, { timeout: withinMs })
        .then(() => exited),
  };
}

function withoutOurs(variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours = /^(DUBAN_HOME|DUBAN_PORT|DATABASE_URL|TEMPORAL_|SLACK_|TELEGRAM_|VITEST|npm_)/;
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !ours.test(name)));
}

export function allEnded(processes: Record<string, RecordedProcess>): Promise<boolean> {
  return vi.waitUntil(() => Object.values(processes).every((one) => !isRunning(one)), { timeout: 10_000 });
}
