import { expect, test } from 'vitest';
import { statementNames } from '../../prisma/statement-names.ts';

test('a statement gets a name the third time that it comes, and keeps it', () => {
  const name = statementNames();
  const names = Array.from({ length: 4 }, () => name({ sql: 'SELECT 1' }));
  expect(names.slice(0, 2)).toEqual([undefined, undefined]);
  expect(names[2]).toBeDefined();
  expect(names[3]).toBe(names[2]);
});

test('no two statements share a name, and their number has an end', () => {
  const name = statementNames();
  const given = Array.from({ length: 1_000 }, (_, n) => {
    const sql = `SELECT ${n}`;
    return [name({ sql }), name({ sql }), name({ sql })][2];
  });
  const named = given.filter((one) => one !== undefined);
  expect(new Set(named).size).toBe(named.length);
  expect(named.length).toBe(300);
});
