import type { TestProject } from 'vitest/node';
import pg from 'pg';
import { migrate } from '../../prisma/migrate.ts';
import { startScratchPostgres } from '../../setup/scratch-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of the scratch server's own database. */
    postgresUrl: string;
  }
}

export const templateName = 'duban_template';

// Every project loads this file anew; the server is one for all of them, while any needs it.
type Shared = { users: number; started: ReturnType<typeof startTemplate> };
const shared = globalThis as typeof globalThis & { dubanTestPostgres?: Shared };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = (shared.dubanTestPostgres ??= { users: 0, started: startTemplate() });
  server.users++;
  const { url, stop } = await server.started;
  project.provide('postgresUrl', url);
  return async () => {
    if (--server.users > 0) return;
    delete shared.dubanTestPostgres;
    await stop();
  };
}

/** A migrated database that each test file's own is copied from in some 50 ms. */
async function startTemplate() {
  const postgres = await startScratchPostgres();
  try {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await client.query(`create database ${templateName}`);
    await client.end();
    await migrate(postgres.url.replace(/\/duban$/, `/${templateName}`));
    return postgres;
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
