import { openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { temporalBinary } from '../../setup/binaries.ts';
import { freePort } from '../../setup/free-port.ts';
import { endProcess, isAlive, record } from '../../setup/process-identity.ts';
import { awaitTemporal, launchTemporal } from '../../setup/temporal.ts';

export type DevServer = {
  readonly address: string;
  readonly pid: number;
  stop(): Promise<void>;
};

/** The real server, in memory unless given a file, as `npm start` runs it. */
export async function startDevServer(options: { file?: string; port?: number } = {}): Promise<DevServer> {
  const { path: binary } = await temporalBinary({ own: process.env['DUBAN_TEMPORAL_BIN'] || undefined });
  const port = options.port ?? (await freePort());
  const log = openSync(join(tmpdir(), `duban-test-temporal-${process.pid}.log`), 'a');
  const child = launchTemporal({ binary, port, log, ...(options.file ? { file: options.file } : {}) });
  try {
    await awaitTemporal(port, () => isAlive(child));
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  const server = record(child.pid ?? 0);
  return { address: `127.0.0.1:${port}`, pid: server.pid, stop: () => endProcess(server, 'SIGTERM', 10_000) };
}
