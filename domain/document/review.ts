import { parsePlanFacts } from '../plan/schema.ts';
import type { PlanFacts } from '../plan/types.ts';
import {
  answersInForce,
  applyMarks,
  editsInForce,
  placeInReview,
  withoutRemoved,
  type Working,
} from './apply-marks.ts';
import { completeDraft } from './complete-draft.ts';
import { orderOf } from './entry-order.ts';
import { importQuestions } from './import-questions.ts';
import { isWithin, pointerKeys, pointerOf, pointerOfPath } from './pointer.ts';
import type { Review, ReviewAnswer, ReviewedQuestion, ReviewMarks, ReviewProblem } from './review-types.ts';
import type { Question, Reading } from './types.ts';

export type PlanReading = Extract<Reading, { kind: 'plan' }>;

/** The reading with what an import needs besides: the draft that edits count from, and every question. */
export function askedReading({ plan, anchors, questions }: PlanReading): { draft: PlanFacts; questions: Question[] } {
  const draft = completeDraft(plan);
  const asked = [...questions, ...importQuestions(draft, anchors, questions)];
  return { draft, questions: asked.map((one) => ({ ...one, path: namedPath(draft, one.path) })) };
}

/** `/units/3/short` as `/units/市科技局/short`: edits may change a unit's number. */
export function namedPath({ units }: PlanFacts, path: string): string {
  const [list, key = '', ...rest] = pointerKeys(path) ?? [];
  const unit = list === 'units' && /^\d+$/.test(key) ? units[Number(key)] : undefined;
  return unit === undefined ? path : pointerOf('units', unit.name, ...rest);
}

/** Where a review stands: the plan as edited, what is still asked, and what an import would take. Pure. */
export function reviewOf(reading: PlanReading, marks: ReviewMarks): Review {
  const { draft, questions } = askedReading(reading);
  const working = applyMarks(draft, marks, questions);
  const facts = withoutRemoved(working);
  const reviewed = judge(questions, marks, working);
  return {
    plan: working.plan,
    removed: [...working.removed],
    order: {
      tasks: orderOf(working.order, 'tasks', working.plan.tasks.length),
      phases: orderOf(working.order, 'phases', working.plan.phases.length),
    },
    edits: editsInForce(marks),
    questions: reviewed,
    problems: problemsIn(facts, working),
    facts,
    open: reviewed.filter(({ matters, state }) => matters && state === 'open').map(({ id }) => id),
  };
}

function judge(questions: readonly Question[], marks: ReviewMarks, { removed }: Working): ReviewedQuestion[] {
  const answers = answersInForce(marks);
  const edits = editsInForce(marks);
  return questions.map((question) => {
    const { id, path } = question;
    const answer = answers.get(id) ?? null;
    // An edit of the place, or of what it stands in, says what a person thinks of it.
    const edited = path !== '' && edits.some((edit) => isWithin(path, edit.path));
    const gone = [...removed].some((place) => isWithin(path, place));
    const state = answer !== null && !isNo(answer) ? 'answered' : gone ? 'moot' : edited ? 'answered' : 'open';
    return { ...question, state, answer };
  });
}

/** Is this a plan at all? Who says no to that doesn't import it. */
const isNo = ({ value, kind }: ReviewAnswer): boolean => kind !== 'keep' && (value === false || value === '否');

function problemsIn(facts: PlanFacts, working: Working): ReviewProblem[] {
  const parsed = parsePlanFacts(facts);
  return parsed.ok
    ? []
    : parsed.problems.map(({ path, message, en }) => ({
        path: namedPath(facts, placeInReview(pointerOfPath(path), working)),
        message,
        en,
      }));
}
