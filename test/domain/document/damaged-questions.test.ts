import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../domain/document/read-plan.ts';
import { plansByHand } from './fictional/by-hand.ts';
import { DAMAGES } from './fictional/damage.ts';
import { sharesOf, silentPerHundred, sumOfMeasures } from './fictional/question-measure.ts';
import { random } from './fictional/random.ts';
import { scorePlan } from './fictional/score-reader.ts';

/** By damage: the most errors without a question among 100 facts, and the most of right fields asked about in vain. */
const MOST: Readonly<Record<string, readonly [silent: number, needless: number]>> = {
  'brackets lost': [1.2, 0.04],
  'lines split': [5.2, 0.03],
  'lines joined': [2.6, 0.04],
  'labels garbled': [2.1, 0.04],
  'numbers dropped': [4.2, 0.06],
  'dates smudged': [1.4, 0.035],
  'figures smudged': [2, 0.03],
  'signs lost': [4, 0.03],
  'digits wrapped': [2.8, 0.03],
};

describe('the reader on a damaged plan', () => {
  it.each(Object.entries(DAMAGES))('asks where %s', (name, damage) => {
    const plans = plansByHand(false).map((plan) => {
      const text = damage(plan.text, random(31 + plan.text.length));
      return scorePlan({ ...plan, text, clean: text }, readPlan);
    });
    const measure = sumOfMeasures(plans);
    const [silent, needless] = MOST[name] ?? [0, 0];
    expect({ silent: silentPerHundred(measure) <= silent, needless: sharesOf(measure).needless <= needless }).toEqual({
      silent: true,
      needless: true,
    });
  });
});
