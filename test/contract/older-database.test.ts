import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { migrate, migrationNames, migrationsFolder } from '../../prisma/migrate.ts';

const name = `older_${process.pid}`;
const server = (): string => inject('postgresUrl');
const url = (): string => server().replace(/\/duban$/, `/${name}`);
let folder: string;

async function run(at: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: at });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duban-older-'));
  await run(server(), `create database ${name}`);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await run(server(), `drop database if exists ${name} with (force)`);
});

test('a database of the first release keeps its rows and its evidence through every later migration', async () => {
  const [first, ...later] = migrationNames();
  if (!first) throw new Error('there is no migration');
  mkdirSync(join(folder, first));
  cpSync(join(migrationsFolder, first), join(folder, first), { recursive: true });
  await migrate(url(), folder);
  await run(url(), `insert into "Clock" (id) values ('real')`);
  await run(
    url(),
    `insert into "Plan" (id, "clockId", title, facts, policy) values ('p1', 'real', '某市工作方案', '{}', '{}')`,
  );
  await run(
    url(),
    `insert into "Event" ("entityId", seq, "planId", kind, actor, via, "recordedAt", "planAt", "schemaVersion", "calendarVersion", "ruleVersion", generation, version, body, "prevHash", hash)
     values ('desk/p1', 1, 'p1', 'imported', '{}', 'cli', now(), now(), 1, 1, 1, 0, 0, '{}', '0', '1')`,
  );

  expect(await migrate(url())).toEqual(later);
  expect(later.length).toBeGreaterThan(0);
  expect(await run(url(), 'select id, title, status from "Plan"')).toEqual([
    { id: 'p1', title: '某市工作方案', status: 'draft' },
  ]);
  expect(await run(url(), 'select seq, hash from "Event"')).toEqual([{ seq: 1, hash: '1' }]);
});

test('evidence can be neither changed nor deleted, whatever statement is used', async () => {
  await expect(run(url(), `update "Event" set body = '{"a":1}'`)).rejects.toThrow('append-only');
  await expect(run(url(), 'delete from "Event"')).rejects.toThrow('append-only');
});
