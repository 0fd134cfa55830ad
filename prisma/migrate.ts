import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { setupError } from '../setup/setup-error.ts';

export const migrationsFolder = fileURLToPath(new URL('migrations', import.meta.url));

// Any number will do, as long as it stays the same: one migration at a time on a database.
const lockNumber = 7_268_411;

/**
 * Brings a database to this code's tables, and answers the names of what was applied. Throws a
 * SetupError for a database that a newer Duban has migrated, or that can't be reached.
 */
export async function migrate(databaseUrl: string, folder: string = migrationsFolder): Promise<string[]> {
  const names = migrationNames(folder);
  const client = await connect(databaseUrl);
  try {
    await client.query('select pg_advisory_lock($1)', [lockNumber]);
    const applied = await appliedNames(client);
    const unknown = applied.filter((name) => !names.includes(name));
    if (unknown.length > 0)
      throw setupError(
        `The database was made by a newer Duban (it holds ${unknown.at(-1)}): update this checkout, or give another database.`,
      );
    const missing = names.filter((name) => !applied.includes(name));
    for (const name of missing) await apply(client, folder, name);
    return missing;
  } finally {
    await client.end();
  }
}

export function migrationNames(folder: string = migrationsFolder): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'migration.sql')))
    .map((entry) => entry.name)
    .sort();
}

async function connect(databaseUrl: string): Promise<pg.Client> {
  const { host } = new URL(databaseUrl);
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw setupError(
      `The database at ${host} can't be used (${(error as Error).message || (error as NodeJS.ErrnoException).code}): check DATABASE_URL and that the server runs.`,
    );
  }
  const { rows } = await client.query<{ version: number }>(
    "select current_setting('server_version_num')::int as version",
  );
  if ((rows[0]?.version ?? 0) < 160_000)
    throw setupError(`The database at ${host} is older than PostgreSQL 16: give a newer one in DATABASE_URL.`);
  return client;
}

async function appliedNames(client: pg.Client): Promise<string[]> {
  await client.query(historyTable);
  const sql = 'select migration_name as name from _prisma_migrations where finished_at is not null order by started_at';
  return (await client.query<{ name: string }>(sql)).rows.map((row) => row.name);
}

/** The whole migration and its mark in one transaction: either both are there or neither. */
async function apply(client: pg.Client, folder: string, name: string): Promise<void> {
  const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
  const checksum = createHash('sha256').update(sql).digest('hex');
  try {
    await client.query('begin');
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, clock_timestamp(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw setupError(
      `Migration ${name} could not be applied (${(error as Error).message}): nothing was changed; restore a copy from before, or mend what it names.`,
    );
  }
}

// Prisma's own table, so that its command line can take over. Its schema engine is not used here:
// it wants a download, and its WebAssembly form cuts scripts at each ";" and has no transaction.
const historyTable = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;
