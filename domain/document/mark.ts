import type { Instant, PlanFacts } from '../plan/types.ts';
import { applyChange, applyMarks, inForce, isEntry, placeOf, type Change, type Working } from './apply-marks.ts';
import { brokenBy } from './fits.ts';
import { valueAt } from './pointer.ts';
import type { AnswerKind, ReviewMarks } from './review-types.ts';
import type { Question } from './types.ts';

export interface Marking {
  draft: PlanFacts;
  questions: readonly Question[];
  marks: ReviewMarks;
}

export interface Author {
  by: { id: string; name: string };
  at: Instant;
}

/** The marks with one more, or one sentence in Chinese why not. */
export type Marked = { ok: true; marks: ReviewMarks } | { ok: false; problem: string };

export type NewAnswer =
  | { questionId: string; kind: 'accept' | 'keep' }
  | { questionId: string; kind: 'value'; value: unknown };

const refuse = (problem: string): Marked => ({ ok: false, problem });

const nextN = ({ edits, answers }: ReviewMarks): number =>
  Math.max(0, ...edits.map(({ n }) => n), ...answers.map(({ n }) => n)) + 1;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Ends of lines and spaces around are nobody's wish. */
function tidy(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n').trim();
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, tidy(inner)]));
}

/** The plan with the change, or why it can't stand there. */
function tried(working: Working, change: Change): { ok: true } | { ok: false; problem: string } {
  const after = applyChange(working, change);
  if (after === undefined) return { ok: false, problem: '方案中没有这一处,请刷新后再改。' };
  const [broken] = brokenBy(working.plan, after.plan);
  return broken === undefined ? { ok: true } : { ok: false, problem: `${broken.message}。请改正后再保存。` };
}

/** A person changes one place; `now` as the reader had it takes the changes back. */
export function markEdit({ draft, questions, marks }: Marking, { path, now }: Change, author: Author): Marked {
  const value = tidy(now) ?? null;
  if (path === '') return refuse('请指明要改的是哪一处。');
  const working = applyMarks(draft, marks, questions);
  const change: Change = { path, now: value };
  const judged = tried(working, change);
  if (!judged.ok) return judged;
  const standing = valueAt(working.plan, placeOf(working.plan, path) ?? path) ?? null;
  if (!working.removed.has(path) && !(value === null && isEntry(path)) && same(standing, value))
    return { ok: true, marks };
  return {
    ok: true,
    marks: { ...marks, edits: [...marks.edits, { n: nextN(marks), path, was: standing, now: value, ...author }] },
  };
}

/** Takes back every change of one place; an entry that a person added is left out instead. */
export function undoEdit({ draft, questions, marks }: Marking, path: string, author: Author): Marked {
  const mine = inForce(marks.edits).filter((edit) => edit.path === path);
  if (mine.length === 0) return refuse('这一处没有改动过。');
  if (isEntry(path) && valueAt(draft, path) === undefined)
    return markEdit({ draft, questions, marks }, { path, now: null }, author);
  const edits = marks.edits.map((edit) =>
    edit.path === path && edit.undone === undefined ? { ...edit, undone: author } : edit,
  );
  return { ok: true, marks: { ...marks, edits } };
}

/** A person answers a question: as proposed, as it stands, or otherwise. A later answer replaces an earlier one. */
export function markAnswer(marking: Marking, given: NewAnswer, author: Author): Marked {
  const { draft, questions, marks } = marking;
  const question = questions.find(({ id }) => id === given.questionId);
  if (!question) return refuse(`没有编号为“${given.questionId}”的问题。`);
  const { id, path, proposal } = question;
  if (given.kind === 'accept' && (proposal === null || proposal === undefined))
    return refuse(`“${question.text}”没有建议答复,请填写答复,或按原文不改。`);
  const value = given.kind === 'value' ? (tidy(given.value) ?? null) : given.kind === 'accept' ? proposal : null;
  const without = { ...marks, answers: withdrawn(marks, id, author) };
  const working = applyMarks(draft, without, questions);
  const judged: ReturnType<typeof tried> =
    given.kind === 'keep' || path === '' ? { ok: false, problem: '' } : tried(working, { path, now: value });
  // What a person wrote must stand; a proposal that is only a word for it (a clause that binds all tasks) settles it.
  if (given.kind === 'value' && path !== '' && !judged.ok) return judged;
  const answer = {
    n: nextN(marks),
    questionId: id,
    kind: given.kind satisfies AnswerKind,
    value,
    sets: judged.ok,
    ...author,
  };
  return { ok: true, marks: { ...marks, answers: [...without.answers, answer] } };
}

export function undoAnswer({ marks }: Marking, questionId: string, author: Author): Marked {
  if (!inForce(marks.answers).some((answer) => answer.questionId === questionId)) return refuse('这个问题还没有答复。');
  return { ok: true, marks: { ...marks, answers: withdrawn(marks, questionId, author) } };
}

const withdrawn = ({ answers }: ReviewMarks, questionId: string, author: Author): ReviewMarks['answers'] =>
  answers.map((answer) =>
    answer.questionId === questionId && answer.undone === undefined ? { ...answer, undone: author } : answer,
  );
