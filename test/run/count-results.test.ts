import { expect, test } from 'vitest';
import { countResults } from './count-results.ts';

const report = (status: string, ...statuses: string[]) =>
  JSON.stringify({ testResults: [{ name: 'a', status, assertionResults: statuses.map((one) => ({ status: one })) }] });

test('tests are counted by outcome', () => {
  expect(countResults(report('failed', 'passed', 'failed', 'skipped', 'pending', 'todo'), 1)).toMatchObject({
    passed: 1,
    failed: 1,
    skipped: 3,
  });
});

test('a file that can not be loaded counts as failed', () => {
  expect(countResults(report('failed'), 1)).toMatchObject({ passed: 0, failed: 1 });
});

test('an error outside all tests counts as failed', () => {
  expect(countResults(report('passed', 'passed'), 1)).toMatchObject({ passed: 1, failed: 1 });
});

test('no report counts as failed', () => {
  expect(countResults(undefined, 0)).toMatchObject({ failed: 1 });
});
