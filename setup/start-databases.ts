import { temporalBinary } from './binaries.ts';
import { freePort } from './free-port.ts';
import { openLog } from './log-file.ts';
import { openCluster } from './postgres-cluster.ts';
import { awaitPostgres, endLeftoverPostgres, launchPostgres } from './postgres.ts';
import type { Site } from './site.ts';
import { checkTemporal, externalTemporal } from './temporal-connection.ts';
import { awaitTemporal, launchTemporal, temporalFile } from './temporal.ts';

/** Answers the line that says which PostgreSQL is used and where. An address of the operator's wins. */
export async function startPostgres(site: Site): Promise<string> {
  const { environment, home, before } = site;
  if (environment.DATABASE_URL) {
    const { hostname, port, pathname } = new URL(environment.DATABASE_URL);
    const address = `${hostname}:${port || 5432}`;
    site.note({ postgres: { kind: 'external', address, port: Number(port || 5432) } });
    return `PostgreSQL of DATABASE_URL at ${address}${pathname}`;
  }
  const cluster = await openCluster(home);
  await endLeftoverPostgres(cluster);
  const port = await freePort(before?.postgres.kind === 'embedded' ? before.postgres.port : undefined);
  const launch = async () => {
    await endLeftoverPostgres(cluster);
    return launchPostgres(cluster, port, openLog(home, 'postgres'));
  };
  await site.add({ name: 'postgres', launch, stopSignal: 'SIGINT', stopWithinMs: 20_000 }, (alive) =>
    awaitPostgres(cluster, port, alive),
  );
  site.note({ postgres: { kind: 'embedded', address: `127.0.0.1:${port}`, port } });
  const elsewhere = cluster.directory.startsWith(home) ? '' : `, since its user can't enter ${home}`;
  return `PostgreSQL 18 (embedded) at 127.0.0.1:${port}, files in ${cluster.directory}${elsewhere}`;
}

/** Answers the line that says which Temporal is used and where. */
export async function startTemporal(
  site: Site,
  variables: NodeJS.ProcessEnv,
  tell: (line: string) => void,
  signal: AbortSignal,
): Promise<string> {
  const { environment, home, before } = site;
  if (environment.TEMPORAL_ADDRESS) {
    const external = externalTemporal(environment, variables);
    await checkTemporal(external);
    const address = external.options.address ?? environment.TEMPORAL_ADDRESS;
    site.note({ temporal: { kind: 'external', address, port: Number(address.split(':').at(-1)) } });
    return `Temporal of TEMPORAL_ADDRESS at ${address}, namespace ${external.namespace}`;
  }
  const { path: binary, from } = await temporalBinary({ own: environment.DUBAN_TEMPORAL_BIN, say: tell, signal });
  const last = before?.temporal.kind === 'embedded' ? before.temporal : undefined;
  const port = await freePort(last?.port);
  const uiPort = await freePort(last?.ui?.port);
  const launch = () =>
    launchTemporal({ binary, port, uiPort, file: temporalFile(home), log: openLog(home, 'temporal') });
  await site.add({ name: 'temporal', launch, stopSignal: 'SIGTERM', stopWithinMs: 15_000 }, (alive) =>
    awaitTemporal(port, alive),
  );
  const ui = { address: `http://127.0.0.1:${uiPort}`, port: uiPort };
  site.note({ temporal: { kind: 'embedded', address: `127.0.0.1:${port}`, port, ui } });
  return `Temporal (from ${from}) at 127.0.0.1:${port}, its page at ${ui.address}`;
}
