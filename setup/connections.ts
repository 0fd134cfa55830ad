import type { Environment } from './environment.ts';
import { embeddedDatabaseUrl } from './postgres-cluster.ts';
import { readRunFile } from './run-file.ts';
import { setupError } from './setup-error.ts';
import { externalTemporal, type TemporalConnection } from './temporal-connection.ts';

/** How a worker, a bot or the command line reaches everything. Holds secrets. */
export type Connections = {
  readonly databaseUrl: string;
  readonly temporal: TemporalConnection;
  /** Where the bot serves the page, as far as this machine knows. */
  readonly http: string;
};

/** From the settings; what they don't give is taken from what `npm start` runs on the data folder. */
export function connectionsOf(environment: Environment, variables: NodeJS.ProcessEnv = process.env): Connections {
  return {
    databaseUrl: databaseUrlOf(environment),
    temporal: temporalOf(environment, variables),
    http:
      environment.DUBAN_PAGE_URL?.replace(/\/+$/, '') ??
      readRunFile(environment.DUBAN_HOME)?.http.address ??
      `http://127.0.0.1:${environment.DUBAN_PORT}`,
  };
}

export function databaseUrlOf(environment: Environment): string {
  if (environment.DATABASE_URL) return environment.DATABASE_URL;
  const run = readRunFile(environment.DUBAN_HOME);
  const url = run?.postgres.kind === 'embedded' && embeddedDatabaseUrl(environment.DUBAN_HOME, run.postgres.port);
  if (url) return url;
  throw notStarted(environment);
}

export function temporalOf(environment: Environment, variables: NodeJS.ProcessEnv): TemporalConnection {
  if (environment.TEMPORAL_ADDRESS) return externalTemporal(environment, variables);
  const run = readRunFile(environment.DUBAN_HOME);
  if (run?.temporal.kind !== 'embedded') throw notStarted(environment);
  return { namespace: 'default', options: { address: run.temporal.address } };
}

function notStarted(environment: Environment): Error {
  return setupError(
    `Nothing has been started on ${environment.DUBAN_HOME} yet: run npm start first, or set DATABASE_URL and TEMPORAL_ADDRESS.`,
  );
}
