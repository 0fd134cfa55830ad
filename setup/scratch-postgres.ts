import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { openLog } from './log-file.ts';
import { embeddedDatabaseUrl, openCluster } from './postgres-cluster.ts';
import { awaitPostgres, launchPostgres, stopPostgres } from './postgres.ts';
import { prepareDataFolder } from './data-folder.ts';
import { isAlive } from './process-identity.ts';

// Nothing in it has to survive a power cut.
const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** A PostgreSQL in a temporary folder, gone without trace after `stop()`. For tests and tools. */
export async function startScratchPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'duban-scratch-')));
  chmodSync(home, 0o711);
  const discard = () => rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  try {
    prepareDataFolder(home);
    const cluster = await openCluster(home);
    const port = await freePort();
    const child = launchPostgres(cluster, port, openLog(home, 'postgres'), careless);
    await awaitPostgres(cluster, port, () => isAlive(child));
    const stop = async () => {
      await stopPostgres(child);
      // Its place may be outside the folder: see postgres-cluster.ts.
      rmSync(cluster.directory, { recursive: true, force: true, maxRetries: 5 });
      discard();
    };
    return { url: embeddedDatabaseUrl(home, port) ?? '', stop };
  } catch (error) {
    discard();
    throw error;
  }
}
