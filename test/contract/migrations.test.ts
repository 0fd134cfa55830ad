import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate, migrationNames, migrationsFolder } from '../../prisma/migrate.ts';
import { openSchemaEngine } from '../../setup/schema-engine.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';

let database: FreshDatabase;
let folder: string;
beforeAll(async () => {
  database = await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), 'duban-migrations-'));
  if (existsSync(migrationsFolder)) cpSync(migrationsFolder, folder, { recursive: true });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database?.drop();
});

function addMigration(name: string, sql: string): void {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'migration.sql'), sql);
}

async function rows(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('a migrated database has nothing left to apply', async () => {
  expect(await migrate(database.url)).toEqual([]);
});

test('a function whose body holds semicolons is applied whole', async () => {
  addMigration(
    '99990101000000_function',
    'create function twice(n int) returns int language plpgsql as $$ begin n := n * 2; return n; end $$;',
  );
  expect(await migrate(database.url, folder)).toEqual(['99990101000000_function']);
  expect(await rows('select twice(4)')).toEqual([{ twice: 8 }]);
});

test('the history reads clean to Prisma itself', async () => {
  const schema = readFileSync(join(migrationsFolder, '../schema.prisma'), 'utf8');
  const engine = await openSchemaEngine(database.url, schema);
  const migrationDirectories = migrationNames(folder).map((path) => {
    const value = readFileSync(join(folder, path, 'migration.sql'), 'utf8');
    return { path, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } };
  });
  const lockfile = { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' };
  const found = await engine.diagnoseMigrationHistory({
    migrationsList: { baseDir: folder, lockfile, shadowDbInitScript: '', migrationDirectories },
    optInToShadowDatabase: false,
    filters: { externalTables: [], externalEnums: [] },
  });
  expect(found).toMatchObject({ editedMigrationNames: [], failedMigrationNames: [], history: null });
});

test('a database that a newer Duban migrated is refused in one sentence', async () => {
  await expect(migrate(database.url, migrationsFolder)).rejects.toMatchObject({
    name: 'SetupError',
    message: expect.stringMatching(/^The database was made by a newer Duban .*another database\.$/),
  });
});

test('a migration that fails changes nothing', async () => {
  addMigration('99990102000000_half', 'create table half (id int); select 1/0;');
  await expect(migrate(database.url, folder)).rejects.toThrow(/99990102000000_half .*division by zero/);
  expect(await rows("select to_regclass('half') as half")).toEqual([{ half: null }]);
});

test('an unreachable database is named without its password', async () => {
  const wrong = database.url.replace(/:\d+\//, ':1/');
  const error = await migrate(wrong).catch((caught: Error) => caught);
  expect(error).toMatchObject({ name: 'SetupError', message: expect.stringContaining('127.0.0.1:1') });
  expect((error as Error).message).not.toContain(new URL(database.url).password);
});
