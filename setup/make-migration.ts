// node setup/bootstrap.mjs setup/make-migration.ts NAME
// Writes prisma/migrations/<time>_NAME/migration.sql: the difference from the tables as the last
// migration left them (prisma/migrations/last-schema.prisma) to schema.prisma. What Prisma does
// not know, such as check constraints and triggers, is added to the file by hand.
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrationsFolder } from '../prisma/migrate.ts';
import { openSchemaEngine } from './schema-engine.ts';
import { startScratchPostgres } from './scratch-postgres.ts';

const schemaFile = fileURLToPath(new URL('../prisma/schema.prisma', import.meta.url));
const lastSchema = join(migrationsFolder, 'last-schema.prisma');

const name = process.argv[2] ?? '';
if (/^[a-z][a-z0-9_]+$/.test(name)) await makeMigration(name);
else {
  console.error('Name the migration for what it adds, in snake_case: make-migration.ts delivery_receipts');
  process.exitCode = 1;
}

async function makeMigration(what: string): Promise<void> {
  const content = readFileSync(schemaFile, 'utf8');
  const script = await difference(content);
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(migrationsFolder, `${time}_${what}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), script);
  writeFileSync(join(migrationsFolder, 'migration_lock.toml'), 'provider = "postgresql"\n');
  copyFileSync(schemaFile, lastSchema);
  console.log(`wrote prisma/migrations/${time}_${what}/migration.sql: read it, and add constraints by hand`);
}

async function difference(content: string): Promise<string> {
  // The engine asks a server for its version, even to compare two files.
  const postgres = await startScratchPostgres();
  try {
    const engine = await openSchemaEngine(postgres.url, content);
    const from = existsSync(lastSchema) ? files(readFileSync(lastSchema, 'utf8')) : { tag: 'empty' as const };
    const result = await engine.diff({
      from,
      to: files(content),
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return result.stdout ?? '';
  } finally {
    await postgres.stop();
  }
}

function files(content: string) {
  return { tag: 'schemaDatamodel' as const, files: [{ path: 'schema.prisma', content }] };
}
