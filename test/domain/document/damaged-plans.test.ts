import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../domain/document/read-plan.ts';
import type { Reading } from '../../../domain/document/types.ts';
import { plansByHand } from './fictional/by-hand.ts';
import { generatePlan } from './fictional/generate.ts';
import { toSource } from './fictional/source.ts';

const documents = [
  ...plansByHand(false).map(({ text }) => text),
  ...[1, 4, 7, 11].map((seed) => generatePlan(seed).text),
];
const place = fc.nat({ max: 6_000 });
const damage = fc.oneof(
  fc.record({ kind: fc.constant('cut'), from: place, length: fc.nat({ max: 400 }) }),
  fc.record({ kind: fc.constant('repeat'), from: place, length: fc.nat({ max: 400 }) }),
  fc.record({ kind: fc.constant('put'), from: place, words: fc.string({ unit: 'binary', maxLength: 12 }) }),
  fc.record({
    kind: fc.constant('put'),
    from: place,
    words: fc.constantFrom(
      '(',
      ')',
      '〔',
      '】',
      '、、',
      '\t',
      '\n\n',
      '99999年13月',
      '一、',
      '责任单位:',
      '第零条',
      '2.3.4',
      '\ud800',
    ),
  }),
);

function damaged(text: string, hit: { kind: string; from: number; length?: number; words?: string }): string {
  const from = Math.min(hit.from, text.length);
  const end = from + (hit.length ?? 0);
  if (hit.kind === 'cut') return text.slice(0, from) + text.slice(end);
  return text.slice(0, from) + (hit.words ?? text.slice(from, end)) + text.slice(from);
}

/** Anchors and questions must point into the text, or the page could not show their place. */
function expectWellFormed(reading: Reading, length: number): void {
  if (reading.kind === 'not-a-plan') {
    expect(reading.reason).toMatch(/。$/);
    return;
  }
  const asked = reading.questions.flatMap(({ anchor }) => (anchor ? [anchor] : []));
  for (const { start, end } of [...Object.values(reading.anchors), ...asked]) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(length);
  }
}

describe('the reader on damaged documents', () => {
  it('answers with a plan or a sentence, and points into the text, whatever was cut, doubled or put in', () => {
    fc.assert(
      fc.property(fc.constantFrom(...documents), fc.array(damage, { minLength: 1, maxLength: 12 }), (text, hits) => {
        const broken = hits.reduce(damaged, text);
        expectWellFormed(readPlan(toSource(broken, broken.length % 2 === 0 ? 'txt' : 'docx')), broken.length);
      }),
      { numRuns: 80, seed: 20 },
    );
  });

  it('answers to the first part of a document, wherever it ends', () => {
    fc.assert(
      fc.property(fc.constantFrom(...documents), place, (text, end) => {
        const part = text.slice(0, end);
        expectWellFormed(readPlan(toSource(part, 'txt')), part.length);
      }),
      { numRuns: 60, seed: 21 },
    );
  });

  it('answers to any characters at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expectWellFormed(readPlan(toSource(text, 'txt')), text.length);
      }),
      { numRuns: 200, seed: 22 },
    );
  });
});
