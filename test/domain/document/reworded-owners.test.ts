import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../domain/document/read-plan.ts';
import { plansByHand } from './fictional/by-hand.ts';
import { sumOfMeasures } from './fictional/question-measure.ts';
import { random } from './fictional/random.ts';
import { OWNER_REWORDINGS } from './fictional/reword-owners.ts';
import { scorePlan } from './fictional/score-reader.ts';

/** The largest share of wrong owners that no question speaks of, and of right lists that one does. */
const MOST_SILENT = 0.2;
const MOST_NEEDLESS = 0.03;

describe('the reader on owners told in words that it does not know', () => {
  const plans = plansByHand(false).filter((_, at) => at % 3 === 1);

  it.each(Object.entries(OWNER_REWORDINGS))('asks: %s', (_, how) => {
    const scored = plans.map((plan, at) => {
      const text = how(plan.text, random(at + 11));
      return scorePlan({ ...plan, text, clean: text }, readPlan);
    });
    const rows = [...sumOfMeasures(scored)].flatMap(([kind, row]) =>
      kind === 'lead' || kind === 'responsible' ? [row] : [],
    );
    const sum = (key: 'wrong' | 'asked' | 'right' | 'needless') => rows.reduce((all, row) => all + row[key], 0);
    expect(sum('right')).toBeGreaterThan(100);
    expect((sum('wrong') - sum('asked')) / Math.max(1, sum('wrong'))).toBeLessThanOrEqual(MOST_SILENT);
    expect(sum('needless') / sum('right')).toBeLessThanOrEqual(MOST_NEEDLESS);
  });
});
