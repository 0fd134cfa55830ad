import { describe, expect, it } from 'vitest';
import {
  markAnswer,
  markEdit,
  undoAnswer,
  undoEdit,
  type Marked,
  type Marking,
} from '../../../domain/document/mark.ts';
import { askedReading, reviewOf } from '../../../domain/document/review.ts';
import type { Review, ReviewMarks } from '../../../domain/document/review-types.ts';
import { READING, READING_TEXT } from '../../../web/page/mock/fixture-reading.ts';

const author = { by: { id: 'p1', name: '协调员' }, at: '2026-11-23T02:00:00.000Z' };
const NONE: ReviewMarks = { edits: [], answers: [] };

/** Makes marks one after another on the fixture; a refused one fails the test. */
function reviewed(...steps: ((marking: Marking) => Marked)[]): { marks: ReviewMarks; review: Review } {
  const marks = steps.reduce<ReviewMarks>((sofar, step) => {
    const marked = step({ ...askedReading(READING), marks: sofar });
    if (!marked.ok) throw new Error(marked.problem);
    return marked.marks;
  }, NONE);
  return { marks, review: reviewOf(READING, marks) };
}

const edit = (path: string, now: unknown) => (at: Marking) => markEdit(at, { path, now }, author);
const undo = (path: string) => (at: Marking) => undoEdit(at, path, author);
const accept = (questionId: string) => (at: Marking) => markAnswer(at, { questionId, kind: 'accept' }, author);
const keep = (questionId: string) => (at: Marking) => markAnswer(at, { questionId, kind: 'keep' }, author);
const say = (questionId: string, value: unknown) => (at: Marking) =>
  markAnswer(at, { questionId, kind: 'value', value }, author);
const problemOf = (step: (at: Marking) => Marked, marks = NONE): string => {
  const marked = step({ ...askedReading(READING), marks });
  return marked.ok ? '' : marked.problem;
};
const stateOf = ({ questions }: Review, id: string): string | undefined =>
  questions.find((one) => one.id === id)?.state;

describe('a reading nobody has touched', () => {
  const { review } = reviewed();

  it('is completed with what an import needs: units, their kinds, and the office', () => {
    expect(review.facts.units.map(({ name }) => name)).toContain('市政务局');
    expect(review.facts.units.find(({ name }) => name === '各县')?.kind).toBe('group');
    expect(review.facts.office).toEqual({ name: '领导小组办公室', host: null });
    expect(review.problems).toEqual([]);
  });

  it('asks where the office is and who belongs to a group, and holds back only for what matters', () => {
    expect(review.questions.map(({ code }) => code)).toEqual(expect.arrayContaining(['no-office', 'group-members']));
    expect(review.open).toEqual([
      'impossible-number:/targets/0',
      'no-lead-unit:/tasks/2/leadUnits',
      'unit-in-sentence:/tasks/3/leadUnits',
    ]);
  });

  it('has anchors that cut the printed words', () => {
    const { start, end } = READING.anchors['/tasks/0/title'] ?? { start: 0, end: 0 };
    expect(READING_TEXT.slice(start, end)).toBe('梳理服务事项');
  });
});

