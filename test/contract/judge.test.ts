import { afterEach, beforeEach, expect, test } from 'vitest';
import { judge } from '../chaos/judge.ts';
import { troublesOf } from '../chaos/judge/troubles.ts';
import { faults } from './judge-faults.ts';
import { soundWorld, type JudgeWorld } from './judge-world.ts';

let world: JudgeWorld;
beforeEach(async () => {
  world = await soundWorld();
});
afterEach(() => world.close());

test('a sound world has no finding', async () => {
  expect(await judge(world.evidence)).toEqual([]);
});

test.each(faults)('%s: %s is found', async (law, _, plant) => {
  await plant(world);
  expect((await judge(world.evidence)).map((finding) => finding.law)).toContain(law);
});

test('a failed task, one tried again and an activity that fails are troubles; a task given once more is none', () => {
  const sound = { status: 'RUNNING', pendingTaskAttempt: 1, pendingActivities: [], failedTasks: ['UNHANDLED_COMMAND'] };
  expect(troublesOf(sound)).toEqual([]);
  expect(troublesOf({ ...sound, status: 'FAILED' })).toHaveLength(1);
  expect(troublesOf({ ...sound, failedTasks: ['cause 23 nondeterminism'] })).toHaveLength(1);
  expect(troublesOf({ ...sound, pendingTaskAttempt: 3 })).toHaveLength(1);
  expect(troublesOf({ ...sound, pendingActivities: [{ type: 'project', attempt: 4, failure: 'no' }] })).toHaveLength(1);
});
