import { describe, expect, it } from 'vitest';
import { gapQuestions } from '../../../domain/document/gap-questions.ts';
import { READING } from '../../../web/page/mock/fixture-reading.ts';

const { plan, questions } = READING;
const unasked = (facts = plan, asked: typeof questions = []) => gapQuestions(facts, {}, asked);

describe('what a plan didn’t print and needs', () => {
  it('is asked where the reader didn’t: the lead among tasks that have one, the end that the phases have', () => {
    expect(unasked().map(({ code, path, matters }) => ({ code, path, matters }))).toEqual([
      { code: 'no-lead-unit', path: '/tasks/2/leadUnits', matters: true },
      { code: 'no-lead-unit', path: '/tasks/3/leadUnits', matters: true },
      { code: 'no-unit', path: '/tasks/5/leadUnits', matters: false },
      { code: 'period-without-end', path: '/period/end', matters: false },
    ]);
    expect(unasked()[0]?.proposal).toEqual(['市人社局']);
    expect(unasked()[3]?.proposal).toBe('2027-12');
  });

  it('is asked by one of the two alone', () => {
    expect(unasked(plan, questions)).toEqual([]);
  });

  it('is not a lead unit where no task has one, and one question where no task has any unit', () => {
    const without = (more: object) => ({ ...plan, tasks: plan.tasks.map((task) => ({ ...task, ...more })) });
    const codes = (facts: typeof plan) => unasked(facts).map(({ code }) => code);
    expect(codes(without({ leadUnits: [], responsibleUnits: ['市人社局'] }))).toEqual(['period-without-end']);
    expect(codes(without({ leadUnits: [], responsibleUnits: [] }))).toEqual(['no-unit', 'period-without-end']);
  });

  it('is three phases where none is printed, dated when the plan is dated', () => {
    const [asked] = unasked({ ...plan, phases: [] }).filter(({ code }) => code === 'no-phases');
    expect(asked).toMatchObject({
      path: '/phases',
      matters: false,
      proposal: [
        { kind: 'deployment', start: null, proposed: true },
        { kind: 'implementation', start: null },
        { kind: 'inspection', end: null },
      ],
    });
  });
});
