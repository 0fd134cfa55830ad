import { expect, test } from 'vitest';
import { batched } from '../../prisma/batched.ts';
import type { PrismaClient } from '../../prisma/client.ts';

const db = {} as PrismaClient;

test('calls of one turn go together, those that come meanwhile share the next, each with its own answer', async () => {
  const asked: number[][] = [];
  const twice = batched(async (_, inputs: number[]) => {
    asked.push(inputs);
    if (asked.length === 1) late.push(...[4, 5].map((n) => twice(db, n)));
    return inputs.map((n) => n * 2);
  });
  const late: Promise<number>[] = [];
  expect(await Promise.all([1, 2, 3].map((n) => twice(db, n)))).toEqual([2, 4, 6]);
  expect(await Promise.all(late)).toEqual([8, 10]);
  expect(asked).toEqual([
    [1, 2, 3],
    [4, 5],
  ]);
});

test('a call that fails fails alone', async () => {
  const half = batched(async (_, inputs: number[]) => {
    if (inputs.some((n) => n % 2 !== 0)) throw new Error('odd');
    return inputs.map((n) => n / 2);
  });
  const ends = await Promise.allSettled([2, 3, 4].map((n) => half(db, n)));
  expect(ends.map((end) => (end.status === 'fulfilled' ? end.value : String(end.reason)))).toEqual([
    1,
    'Error: odd',
    2,
  ]);
});

test('calls to different databases never meet', async () => {
  const asked: number[][] = [];
  const ask = batched(async (_, inputs: number[]) => {
    asked.push(inputs);
    return inputs;
  });
  await Promise.all([ask({} as PrismaClient, 1), ask({} as PrismaClient, 2)]);
  expect(asked).toEqual([[1], [2]]);
});
