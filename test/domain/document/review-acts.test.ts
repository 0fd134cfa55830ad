import { describe, expect, it } from 'vitest';
import { anchorsInReview } from '../../../domain/document/anchors-in-review.ts';
import type { Change } from '../../../domain/document/apply-marks.ts';
import { markAct, markAnswer, undoAct, undoEdit, type Marked, type Marking } from '../../../domain/document/mark.ts';
import { reviewActs } from '../../../domain/document/review-acts.ts';
import { askedReading, reviewOf } from '../../../domain/document/review.ts';
import type { ReviewMarks } from '../../../domain/document/review-types.ts';
import { READING } from '../../../web/page/mock/fixture-reading.ts';

const author = { by: { id: 'p1', name: '协调员' }, at: '2026-11-23T02:00:00.000Z' };
type Step = (at: Marking) => Marked;

const act =
  (...changes: Change[]): Step =>
  (at) =>
    markAct(at, changes, author);
const set = (path: string, now: unknown): Step => act({ path, now });
const undoing =
  (number: number): Step =>
  (at) =>
    undoAct(at, number, author);

function after(...steps: Step[]) {
  const marks = steps.reduce<ReviewMarks>(
    (sofar, step) => {
      const marked = step({ ...askedReading(READING), marks: sofar });
      if (!marked.ok) throw new Error(marked.problem);
      return marked.marks;
    },
    { edits: [], answers: [] },
  );
  const review = reviewOf(READING, marks);
  return { marks, review, numbers: review.facts.tasks.map(({ no }) => no), tasks: review.facts.tasks };
}
const problemOf = (step: Step): string => {
  const marked = step({ ...askedReading(READING), marks: { edits: [], answers: [] } });
  return marked.ok ? '' : marked.problem;
};

describe('a task moved', () => {
  it('stands behind another or first, keeps its number as read, and goes back', () => {
    expect(after(set('/tasks/4/after', 0)).numbers).toEqual(['(一)', '(五)', '(二)', '(三)', '(四)', '(六)']);
    expect(after(set('/tasks/4/after', null)).numbers[0]).toBe('(五)');
    const { numbers, review } = after(set('/tasks/4/after', 0), set('/tasks/5/after', 4), (at) =>
      undoEdit(at, '/tasks/4/after', author),
    );
    expect(numbers).toEqual(['(一)', '(二)', '(三)', '(四)', '(五)', '(六)']);
    expect(review.edits.map(({ path }) => path)).toEqual(['/tasks/5/after']);
  });

  it('names a problem at the place where it was read', () => {
    const { review } = after(set('/tasks/5/after', null), set('/tasks/0', null), set('/phases/2/end', '2027-05'));
    expect(review.problems.map(({ path }) => path)).toContain('/phases/2/end');
  });

  it('is refused behind a task that is not there', () => {
    expect(problemOf(set('/tasks/4/after', 99))).toMatch(/没有这一处/);
    expect(problemOf(set('/tasks/4/after', 4))).toMatch(/没有这一处/);
  });
});

describe('a task split', () => {
  const split = set('/tasks/1/split', ['推行前台综合受理', '推行后台分类审批']);

  it('becomes several in its place, each with its units, the first with its number', () => {
    const { tasks, marks } = after(split);
    expect(tasks.slice(1, 3)).toMatchObject([
      { no: '(二)', title: '推行前台综合受理', leadUnits: ['市政务局'] },
      { no: null, title: '推行后台分类审批', leadUnits: ['市政务局'], section: '优化服务流程' },
    ]);
    expect(anchorsInReview(READING.anchors, marks)['/tasks/6']).toEqual(READING.anchors['/tasks/1/title']);
  });

  it('is one again when the act is taken back, and what was added after it keeps its number', () => {
    const { tasks, review } = after(split, set('/tasks/-', '开展回头看'), undoing(1));
    expect(tasks.map(({ title }) => title)).toEqual([...READING.plan.tasks.map(({ title }) => title), '开展回头看']);
    expect(review.removed).toEqual(['/tasks/6']);
  });

  it('needs two titles', () => {
    expect(problemOf(set('/tasks/1/split', ['推行一窗受理', ' ']))).toMatch(/至少两项/);
  });
});

describe('tasks merged', () => {
  it('are one with the units of both, each once; what was asked of the other is moot', () => {
    const { tasks, review } = after(set('/tasks/2/into', 1));
    expect(tasks).toHaveLength(5);
    expect(tasks[1]).toMatchObject({
      title: '推行一窗受理;压减办理时限',
      leadUnits: ['市政务局'],
      responsibleUnits: ['市人社局', '市公安局', '市市场监管局'],
      due: '2027-09',
    });
    expect(review.questions.find(({ path }) => path === '/tasks/2/leadUnits')?.state).toBe('moot');
    expect(after(set('/tasks/2/into', 1), undoing(1)).tasks).toEqual(reviewOf(READING, after().marks).facts.tasks);
  });

  it('need another task that is there', () => {
    expect(problemOf(set('/tasks/2/into', 2))).toMatch(/并入哪一项/);
    expect(problemOf(set('/tasks/2/into', null))).toMatch(/并入哪一项/);
  });
});

describe('an entry added', () => {
  it('stands where it was selected, behind the task before it, in its section', () => {
    const anchor = { start: 12, end: 20 };
    const { tasks, marks, review } = after(
      act(
        { path: '/tasks/-', now: { title: '开展回头看', section: '优化服务流程' }, anchor },
        { path: '/tasks/-/after', now: 2 },
      ),
    );
    expect(tasks[3]).toMatchObject({ title: '开展回头看', section: '优化服务流程', leadUnits: [] });
    expect(anchorsInReview(READING.anchors, marks)['/tasks/6']).toEqual(anchor);
    expect(reviewActs(marks)).toMatchObject([
      { act: 1, by: '协调员', changes: [{ path: '/tasks/6' }, { path: '/tasks/6/after' }] },
    ]);
    expect(review.order.tasks).toEqual([0, 1, 2, 6, 3, 4, 5]);
  });

  it('may be a phase in the place of one that was left out', () => {
    const { review } = after(
      set('/phases/0', null),
      act({ path: '/phases/-', now: { name: '宣传发动', kind: 'deployment' } }, { path: '/phases/-/after', now: null }),
      set('/phases/3/start', '2026-12'),
    );
    expect(review.facts.phases.map(({ name }) => name)).toEqual(['宣传发动', '组织实施阶段', '总结评估阶段']);
    expect(review.facts.phases[0]?.start).toBe('2026-12');
    expect(problemOf(set('/phases/-', { name: '回头看', kind: 'inspection' }))).not.toBe('');
  });
});

it('an act is done whole or not at all', () => {
  expect(problemOf(act({ path: '/tasks/0/title', now: '甲' }, { path: '/tasks/0/due', now: '年底' }))).toMatch(/日期/);
});

it('a unit that is taken for the lead stands once, as lead, and stands as printed when the answer is taken back', () => {
  const questionId = 'no-lead-unit:/tasks/2/leadUnits';
  const accept: Step = (at) => markAnswer(at, { questionId, kind: 'accept' }, author);
  const { tasks } = after(accept);
  expect(tasks[2]).toMatchObject({ leadUnits: ['市人社局'], responsibleUnits: ['市公安局'] });
  expect(after(accept, set('/tasks/2/leadUnits', [])).tasks[2]?.responsibleUnits).toEqual(['市人社局', '市公安局']);
});