describe('an answer', () => {
  it('as proposed stands in the plan, and brings its unit', () => {
    const { review } = reviewed(accept('renamed-unit:/tasks/0/responsibleUnits/1'));
    expect(review.facts.tasks[0]?.responsibleUnits).toEqual(['市财政局', '市市场监管局', '各县']);
    expect(review.facts.units.map(({ name }) => name)).not.toContain('市工商局');
  });

  it('that keeps what stands settles the question and changes nothing', () => {
    const { review } = reviewed(keep('no-lead-unit:/tasks/2/leadUnits'));
    expect(review.facts.tasks[2]?.leadUnits).toEqual([]);
    expect(review.open).not.toContain('no-lead-unit:/tasks/2/leadUnits');
  });

  it('in other words replaces an earlier one, and can be taken back', () => {
    const id = 'no-lead-unit:/tasks/2/leadUnits';
    const { review, marks } = reviewed(accept(id), say(id, ['市公安局']));
    expect(review.facts.tasks[2]?.leadUnits).toEqual(['市公安局']);
    expect(marks.answers).toHaveLength(2);
    const back = reviewed(accept(id), say(id, ['市公安局']), (at) => undoAnswer(at, id, author));
    expect(back.review.facts.tasks[2]?.leadUnits).toEqual([]);
    expect(back.review.open).toContain(id);
  });

  it('of the wrong kind, to nothing that was asked, or without a proposal is refused in one sentence', () => {
    expect(problemOf(say('no-lead-unit:/tasks/2/leadUnits', 7))).toMatch(/应为列表/);
    expect(problemOf(accept('nothing'))).toMatch(/没有编号/);
    expect(problemOf(accept('impossible-number:/targets/0'))).toMatch(/没有建议答复/);
  });
});

describe('an edit', () => {
  it('is kept with what stood before, settles the question about its place, and is taken back whole', () => {
    const { review, marks } = reviewed(
      edit('/tasks/2/leadUnits', ['市公安局 ']),
      edit('/tasks/2/leadUnits', ['市财政局']),
    );
    expect(marks.edits.map(({ was, now }) => ({ was, now }))).toEqual([
      { was: [], now: ['市公安局'] },
      { was: ['市公安局'], now: ['市财政局'] },
    ]);
    expect(stateOf(review, 'no-lead-unit:/tasks/2/leadUnits')).toBe('answered');
    const back = reviewed(edit('/tasks/2/leadUnits', ['市公安局']), undo('/tasks/2/leadUnits'));
    expect(back.review.edits).toEqual([]);
    expect(back.marks.edits[0]?.undone).toEqual(author);
    expect(back.review.open).toContain('no-lead-unit:/tasks/2/leadUnits');
  });

  it('leaves an entry out without moving the numbers of the others, and what was asked of it is moot', () => {
    const { review } = reviewed(edit('/tasks/2', null), edit('/tasks/4/title', '加强队伍建设和培训'));
    expect(review.facts.tasks.map(({ no }) => no)).toEqual(['(一)', '(二)', '(四)', '(五)', '(六)']);
    expect(review.facts.tasks[3]?.title).toBe('加强队伍建设和培训');
    expect(review.plan.tasks).toHaveLength(6);
    expect(review.removed).toEqual(['/tasks/2']);
    expect(stateOf(review, 'no-lead-unit:/tasks/2/leadUnits')).toBe('moot');
  });

  it('adds an entry, which taking back leaves out', () => {
    const added = { title: '开展回头看', leadUnits: ['市政务局'], responsibleUnits: [], otherUnits: [] };
    const { review } = reviewed(edit('/tasks/6', added));
    expect(review.facts.tasks).toHaveLength(7);
    expect(reviewed(edit('/tasks/6', added), undo('/tasks/6')).review.facts.tasks).toHaveLength(6);
  });

  it('mends a unit by its name, whatever its number becomes', () => {
    const { review } = reviewed(
      edit('/units/各县/members', ['东城县', '西山县']),
      edit('/tasks/0/responsibleUnits', ['各县']),
    );
    expect(review.facts.units.find(({ name }) => name === '各县')?.members).toEqual(['东城县', '西山县']);
    expect(review.facts.units.map(({ name }) => name)).not.toContain('市财政局');
  });

  it('that breaks the shape of a plan is refused with the rule, wherever it points', () => {
    expect(problemOf(edit('/tasks/0/due', '2027年3月'))).toMatch(/真实的日期/);
    expect(problemOf(edit('/title', '  '))).toMatch(/不能为空/);
    expect(problemOf(edit('/tasks/99/title', '甲'))).toMatch(/没有这一处/);
    expect(problemOf(edit('/tasks/0/__proto__', {}))).toMatch(/没有这一处/);
    expect(problemOf(edit('/tasks/0/colour', '红'))).toMatch(/不认识的字段/);
    expect(problemOf(edit('/units/市气象局/short', '气象'))).toMatch(/没有这一处/);
  });

  it('that contradicts another place stands, and is named at its place before an import', () => {
    const { review } = reviewed(edit('/tasks/0', null), edit('/phases/2/end', '2027-05'));
    expect(review.problems.map(({ path }) => path)).toContain('/phases/2/end');
    expect(
      reviewed(edit('/tasks/1', null), edit('/tasks/5/no', '(五)'), edit('/tasks/5/title', '加强队伍建设')).review
        .problems,
    ).toMatchObject([{ path: '/tasks/5' }]);
  });
});

