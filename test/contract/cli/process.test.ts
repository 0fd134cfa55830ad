import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NO_TEMPORAL, openCliWorld, type CliWorld } from './cli-world.ts';

const script = fileURLToPath(new URL('../../../duban.ts', import.meta.url));
let w: CliWorld;
let home: string;
beforeAll(async () => {
  w = await openCliWorld();
  home = mkdtempSync(join(tmpdir(), 'duban-home-'));
});
afterAll(async () => {
  rmSync(home, { recursive: true, force: true });
  await w.close();
});

/** The command as a process of its own; killed where it doesn't end by itself. */
function duban(
  argv: string[],
  settings: Record<string, string> = {},
): Promise<{ code: number | null; out: string; err: string }> {
  const env = {
    PATH: process.env['PATH'],
    TZ: 'Asia/Shanghai',
    DUBAN_HOME: home,
    DATABASE_URL: '',
    TEMPORAL_ADDRESS: '',
    ...settings,
  };
  const child = spawn(process.execPath, [script, ...argv], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 25_000,
    killSignal: 'SIGKILL',
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
  });
}

test('where nothing was started it says what to do, and ends', async () => {
  const ran = await duban(['plan', 'list', '--json']);
  expect(ran).toMatchObject({ code: 1, out: '' });
  expect(JSON.parse(ran.err)).toMatchObject({
    error: { code: 'NOT_SET_UP', message: expect.stringContaining('npm start') },
  });
});

test('with the database named, it works without bot or Temporal, and ends by itself', async () => {
  const ran = await duban(['plan', 'list', '--json'], { DATABASE_URL: w.url, TEMPORAL_ADDRESS: NO_TEMPORAL });
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(ran.out)).toHaveLength(6);
});

test('a database that is away is a refusal without its address or password', async () => {
  const url = 'postgresql://duban:geheim@127.0.0.1:9/duban';
  const ran = await duban(['plan', 'list', '--json'], { DATABASE_URL: url, TEMPORAL_ADDRESS: NO_TEMPORAL });
  expect(ran).toMatchObject({ code: 1, out: '' });
  expect(JSON.parse(ran.err)).toMatchObject({ error: { code: 'DATABASE_UNAVAILABLE' } });
  expect(ran.err).not.toContain('geheim');
});

test('help is no failure', async () => {
  const ran = await duban(['--help']);
  expect(ran.code).toBe(0);
  expect(ran.out).toContain('doctor');
});
