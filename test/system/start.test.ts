import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { embeddedDatabaseUrl } from '../../setup/postgres-cluster.ts';
import { readRunFile } from '../../setup/run-file.ts';
import { allEnded, startPlace } from '../support/running-start.ts';

let place: Awaited<ReturnType<typeof startPlace>>;
beforeEach(async () => void (place = await startPlace()));
afterEach(() => place.clear());

async function query(sql: string): Promise<unknown[]> {
  const url = embeddedDatabaseUrl(place.home, readRunFile(place.home)?.postgres.port ?? 0);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const pidOf = (name: string) => place.processes()[name]?.pid;

test('Ctrl-C, even twice, stops everything in order and leaves no process; the data is there at the next start', async () => {
  const first = place.start();
  await first.ready();
  expect(Object.keys(place.processes()).sort()).toEqual(['bot', 'postgres', 'temporal', 'worker']);
  expect(first.stdout().trim().split('\n').length).toBeLessThanOrEqual(8);
  await query('create table kept as select 7 as number');
  const processes = place.processes();
  const group = -(first.child.pid ?? 0);
  process.kill(group, 'SIGINT');
  process.kill(group, 'SIGINT');
  expect(await first.exit()).toBe(0);
  await allEnded(processes);

  const again = performance.now();
  const second = place.start();
  await second.ready();
  expect(performance.now() - again).toBeLessThan(8_000);
  expect(await query('select number from kept')).toEqual([{ number: 7 }]);
});

test('npm asked to end by its pid alone ends everything', async () => {
  const running = place.start();
  await running.ready();
  const processes = place.processes();
  running.child.kill('SIGTERM');
  expect(await running.exit()).toBe(0);
  await allEnded(processes);
});

test('what is killed is started again', async () => {
  const running = place.start();
  await running.ready();
  for (const name of ['worker', 'bot', 'temporal', 'postgres']) {
    const pid = pidOf(name) ?? 0;
    process.kill(pid, 'SIGKILL');
    await vi.waitUntil(() => pidOf(name) !== undefined && pidOf(name) !== pid, { timeout: 20_000 });
  }
  await vi.waitFor(() => query('select 1'), { timeout: 20_000, interval: 100 });
  await running.ready(20_000);
});

test('when start itself is killed, worker and bot end, and the next start takes over', async () => {
  const first = place.start();
  await first.ready();
  const { postgres, temporal, ...ours } = place.processes();
  process.kill(readRunFile(place.home)?.starter.pid ?? 0, 'SIGKILL');
  await allEnded(ours);
  const second = place.start();
  await second.ready();
  expect(pidOf('postgres')).not.toBe(postgres?.pid);
  expect(pidOf('temporal')).not.toBe(temporal?.pid);
});

test('secrets stay in files of this user, and out of run.json, the logs and what is printed', async () => {
  const running = place.start();
  await running.ready();
  const file = join(place.home, 'postgres-passwords.json');
  expect(statSync(file).mode & 0o077).toBe(0);
  const passwords = Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
  const logs = ['postgres', 'temporal', 'worker', 'bot'].map((name) => join(place.home, 'logs', `${name}.log`));
  const texts = [running.said(), ...[join(place.home, 'run.json'), ...logs].map((path) => readFileSync(path, 'utf8'))];
  for (const password of passwords) for (const text of texts) expect(text).not.toContain(password);
});
