import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spansOf } from '../../web/page/src/reading/places.ts';
import { dateTyped, dateWords } from '../../web/page/src/reading/printed-date.ts';
import { segmentsOf } from '../../web/page/src/reading/segments.ts';

it('a text is cut at the ends of its anchors, without gaps, the narrowest place first', () => {
  const segments = segmentsOf('甲市乙局丙', {
    '/tasks/0': { start: 0, end: 4 },
    '/tasks/0/title': { start: 2, end: 4 },
  });
  expect(segments.map(({ text, paths }) => ({ text, paths }))).toEqual([
    { text: '甲市', paths: ['/tasks/0'] },
    { text: '乙局', paths: ['/tasks/0/title', '/tasks/0'] },
    { text: '丙', paths: [] },
  ]);
});

it('segments give the text back, whatever the anchors are', () => {
  const span = fc.record({ start: fc.integer({ min: -3, max: 40 }), end: fc.integer({ min: -3, max: 40 }) });
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.dictionary(fc.string({ minLength: 1 }), span), (text, anchors) => {
      const segments = segmentsOf(text, anchors);
      expect(segments.map((one) => one.text).join('')).toBe(text);
      for (const { start, end, paths } of segments)
        for (const [path, at] of Object.entries(anchors))
          expect(paths.includes(path)).toBe(at.start < at.end && at.start <= start && at.end >= end);
    }),
  );
});

it('a field without an anchor of its own lights what stands under it, else what it stands in', () => {
  const anchors = {
    '/tasks/0/leadUnits/0': { start: 1, end: 2 },
    '/tasks/0/leadUnits/1': { start: 3, end: 4 },
    '/targets/0': { start: 5, end: 9 },
  };
  const reading = { anchors, questions: [] };
  expect(spansOf(reading, '/tasks/0/leadUnits')).toHaveLength(2);
  expect(spansOf(reading, '/targets/0/value')).toEqual([{ start: 5, end: 9 }]);
  expect(spansOf(reading, '/title')).toEqual([]);
});

it.each([
  ['2027年3月', '2027-03'],
  ['2027年3月底前', '2027-03'],
  ['2027-3-5', '2027-03-05'],
  ['2027年12月31日', '2027-12-31'],
  ['2027年底', '2027'],
  [' ', null],
  ['年底', '年底'],
])('a date typed as %s is stored as %s', (typed, stored) => {
  expect(dateTyped(typed)).toBe(stored);
  if (stored !== null && /^\d/.test(stored)) expect(dateTyped(dateWords(stored))).toBe(stored);
});
