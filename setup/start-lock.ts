import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, record, type RecordedProcess } from './process-identity.ts';
import { readRunFile } from './run-file.ts';
import { setupError } from './setup-error.ts';

/** One start.ts a data folder: takes the lock of a dead one, refuses beside a living one. */
export function takeStartLock(home: string): { release(): void } {
  const path = join(home, 'start.lock');
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(path, JSON.stringify(record(process.pid)), { flag: 'wx', mode: 0o600 });
      return { release: () => rmSync(path, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = readHolder(path);
      if (holder && isRunning(holder)) throw alreadyRunning(home, holder.pid);
      rmSync(path, { force: true });
    }
  }
  throw setupError(`Another start takes the data folder ${home} at this moment: wait for it, then look again.`);
}

function alreadyRunning(home: string, pid: number): Error {
  const address = readRunFile(home)?.http.address;
  const where = address ? ` at ${address}` : '';
  return setupError(
    `Duban already runs on ${home}${where} (process ${pid}): stop it with Ctrl-C there, or set DUBAN_HOME and DUBAN_PORT to start a second one.`,
  );
}

function readHolder(path: string): RecordedProcess | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as RecordedProcess;
  } catch {
    return undefined;
  }
}
