import { describe, expect, it } from 'vitest';
import { casesIn, precision, recall, score, type Score } from './score.ts';

const least = (found: Score, of: (count: Score['fields'][string]) => number): number =>
  Math.min(...Object.values(found.fields).map(of));
const share = ({ confidentlyWrong, items }: Score): number => confidentlyWrong / items;

describe('replies of the corpus', () => {
  it('are read to the letter where the rules print them as samples', () => {
    expect(score(casesIn('sample.jsonl'))).toMatchObject({ missed: [], confidentlyWrong: 0, items: 7 });
  });

  it('are read in every field where the grammar was tuned on them', () => {
    const found = score(casesIn('tuning.jsonl'));
    expect(found.items).toBeGreaterThan(3_500);
    expect(least(found, precision)).toBeGreaterThan(0.94);
    expect(least(found, recall)).toBeGreaterThan(0.95);
    expect(share(found)).toBeLessThan(0.005);
  });

  // Nobody who tuned the grammar read these texts; the figures of the whole were looked at between rounds.
  // The goal is 0.97, 0.90 and 0.005; README.md says which field falls short of it by how much.
  it('are read in most fields, and seldom wrongly for certain, where nobody who tuned read them', () => {
    const found = score(casesIn('held-back.jsonl'));
    expect(found.items).toBeGreaterThan(370);
    const { question, blocker, ...stated } = found.fields;
    expect(precision(question!)).toBeGreaterThan(0.86);
    expect(recall(question!)).toBeGreaterThan(0.93);
    expect(precision(blocker!)).toBeGreaterThan(0.94);
    expect(recall(blocker!)).toBeGreaterThan(0.86);
    expect(Math.min(...Object.values(stated).map(precision))).toBeGreaterThan(0.95);
    expect(Math.min(...Object.values(stated).map(recall))).toBeGreaterThan(0.89);
    expect(share(found)).toBeLessThan(0.005);
  });

  // Nobody who tuned read these either; of their figures only these were looked at, before the last two rounds and after.
  it('are read so where they were written after most of the grammar', () => {
    const found = score(casesIn('held-back-second.jsonl'));
    expect(found.items).toBeGreaterThan(330);
    expect(least(found, precision)).toBeGreaterThan(0.92);
    expect(least(found, recall)).toBeGreaterThan(0.9);
    expect(share(found)).toBeLessThan(0.01);
  });
});
