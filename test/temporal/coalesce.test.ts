import { expect, test } from 'vitest';
import { coalesce } from '../../temporal/coalesce.ts';

/** Calls that end when they are told to. */
function played() {
  const calls: { key: string; argument: number; end: (error?: Error) => void }[] = [];
  const ask = coalesce<number>(
    (key, argument) =>
      new Promise((resolve, reject) =>
        calls.push({ key, argument, end: (error) => (error ? reject(error) : resolve()) }),
      ),
    Math.max,
  );
  return { calls, ask };
}

test('the first call goes at once, all that come meanwhile share the next, and other keys go by themselves', async () => {
  const { calls, ask } = played();
  const first = ask('a', 1);
  const others = [ask('a', 2), ask('a', 5), ask('a', 3)];
  void ask('b', 9);
  expect(calls.map(({ key, argument }) => [key, argument])).toEqual([
    ['a', 1],
    ['b', 9],
  ]);
  calls[0]?.end();
  await first;
  await Promise.resolve();
  expect(calls.slice(2).map(({ key, argument }) => [key, argument])).toEqual([['a', 5]]);
  calls[2]?.end();
  await Promise.all(others);
  const later = ask('a', 7);
  expect(calls).toHaveLength(4);
  calls[3]?.end();
  await later;
});

test('a call that fails fails for those who share it alone, and the next is made all the same', async () => {
  const { calls, ask } = played();
  const first = ask('a', 1);
  const second = ask('a', 2);
  calls[0]?.end(new Error('not reached'));
  await expect(first).rejects.toThrow('not reached');
  await Promise.resolve();
  calls[1]?.end();
  await expect(second).resolves.toBeUndefined();
});
