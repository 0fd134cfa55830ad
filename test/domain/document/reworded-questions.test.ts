import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../domain/document/read-plan.ts';
import { plansByHand } from './fictional/by-hand.ts';
import { sumOfMeasures } from './fictional/question-measure.ts';
import { random } from './fictional/random.ts';
import { reword, REWORDINGS } from './fictional/reword.ts';
import { scorePlan } from './fictional/score-reader.ts';

/** By rewording: the largest share of wrong figures that no question speaks of. `other` words are known to no rule. */
const MOST_SILENT: Readonly<Record<string, number>> = {
  'rising otherwise': 0.1,
  'rising, other words': 0.1,
  'uncommon counters': 0.3,
  'words before the number': 0.05,
  'words before the name': 0.05,
  'other words before the number': 0.5,
  'other words before the name': 0.9,
  'name and number apart': 0.15,
  'number first': 0.1,
};
const MOST_NEEDLESS = 0.02;

describe('the reader on figures told in words that it does not know', () => {
  const plans = plansByHand(false).filter(({ facts }, at) => at % 3 === 0 && facts.targets !== undefined);

  it.each(Object.entries(REWORDINGS))('asks: %s', (name, how) => {
    const scored = plans.map((plan, at) => scorePlan(reword(plan, how, random(at + 7)), readPlan));
    const { wrong, asked, right, needless } = sumOfMeasures(scored).get('figure') ?? {
      wrong: 0,
      asked: 0,
      right: 0,
      needless: 0,
    };
    expect(right).toBeGreaterThan(50);
    expect((wrong - asked) / Math.max(1, wrong)).toBeLessThanOrEqual(MOST_SILENT[name] ?? 0);
    expect(needless / right).toBeLessThanOrEqual(MOST_NEEDLESS);
  });
});
