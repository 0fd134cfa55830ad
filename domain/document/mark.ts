import type { Instant, PlanFacts } from '../plan/types.ts';
import {
  applyChange,
  applyMarks,
  inForce,
  isEntry,
  placeOf,
  withoutRemoved,
  type Change,
  type Working,
} from './apply-marks.ts';
import { entryBefore, movedBy, orderOf } from './entry-order.ts';
import { expandChange } from './expand-change.ts';
import { brokenBy } from './fits.ts';
import { valueAt } from './pointer.ts';
import type { AnswerKind, ReviewEdit, ReviewMarks } from './review-types.ts';
import type { Question } from './types.ts';
import { withDefaults } from './with-defaults.ts';

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
function tried(
  working: Working,
  change: Change,
): { ok: true; after: Working } | { ok: false; problem: string; after?: never } {
  const after = applyChange(working, change);
  if (after === undefined) return { ok: false, problem: '方案中没有这一处,请刷新后再改。' };
  // How many entries a list may hold is said of those that are kept.
  const kept = (one: Working) => ({ ...one.plan, phases: withoutRemoved(one).phases });
  const [broken] = brokenBy(kept(working), kept(after));
  if (broken === undefined) return { ok: true, after };
  const what = broken.path === 'phases' ? '阶段' : '';
  return { ok: false, problem: `${what}${broken.message}。请改正后再保存。` };
}

/** A person changes one place; `now` as the reader had it takes the changes back. */
export const markEdit = (marking: Marking, change: Change, author: Author): Marked =>
  markAct(marking, [change], author);

/** A person changes several places in one act, which is taken back whole: all of it or nothing. */
export function markAct({ draft, questions, marks }: Marking, changes: readonly Change[], author: Author): Marked {
  const act = nextN(marks);
  let marked = marks;
  let working = applyMarks(draft, marked, questions);
  for (const change of changes) {
    if (change.path === '') return refuse('请指明要改的是哪一处。');
    const expanded = expandChange(working, { ...change, now: tidy(change.now) ?? null });
    if (!expanded.ok) return expanded;
    const { kind } = expanded;
    for (const one of expanded.changes) {
      const judged = tried(working, one);
      if (!judged.ok) return judged;
      const was = standingAt(working, one.path);
      const removes = one.now === null && isEntry(one.path);
      if (!working.removed.has(one.path) && !removes && same(was, one.now)) continue;
      const edit = { ...one, n: nextN(marked), was, act, ...(kind === undefined ? {} : { kind }), ...author };
      marked = { ...marked, edits: [...marked.edits, edit] };
      // The list of units follows from the tasks.
      working = one.path.startsWith('/units/')
        ? applyMarks(draft, marked, questions)
        : { ...judged.after, plan: withDefaults(judged.after.plan) };
    }
  }
  return { ok: true, marks: marked };
}

function standingAt({ plan, order }: Working, path: string): unknown {
  const move = movedBy(path);
  if (move !== null) return entryBefore(orderOf(order, move.list, plan[move.list].length), move.at);
  return valueAt(plan, placeOf(plan, path) ?? path) ?? null;
}

const takenBack = (marks: ReviewMarks, author: Author, is: (edit: ReviewEdit) => boolean): ReviewMarks => ({
  ...marks,
  edits: marks.edits.map((edit) => (is(edit) && edit.undone === undefined ? { ...edit, undone: author } : edit)),
});

/** Takes back every change of one place; an entry that a person added is left out again. */
export function undoEdit({ marks }: Marking, path: string, author: Author): Marked {
  if (!inForce(marks.edits).some((edit) => edit.path === path)) return refuse('这一处没有改动过。');
  return { ok: true, marks: takenBack(marks, author, (edit) => edit.path === path) };
}

/** Takes back what was changed in one act; what was changed besides, before or after it, stands. */
export function undoAct({ marks }: Marking, act: number, author: Author): Marked {
  if (!inForce(marks.edits).some((edit) => edit.act === act)) return refuse('这处改动已经撤回。');
  return { ok: true, marks: takenBack(marks, author, (edit) => edit.act === act) };
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
