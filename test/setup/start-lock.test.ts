import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeStartLock } from '../../setup/start-lock.ts';

let home: string;
beforeEach(() => void (home = mkdtempSync(join(tmpdir(), 'duban-lock-'))));
afterEach(() => rmSync(home, { recursive: true, force: true }));

test('a second start on the same data folder is refused in one sentence', () => {
  const lock = takeStartLock(home);
  expect(() => takeStartLock(home)).toThrow(/^Duban already runs on .*set DUBAN_HOME and DUBAN_PORT/);
  lock.release();
  takeStartLock(home).release();
});

test('the lock of a start that was killed is taken over', () => {
  writeFileSync(join(home, 'start.lock'), JSON.stringify({ pid: process.pid, startedAt: 'long ago' }));
  takeStartLock(home).release();
});

test('a lock cut short by a full disk is taken over', () => {
  writeFileSync(join(home, 'start.lock'), '');
  takeStartLock(home).release();
});
