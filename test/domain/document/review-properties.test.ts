import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markAnswer, markEdit, undoEdit } from '../../../domain/document/mark.ts';
import { askedReading, reviewOf } from '../../../domain/document/review.ts';
import type { ReviewMarks } from '../../../domain/document/review-types.ts';
import { planShape } from '../../../domain/plan/plan-shape.ts';
import { READING } from '../../../web/page/mock/fixture-reading.ts';

const { draft, questions } = askedReading(READING);
const author = { by: { id: 'p', name: '某' }, at: '2026-11-23T02:00:00.000Z' };

const path = fc.oneof(
  fc.constantFrom(
    '/title',
    '/tasks/0',
    '/tasks/5',
    '/tasks/6',
    '/tasks/-',
    '/tasks/-/after',
    '/tasks/3/after',
    '/tasks/3/into',
    '/tasks/1/split',
    '/phases/-',
    '/tasks/2/leadUnits',
    '/tasks/0/responsibleUnits/1',
    '/phases',
    '/phases/1',
    '/phases/1/kind',
    '/targets/0/value',
    '/period/end',
    '/office/host',
    '/units/各县/members',
    '/units/市工商局/short',
    '/contacts',
    '/units/市工商局',
    '/units/市财政局',
    '',
  ),
  fc.string({ maxLength: 20 }).map((text) => `/${text}`),
);
const value = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(null, 0, 6, '市政务局', ['市政务局', '市气象局'], '2027-05', 'inspection', 40, { title: '甲' }),
);
const questionId = fc.constantFrom(...questions.map(({ id }) => id), 'nothing');
const step = fc.oneof(
  fc.record({ do: fc.constant('edit' as const), path, now: value }),
  fc.record({ do: fc.constant('undo' as const), path }),
  fc.record({
    do: fc.constant('answer' as const),
    questionId,
    kind: fc.constantFrom('accept', 'keep', 'value'),
    value,
  }),
);

it('whatever persons change and answer, a review stands, and its plan keeps the shape of an import', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let marks: ReviewMarks = { edits: [], answers: [] };
      for (const one of steps) {
        const at = { draft, questions, marks };
        const marked =
          one.do === 'edit'
            ? markEdit(at, { path: one.path, now: one.now }, author)
            : one.do === 'undo'
              ? undoEdit(at, one.path, author)
              : markAnswer(at, one as never, author);
        if (marked.ok) ({ marks } = marked);
        else expect(marked.problem).not.toBe('');
      }
      const review = reviewOf(READING, marks);
      // Each entry was tried in its place; what a whole plan needs besides (one task at least) is named as a problem.
      if (review.problems.length === 0) expect(planShape.safeParse(review.facts).success).toBe(true);
      const numbers = [...marks.edits, ...marks.answers].map(({ n }) => n);
      expect(new Set(numbers).size).toBe(numbers.length);
      expect(review.open.every((id) => questions.some((one) => one.id === id && one.matters))).toBe(true);
      expect(reviewOf(READING, marks)).toEqual(review);
    }),
    { numRuns: 300 },
  );
});
