import { spawn, type ChildProcess } from 'node:child_process';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { setupError } from './setup-error.ts';

const startWithinMs = 30_000;

export type TemporalServer = {
  readonly binary: string;
  readonly port: number;
  readonly uiPort?: number;
  /** The SQLite file; without one the server forgets everything when it ends. */
  readonly file?: string;
  readonly log: number;
};

// The dev server's own limits (about 100 updates a second) are far below what this machine can do.
const raised = ['frontend.rps', 'frontend.namespaceRPS', 'history.rps', 'matching.rps'];

/** Starts the development server on loopback, in a process group of its own. */
export function launchTemporal(server: TemporalServer): ChildProcess {
  const args = ['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(server.port), '--log-level', 'warn'];
  if (server.file)
    args.push(
      '--db-filename',
      server.file,
      '--sqlite-pragma',
      'journal_mode=WAL',
      '--sqlite-pragma',
      'synchronous=NORMAL',
    );
  args.push(...(server.uiPort ? ['--ui-port', String(server.uiPort), '--ui-ip', '127.0.0.1'] : ['--headless']));
  for (const name of raised) args.push('--dynamic-config-value', `${name}=100000`);
  return spawn(server.binary, args, {
    // Neither the operator's Temporal profile nor anybody's secrets belong in there.
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '/', TZ: 'UTC' },
    stdio: ['ignore', server.log, server.log],
    detached: true,
  });
}

export const temporalFile = (home: string): string => join(home, 'temporal.db');

/** Waits until the server answers for its namespace. */
export async function awaitTemporal(port: number, alive: () => boolean): Promise<void> {
  const until = Date.now() + startWithinMs;
  while (Date.now() < until && alive()) {
    if ((await accepts(port)) && (await answers(`127.0.0.1:${port}`, 'default'))) return;
    await pause(50);
  }
  throw setupError(
    `Temporal did not start: see logs/temporal.log in the data folder, or set TEMPORAL_ADDRESS to a running server.`,
  );
}

/** A closed port is told in a millisecond so; the gRPC client would back off for a second. */
function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
    socket.once('connect', () => socket.destroy());
  });
}

async function answers(address: string, namespace: string): Promise<boolean> {
  try {
    const connection = await Connection.connect({ address, connectTimeout: 2_000 });
    try {
      await connection.workflowService.describeNamespace({ namespace });
      return true;
    } finally {
      await connection.close();
    }
  } catch {
    return false;
  }
}
