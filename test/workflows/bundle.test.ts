import { expect, test } from 'vitest';
import { workflowBundle } from './harness.ts';

test('the workflow bundle holds neither zod, nor the calendar, nor Prisma, nor a chat adapter, and stays small', async () => {
  const { code } = await workflowBundle();
  for (const stranger of [
    'node_modules/zod/',
    'node_modules/luxon/',
    'prisma/',
    'seeds/',
    'bot/',
    'domain/calendar/working-days',
    'domain/supervision/schedule.ts',
  ]) {
    expect(code.includes(`/${stranger}`), stranger).toBe(false);
  }
  expect(Buffer.byteLength(code)).toBeLessThan(3 * 1024 * 1024);
});
