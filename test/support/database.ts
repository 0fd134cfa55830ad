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
    drop: () => admin(server, `drop database if exists ${name} with (force)`),
  };
}

async function admin(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    // Two files may copy the template at once, which PostgreSQL refuses: one after the other.
    await client.query("select pg_advisory_lock(hashtext('duban_template'))");
    await client.query(sql);
  } finally {
    await client.end();
  }
}
