import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { endProcess, isRunning, record, startTimeOf } from '../../setup/process-identity.ts';

test('a process is known by its pid and its start', async () => {
  const child = spawn('sleep', ['60']);
  const recorded = record(child.pid ?? 0);
  expect(isRunning(recorded)).toBe(true);
  const ended = once(child, 'exit');
  await endProcess(recorded, 'SIGTERM', 5_000);
  await ended;
  expect(isRunning(recorded)).toBe(false);
});

test('another process under the same pid is left alone', async () => {
  const child = spawn('sleep', ['60']);
  const pid = child.pid ?? 0;
  await endProcess({ pid, startedAt: 'some other time' }, 'SIGKILL', 1_000);
  expect(startTimeOf(pid)).toBeDefined();
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
});

test('one that ignores the request is ended all the same', async () => {
  const child = spawn('sh', ['-c', 'trap "" TERM; echo on; while :; do sleep 0.1; done']);
  await once(child.stdout, 'data');
  const ended = once(child, 'exit');
  await endProcess(record(child.pid ?? 0), 'SIGTERM', 200);
  expect((await ended)[1]).toBe('SIGKILL');
});
