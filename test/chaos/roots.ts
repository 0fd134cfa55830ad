import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from '../../setup/environment.ts';
import { logPath, openLog } from '../../setup/log-file.ts';
import { isAlive } from '../../setup/process-identity.ts';
import { killable, type Killable } from './killable.ts';

export interface Surroundings {
  home: string;
  port: number;
  databaseUrl: string;
  temporal: string;
  ledger: string;
  /** Tokens and addresses of chat providers. */
  chat: Record<string, string>;
}

/** By what a start is known to have come through: our entries say so, the product's bot answers, its worker works. */
export type ReadyBy = 'message' | 'health' | 'running';

/** A process whose next start may be given a failpoint. */
export interface Root extends Killable {
  failAt(point: string | null): void;
}

const READY_WITHIN_MS = 60_000;
const LAST_WORDS = 1_500;

/** One of the product's processes, or a test's entry that joins the same parts. */
export function rootProcess(name: string, script: string, around: Surroundings, readyBy: ReadyBy): Root {
  let point: string | null = null;
  async function launch(): Promise<ChildProcess> {
    const log = openLog(around.home, name);
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(projectRoot, script)], {
      cwd: projectRoot,
      env: { ...variablesOf(around), ...(point === null ? {} : { CHAOS_FAIL_AT: point }) },
      stdio: ['ignore', log, log, 'ipc'],
    });
    let ready = readyBy === 'running';
    child.once('message', () => (ready = true));
    const until = Date.now() + READY_WITHIN_MS;
    while (!ready && isAlive(child) && Date.now() < until) {
      if (readyBy === 'health' && (await serves(around.port))) break;
      await pause(50);
    }
    if (Date.now() > until) throw new Error(`${name} did not become ready`);
    return child;
  }
  const lastWords = () => readFileSync(logPath(around.home, name), 'utf8').slice(-LAST_WORDS);
  return Object.assign(killable(name, launch, lastWords), { failAt: (at: string | null) => void (point = at) });
}

async function serves(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(1_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

function variablesOf({ home, port, databaseUrl, temporal, ledger, chat }: Surroundings): NodeJS.ProcessEnv {
  const system = Object.fromEntries(['PATH', 'HOME'].map((name) => [name, process.env[name]]));
  return {
    ...system,
    ...chat,
    TZ: 'Asia/Shanghai',
    DUBAN_HOME: home,
    DUBAN_PORT: String(port),
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporal,
    CHAOS_LEDGER: ledger,
  };
}
