import { createServer } from 'node:net';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { standIns, startPlace } from '../support/running-start.ts';

let place: Awaited<ReturnType<typeof startPlace>>;
beforeEach(async () => void (place = await startPlace()));
afterEach(() => place.clear());

/** The lines that are neither progress nor empty: the sentence, and nothing else. */
async function refusal(variables: Record<string, string> = {}, args = standIns): Promise<string> {
  const running = place.start(args, variables);
  expect(await running.exit(60_000)).toBe(1);
  const lines = running.said().split('\n');
  const sentences = lines.filter((line) => line.trim() !== '' && !/^ {2}[✓✗…] /.test(line));
  expect(sentences).toHaveLength(1);
  return sentences[0] ?? '';
}

test('a taken port', async () => {
  const server = createServer();
  await new Promise<void>((done) => void server.listen(place.port, '127.0.0.1', done));
  try {
    expect(await refusal()).toMatch(/^Port \d+ is taken by another program: .*DUBAN_PORT/);
  } finally {
    server.close();
  }
});

test('a second start on the same data folder', async () => {
  const first = place.start();
  await first.ready();
  expect(await refusal()).toMatch(/^Duban already runs on .* at http:.*DUBAN_HOME/);
});

test('a missing Temporal binary', async () => {
  const sentence = await refusal({ DUBAN_TEMPORAL_BIN: join(place.home, 'nothing') });
  expect(sentence).toMatch(/^DUBAN_TEMPORAL_BIN names .*which is no program/);
});

test('a Temporal binary that is no Temporal', async () => {
  expect(await refusal({ DUBAN_TEMPORAL_BIN: '/bin/true' })).toMatch(
    /^Temporal did not start: see logs\/temporal\.log/,
  );
});

test('a database that does not answer', async () => {
  const sentence = await refusal({ DATABASE_URL: 'postgresql://duban:hunter2@127.0.0.1:1/duban' });
  expect(sentence).toMatch(/^The database at 127\.0\.0\.1:1 .*check DATABASE_URL/);
  expect(sentence).not.toContain('hunter2');
});

test('a Temporal that does not answer', async () => {
  expect(await refusal({ TEMPORAL_ADDRESS: '127.0.0.1:1' })).toMatch(
    /^Temporal at 127\.0\.0\.1:1 does not answer: check TEMPORAL_ADDRESS/,
  );
});

test('a database of a newer version', async () => {
  const database = await freshDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(
    `insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ('x', 'x', '99990101000000_later', now())`,
  );
  await client.end();
  try {
    expect(await refusal({ DATABASE_URL: database.url })).toMatch(/^The database was made by a newer Duban/);
  } finally {
    await database.drop();
  }
});

test('a data folder that is a file', async () => {
  const file = join(place.home, 'file');
  writeFileSync(file, '');
  expect(await refusal({ DUBAN_HOME: file })).toMatch(/^The data folder .* can't be used \(.*set DUBAN_HOME/);
});

test('a folder pg that is no database is never initialised over', async () => {
  mkdirSync(join(place.home, 'pg'));
  writeFileSync(join(place.home, 'pg', 'mine'), 'keep');
  expect(await refusal()).toMatch(/(is not a PostgreSQL cluster|postgres-passwords\.json)/);
});

test('settings that are wrong, all at once', async () => {
  const sentence = await refusal({ SLACK_BOT_TOKEN: 'x', TELEGRAM_BOT_TOKEN: 'y' });
  expect(sentence).toMatch(/SLACK_BOT_TOKEN.*TELEGRAM_BOT_TOKEN/);
});

test('a bot that ends while starting: its log is named', async () => {
  const args = standIns.map((part) => (part.startsWith('bot=') ? 'bot=test/support/stand-ins/failing.ts' : part));
  expect(await refusal({}, args)).toMatch(/^bot ended while starting \(exit 3\): .*logs\/bot\.log says why/);
});

test('a worker that ends while the bot starts: its log is named', async () => {
  const args = standIns.map((part) => (part.startsWith('worker=') ? 'worker=test/support/stand-ins/failing.ts' : part));
  expect(await refusal({}, args)).toMatch(/^worker ended while starting \(exit 3\): .*logs\/worker\.log says why/);
});
