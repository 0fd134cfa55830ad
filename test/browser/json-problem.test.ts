import { describe, expect, it } from 'vitest';
import { jsonProblem } from '../../web/page/src/plans/json-problem.ts';

describe('where a pasted text stops being JSON', () => {
  const cases: [string, ReturnType<typeof jsonProblem>][] = [
    ['{"title": "甲", "tasks": [1, -2.5e3, true, null, {}], "x": []}', null],
    [' "a\\u4e2d\\n" ', null],
    ['{\n  "title": 甲\n}', { line: 2, column: 12 }],
    ['{"a": 1,}', { line: 1, column: 9 }],
    ['[1 2]', { line: 1, column: 4 }],
    ['{"a": 01}', { line: 1, column: 8 }],
    ['{} {}', { line: 1, column: 4 }],
    ['{"a": [1, 2', 'end'],
    ['', 'end'],
  ];
  for (const [text, expected] of cases) {
    it(`${JSON.stringify(text)} → ${JSON.stringify(expected)}, as JSON.parse also decides`, () => {
      expect(jsonProblem(text)).toEqual(expected);
      const parses = (() => {
        try {
          JSON.parse(text);
          return true;
        } catch {
          return false;
        }
      })();
      expect(parses).toBe(expected === null);
    });
  }
});