describe('a unit under a former name', () => {
  const renamed = (name: string, to: string) => ({
    ...READING,
    questions: [
      {
        ...READING.questions[2]!,
        id: `renamed/${name}`,
        path: `/units/${askedReading(READING).draft.units.findIndex((unit) => unit.name === name)}`,
        proposal: to,
      },
    ],
  });
  const answered = (reading: typeof READING) => {
    const id = reading.questions[0]!.id;
    const marked = accept(id)({ ...askedReading(reading), marks: NONE });
    return reviewOf(reading, marked.ok ? marked.marks : NONE);
  };

  it('takes its new name and keeps the printed one as an alias, so that the tasks still find it', () => {
    const { facts, problems, questions } = answered(renamed('市工商局', '市市场监督管理局'));
    expect(questions[0]?.state).toBe('answered');
    expect(facts.units.find(({ name }) => name === '市市场监督管理局')?.aliases).toEqual(['市工商局']);
    expect(facts.tasks[0]?.responsibleUnits).toContain('市工商局');
    expect(problems).toEqual([]);
  });

  it('is one with the unit that has that name already', () => {
    const { facts, problems } = answered(renamed('市工商局', '市市场监管局'));
    expect(facts.units.filter(({ name }) => name === '市市场监管局')).toMatchObject([{ aliases: ['市工商局'] }]);
    expect(facts.units.some(({ name }) => name === '市工商局')).toBe(false);
    expect(problems).toEqual([]);
  });
});

describe('a question whether this is a plan at all', () => {
  const asked = { ...READING.questions[0]!, id: 'report', path: '', proposal: false, matters: true };
  const reading = { ...READING, questions: [asked] };
  const openAfter = (step: (at: Marking) => Marked) => {
    const marked = step({ ...askedReading(reading), marks: NONE });
    return reviewOf(reading, marked.ok ? marked.marks : NONE).open.includes('report');
  };

  it('stays open when the answer is no, and is settled by a yes', () => {
    expect(openAfter(accept('report'))).toBe(true);
    expect(openAfter(say('report', '否'))).toBe(true);
    expect(openAfter(say('report', true))).toBe(false);
    expect(openAfter(keep('report'))).toBe(false);
  });
});

describe('a plan with more phases than run', () => {
  const plan = {
    ...READING.plan,
    phases: [
      ...READING.plan.phases.slice(0, 2),
      { ...READING.plan.phases[1]!, name: '全面推开阶段', start: '2027-10', end: '2027-10' },
      READING.plan.phases[2]!,
    ],
  };
  const reading = { ...READING, plan };

  it('asks whether phases of one kind are one, and takes the answer', () => {
    const before = reviewOf(reading, NONE);
    expect(before.open).toContain('phase-order:import:/phases');
    const marked = accept('phase-order:import:/phases')({ ...askedReading(reading), marks: NONE });
    const after = reviewOf(reading, marked.ok ? marked.marks : NONE);
    expect(after.facts.phases.map(({ name }) => name)).toEqual([
      '动员部署阶段',
      '组织实施阶段、全面推开阶段',
      '总结评估阶段',
    ]);
    expect(after.facts.phases[1]).toMatchObject({ start: '2027-01', end: '2027-10' });
    expect(after.problems).toEqual([]);
  });
});
