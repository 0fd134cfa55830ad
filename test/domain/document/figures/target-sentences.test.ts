import { describe, expect, it } from 'vitest';
import type { PlanTarget } from '../../../../domain/plan/types.ts';
import { simplify } from '../../../../domain/document/clean/simplify.ts';
import { foldWidth } from '../../../../domain/document/figures/fold-width.ts';
import { targetsInText } from '../../../../domain/document/figures/targets-in-text.ts';
import { BUSINESS, BUSINESS_TASKS } from './sentences/business.ts';
import { ENVIRONMENT, ENVIRONMENT_TASKS } from './sentences/environment.ts';
import { CHANGES, MORE, MORE_TASKS } from './sentences/more.ts';
import { ORDER, ORDER_TASKS } from './sentences/order.ts';
import { PEOPLE, PEOPLE_TASKS } from './sentences/people.ts';
import { REPORTS } from './sentences/reports.ts';
import { RULES, UNDATED } from './sentences/rules-and-horizons.ts';
import { RURAL, RURAL_TASKS } from './sentences/rural.ts';

const NO_HORIZON = { by: null, per: null, scope: null };

function targetsOf(text: string, goals: boolean): PlanTarget[] {
  const source = { text, folded: foldWidth(simplify(text)), year: null, issuedYear: goals ? null : 2020 };
  const reading = { horizon: NO_HORIZON, goals, general: false, strict: false };
  return targetsInText(source, { start: 0, end: text.length }, reading).targets.map(({ value }) => value);
}

const figuresOf = (text: string, goals: boolean): string[] =>
  targetsOf(text, goals)
    .filter(({ value }) => value !== null)
    .map(({ name, comparator, value, max, unit }) => {
      const range = max === null ? '' : `..${max}`;
      return `${name} ${comparator} ${value}${range}${unit ?? ''}`;
    });

describe('figures of a sentence', () => {
  it.each([...BUSINESS, ...ENVIRONMENT, ...RURAL, ...PEOPLE, ...ORDER, ...MORE, ...CHANGES, ...REPORTS, ...UNDATED])(
    'reads as a goal: %s',
    (text, ...targets) => {
      expect(figuresOf(text, true)).toEqual(targets);
    },
  );

  it.each([
    ...BUSINESS_TASKS,
    ...ENVIRONMENT_TASKS,
    ...RURAL_TASKS,
    ...PEOPLE_TASKS,
    ...ORDER_TASKS,
    ...MORE_TASKS,
    ...RULES,
  ])('reads in a task of a plan of 2020: %s', (text, ...targets) => {
    expect(figuresOf(text, false)).toEqual(targets);
  });
});

describe('the time of a figure', () => {
  const timesOf = (text: string): unknown[] =>
    targetsOf(text, true).map(({ by, per, scope, baseline }) => [by, per, scope, baseline]);

  it.each([
    ['到2026年,注册农户达到8万户。', [['2026', null, 'cumulative', null]]],
    [
      '到2026年和2030年,湿地保护率分别不低于52%和60%。',
      [
        ['2026', null, null, null],
        ['2030', null, null, null],
      ],
    ],
    ['每年培训村干部500人次以上。', [[null, 'year', 'year', null]]],
    [
      '2024年改造管网80公里,2025年改造管网95公里。',
      [
        ['2024', null, 'year', null],
        ['2025', null, 'year', null],
      ],
    ],
    ['创建期间,新建文化广场30个。', [[null, null, 'period', null]]],
    ['粮食产量较2021年增长5%以上。', [[null, null, null, '2021年']]],
    ['游客数量年均增长8%。', [[null, 'year', 'period', null]]],
    ['2026年6月底前,完成危房改造120户。', [['2026-06', null, 'period', null]]],
    ['三年新增步道120公里。', [[null, null, 'period', null]]],
    ['汛前储备木桩2万根。', [[null, null, 'year', null]]],
    ['到“十四五”末,水域面积占比达到6%。', [['2025', null, null, null]]],
    ['网上办理率由60%提高到90%。', [[null, null, null, '60%']]],
  ])('is read from: %s', (text, times) => {
    expect(timesOf(text)).toEqual(times);
  });
});

describe('a figure that can not be', () => {
  it.each(['合格率达到1080%。', '入住率达到95%—90%。', '覆盖率达到20230%以上。'])('becomes a question: %s', (text) => {
    const source = { text, folded: foldWidth(text), year: null, issuedYear: null };
    const reading = { horizon: NO_HORIZON, goals: true, general: false, strict: false };
    const [target] = targetsInText(source, { start: 0, end: text.length }, reading).targets;
    expect(target?.value.value).toBeNull();
    expect(target?.doubts?.map(({ code }) => code)).toEqual(['impossible-number']);
  });
});
