import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Cluster } from './postgres-cluster.ts';
import { commandLineOf, endProcess, isRunning, record } from './process-identity.ts';
import { setupError } from './setup-error.ts';

const startWithinMs = 60_000;

/** Ends the server that a killed start left behind, and clears its mark when the server is long gone. */
export async function endLeftoverPostgres(cluster: Cluster): Promise<void> {
  const mark = join(cluster.directory, 'postmaster.pid');
  if (!existsSync(mark)) return;
  const left = record(Number(readFileSync(mark, 'utf8').split('\n')[0]));
  if (!isRunning(left)) return; // PostgreSQL itself checks for orphans of a dead server.
  if (commandLineOf(left.pid).includes(cluster.directory)) await endProcess(left, 'SIGINT', 20_000);
  // The pid belongs to another program by now, which would keep PostgreSQL from starting.
  else rmSync(mark, { force: true });
}

/** Starts the server in a process group of its own, so that a terminal's Ctrl-C passes it by. */
export function launchPostgres(cluster: Cluster, port: number, log: number, settings: string[] = []): ChildProcess {
  const flags = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'timezone=UTC',
    'log_timezone=Asia/Shanghai',
    'log_checkpoints=off',
    // What people said belongs in the tables, not in a log.
    'log_error_verbosity=terse',
    'log_min_error_statement=panic',
    ...settings,
  ].flatMap((setting) => ['-c', setting]);
  return spawn(join(cluster.binaries, 'bin/postgres'), ['-D', cluster.directory, ...flags], {
    ...cluster.user,
    cwd: '/',
    env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC', LC_ALL: 'C' },
    stdio: ['ignore', log, log],
    detached: true,
  });
}

/** Waits until the server answers, and makes the role and the database `duban` the first time. */
export async function awaitPostgres(cluster: Cluster, port: number, alive: () => boolean): Promise<void> {
  const until = Date.now() + startWithinMs;
  let failure = 'it ended';
  while (Date.now() < until && alive()) {
    try {
      return await makeDatabase(cluster, port);
    } catch (error) {
      failure = (error as Error).message;
      if (failure.includes('password authentication failed')) break;
      await pause(50);
    }
  }
  throw setupError(
    `PostgreSQL did not start (${failure}): see logs/postgres.log in the data folder, or set DATABASE_URL.`,
  );
}

async function makeDatabase(cluster: Cluster, port: number): Promise<void> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: cluster.passwords.superuser,
    database: 'postgres',
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_roles where rolname = 'duban'");
    if (found.rowCount === 0)
      await client.query(`create role duban login createdb password ${client.escapeLiteral(cluster.passwords.duban)}`);
    const databases = await client.query("select 1 from pg_database where datname = 'duban'");
    if (databases.rowCount === 0) await client.query('create database duban owner duban template template0');
  } finally {
    await client.end();
  }
}

/** Fast shutdown: running queries are cut, everything committed is kept. */
export async function stopPostgres(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  const server = record(child.pid);
  if (isRunning(server)) await endProcess(server, 'SIGINT', 20_000);
}
