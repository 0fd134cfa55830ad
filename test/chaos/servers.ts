import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { temporalBinary } from '../../setup/binaries.ts';
import { freePort } from '../../setup/free-port.ts';
import { openLog } from '../../setup/log-file.ts';
import { embeddedDatabaseUrl, openCluster } from '../../setup/postgres-cluster.ts';
import { awaitPostgres, launchPostgres } from '../../setup/postgres.ts';
import { endProcess, isAlive, record } from '../../setup/process-identity.ts';
import { awaitTemporal, launchTemporal, temporalFile } from '../../setup/temporal.ts';
import { killable, type Killable } from './killable.ts';

// A killed process loses nothing by these; a power cut would. Commits themselves stay synchronous.
const settings = ['fsync=off', 'full_page_writes=off'];
const RESTART_WITHIN_MS = 30_000;

export async function postgresServer(home: string): Promise<{ server: Killable; url: string; discard: () => void }> {
  const cluster = await openCluster(home);
  const port = await freePort();
  async function launch(): Promise<ChildProcess> {
    const until = Date.now() + RESTART_WITHIN_MS;
    for (;;) {
      const child = launchPostgres(cluster, port, openLog(home, 'postgres'), settings);
      try {
        await awaitPostgres(cluster, port, () => isAlive(child));
        return child;
      } catch (error) {
        // Children of a killed postmaster may hold its shared memory for a moment.
        if (Date.now() > until) throw error;
        await pause(100);
      }
    }
  }
  return {
    server: killable('postgres', launch),
    url: embeddedDatabaseUrl(home, port) ?? '',
    discard: () => rmSync(cluster.directory, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** The real server on a file, always on the same port, as `npm start` runs it. */
export async function temporalServer(home: string): Promise<{ server: Killable; address: string; forget: () => void }> {
  const { path: binary } = await temporalBinary({ own: process.env['DUBAN_TEMPORAL_BIN'] || undefined });
  const port = await freePort();
  const file = temporalFile(home);
  async function launch(): Promise<ChildProcess> {
    const child = launchTemporal({ binary, port, file, log: openLog(home, 'temporal') });
    try {
      await awaitTemporal(port, () => isAlive(child));
      return child;
    } catch (error) {
      if (child.pid !== undefined) await endProcess(record(child.pid), 'SIGKILL', 5_000);
      throw error;
    }
  }
  return {
    server: killable('temporal', launch),
    address: `127.0.0.1:${port}`,
    forget: () => {
      for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
    },
  };
}
