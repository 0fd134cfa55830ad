import { spawn } from 'node:child_process';
import { expect, test, vi } from 'vitest';
import { supervise, type Service } from '../../setup/supervisor.ts';

const hooks = { changed: () => undefined, say: () => undefined };
const service = (command: string, ...args: string[]): Service => ({
  name: 'sample',
  launch: () => spawn(command, args),
  stopSignal: 'SIGTERM',
  stopWithinMs: 5_000,
});

test('what is killed is started again under a new pid', async () => {
  const running = supervise(service('sleep', '60'), hooks);
  await vi.waitFor(() => expect(running.process()).toBeDefined());
  running.keepAlive();
  const first = running.process()?.pid ?? 0;
  process.kill(first, 'SIGKILL');
  await vi.waitFor(() => expect(running.process()?.pid ?? first).not.toBe(first), { timeout: 5_000 });
  await running.stop();
  expect(running.process()).toBeUndefined();
});

test('what ends while starting is not started again', async () => {
  const running = supervise(service('sh', '-c', 'exit 3'), hooks);
  await vi.waitFor(() => expect(running.failure()).toBe('exit 3'));
  await running.stop();
});

test('a program that is not there is a failure too', async () => {
  const running = supervise(service('no-such-program'), hooks);
  await vi.waitFor(() => expect(running.failure()).toContain('ENOENT'));
  await running.stop();
});

test('stopping ends it for good, even at the moment of a restart', async () => {
  const running = supervise(service('sh', '-c', 'exit 0'), hooks);
  running.keepAlive();
  await running.stop();
  expect(running.process()).toBeUndefined();
});
