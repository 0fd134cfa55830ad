import { prepareDataFolder } from './data-folder.ts';
import type { Environment } from './environment.ts';
import { logPath } from './log-file.ts';
import { checkPort } from './port-check.ts';
import { endProcess, record } from './process-identity.ts';
import { readRunFile, writeRunFile, type RunFile } from './run-file.ts';
import { setupError } from './setup-error.ts';
import { takeStartLock } from './start-lock.ts';
import { supervise, type Service, type Supervised } from './supervisor.ts';

/** Everything that one `npm start` runs on one data folder. */
export type Site = {
  readonly environment: Environment;
  readonly home: string;
  /** What the run before this one used: ports are taken again if they are free. */
  readonly before: RunFile | undefined;
  /** Notes where something is, in run.json. */
  note(facts: Partial<Pick<RunFile, 'http' | 'postgres' | 'temporal'>>): void;
  /** Starts a service, and waits until it serves; throws a sentence if it ends before. */
  add(service: Service, serving: (alive: () => boolean) => Promise<void>): Promise<void>;
  keepAlive(): void;
  /** Ends everything, the last started first. Safe to call at any time and more than once. */
  stop(): Promise<void>;
};

/** Takes the data folder and the port for this process, or says in one sentence why it can't. */
export async function openSite(environment: Environment, say: (line: string) => void): Promise<Site> {
  const home = environment.DUBAN_HOME;
  prepareDataFolder(home);
  const lock = takeStartLock(home);
  const before = readRunFile(home);
  try {
    await endLeftovers(before);
    await checkPort(environment.DUBAN_PORT);
  } catch (error) {
    lock.release();
    throw error;
  }
  const services: Supervised[] = [];
  let stopped: Promise<void> | undefined;
  const port = environment.DUBAN_PORT;
  let run: RunFile = {
    version: 1,
    starter: record(process.pid),
    http: { address: `http://127.0.0.1:${port}`, port },
    postgres: before?.postgres ?? { kind: 'embedded', address: '', port: 0 },
    temporal: before?.temporal ?? { kind: 'embedded', address: '', port: 0 },
    processes: {},
  };
  const save = () => {
    const now = services.flatMap((service) => {
      const process = service.process();
      return process ? [[service.name, process] as const] : [];
    });
    run = { ...run, processes: Object.fromEntries(now) };
    writeRunFile(home, run);
  };
  save();

  return {
    environment,
    home,
    before,
    note(facts) {
      run = { ...run, ...facts };
      save();
    },
    async add(service, serving) {
      if (stopped) return;
      const running = supervise(service, { changed: save, say });
      services.push(running);
      // One that was started before may end while this one starts: that is a failure of the start too.
      const failed = () => services.find((one) => one.failure() !== undefined);
      await serving(() => failed() === undefined);
      const ended = failed();
      if (ended)
        throw setupError(
          `${ended.name} ended while starting (${ended.failure()}): ${logPath(home, ended.name)} says why; mend that and start again.`,
        );
    },
    keepAlive: () => services.forEach((service) => service.keepAlive()),
    stop: () => (stopped ??= stopAll(services).finally(lock.release)),
  };
}

async function stopAll(services: Supervised[]): Promise<void> {
  for (const service of [...services].reverse()) await service.stop();
}

/** Ends what a killed start left running, by the pids that it recorded, each checked to be the same process. */
async function endLeftovers(before: RunFile | undefined): Promise<void> {
  const order = ['bot', 'worker', 'temporal', 'postgres'];
  const left = Object.entries(before?.processes ?? {});
  left.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  for (const [name, process] of left) await endProcess(process, name === 'postgres' ? 'SIGINT' : 'SIGTERM', 15_000);
}
