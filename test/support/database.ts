import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { templateName } from './postgres-setup.ts';

export type FreshDatabase = {
  readonly url: string;
  /** Removes it, cutting connections that are still open. */
  drop(): Promise<void>;
};

/** A migrated, empty database of its own. In the projects workflow, contract, system and browser. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = inject('postgresUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await admin(server, `create database ${name} template ${templateName}`);
  return {
    url: server.replace(/\/duban$/, `/${name}`),
    // Not `with (force)`: it may not end PostgreSQL's own vacuum, which a plain drop sends away and waits for.
    drop: () =>
      admin(
        server,
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and usename = current_user`,
        `drop database if exists ${name}`,
      ),
  };
}

async function admin(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    // Two files may copy the template at once, which PostgreSQL refuses: one after the other.
    await client.query("select pg_advisory_lock(hashtext('duban_template'))");
    for (const sql of statements) await client.query(sql);
  } finally {
    await client.end();
  }
}
