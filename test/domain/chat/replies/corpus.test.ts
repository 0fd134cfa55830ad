import { describe, expect, it } from 'vitest';
import { casesIn, precision, recall, score, type Score } from './score.ts';

const least = (found: Score, of: (count: Score['fields'][string]) => number): number =>
  Math.min(...Object.values(found.fields).map(of));
/** Over all fields together, as `../shared/score/score-replies.mjs` adds them up. */
const allOf = ({ fields }: Score, of: (count: Score['fields'][string]) => number): number =>
  of(
    Object.values(fields).reduce((sum, { gold, read, hit }) => ({
      gold: sum.gold + gold,
      read: sum.read + read,
      hit: sum.hit + hit,
    })),
  );
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

  // Nobody who tuned read these either; of their figures only these were looked at.
  it('are read so where they were written after most of the grammar', () => {
    const found = score(casesIn('held-back-second.jsonl'));
    expect(found.items).toBeGreaterThan(330);
    expect(least(found, precision)).toBeGreaterThan(0.92);
    expect(least(found, recall)).toBeGreaterThan(0.9);
    expect(share(found)).toBeLessThan(0.01);
  });

  // An ordinary month by three more hands, written last. Nobody who tuned read them.
  it('are read so where they were written after all of the grammar', () => {
    const found = score(casesIn('held-back-third.jsonl'));
    expect(found.items).toBeGreaterThan(360);
    const { blocker, question, ...stated } = found.fields;
    expect(precision(blocker!)).toBeGreaterThan(0.78);
    expect(recall(blocker!)).toBeGreaterThan(0.93);
    expect(precision(question!)).toBeGreaterThan(0.85);
    expect(recall(question!)).toBeGreaterThan(0.85);
    expect(Math.min(...Object.values(stated).map(precision))).toBeGreaterThan(0.94);
    expect(Math.min(...Object.values(stated).map(recall))).toBeGreaterThan(0.9);
    expect(share(found)).toBeLessThan(0.005);
  });

  it('reach the goal over everything held back: 0.97, 0.90 and one in two hundred', () => {
    const found = score(
      ['held-back.jsonl', 'held-back-second.jsonl', 'held-back-third.jsonl'].flatMap((name) => casesIn(name)),
    );
    expect(found.items).toBeGreaterThan(1_070);
    expect(allOf(found, precision)).toBeGreaterThanOrEqual(0.97);
    expect(allOf(found, recall)).toBeGreaterThanOrEqual(0.9);
    expect(share(found)).toBeLessThanOrEqual(0.005);
  });
});
