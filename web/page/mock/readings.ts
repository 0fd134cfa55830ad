import { changedPlaces } from '../../../domain/document/changed-places.ts';
import { anchorsInReview } from '../../../domain/document/anchors-in-review.ts';
import { markAct, markAnswer, undoAct, undoAnswer, undoEdit } from '../../../domain/document/mark.ts';
import type { Author, Marked, NewAnswer } from '../../../domain/document/mark.ts';
import { valueAt } from '../../../domain/document/pointer.ts';
import { reviewActs } from '../../../domain/document/review-acts.ts';
import { askedReading, reviewOf } from '../../../domain/document/review.ts';
import type { ReviewMarks } from '../../../domain/document/review-types.ts';
import type { ReadingChange, ReadingList, ReadingView } from '../../api.ts';
import { READING, READING_TEXT } from './fixture-reading.ts';
import { Refused } from './refused.ts';
import type { MockState } from './state.ts';

export interface MockReading {
  status: ReadingView['status'];
  fileName: string;
  marks: ReviewMarks;
}

const at = ({ now }: MockState): string => new Date(now).toISOString();
const done = (summary: string) => ({ ok: true as const, summary });
const author = (state: MockState): Author => ({ by: { id: 'coordinator', name: '协调员' }, at: at(state) });

export const freshReading = (): MockReading => ({
  status: 'review',
  fileName: '示政办发〔2026〕31号.docx',
  marks: { edits: [], answers: [] },
});

export function readingView(state: MockState, id: string): ReadingView {
  const { status, fileName, marks } = state.reading;
  if (id !== 'reading-1') throw new Refused(404, 'READING_UNKNOWN', `没有编号为“${id}”的读入稿。`);
  const review = reviewOf(READING, marks);
  const { draft } = askedReading(READING);
  const editable = status === 'review';
  return {
    id,
    title: review.facts.title,
    fileName,
    format: 'docx',
    status,
    planId: status === 'imported' ? 'read' : null,
    tasks: review.facts.tasks.length,
    asked: review.questions.filter((one) => one.state === 'open').length,
    blocking: review.open.length + review.problems.length,
    readBy: '协调员',
    readAt: at(state),
    text: READING_TEXT,
    plan: review.plan,
    removed: review.removed,
    order: review.order,
    anchors: anchorsInReview(READING.anchors, marks),
    notes: READING.notes,
    edits: changedPlaces(review).map((one) => ({ ...one, read: valueAt(draft, one.path) ?? null })),
    acts: reviewActs(marks),
    questions: review.questions.map(({ answer, ...question }) => ({
      ...question,
      answer: answer && { kind: answer.kind, value: answer.value, by: answer.by.name, at: answer.at },
    })),
    problems: review.problems,
    open: review.open,
    hash: JSON.stringify(review.facts),
    can: { edit: editable, import: editable },
  };
}

export function readingList(state: MockState): ReadingList {
  return { readings: state.reading.status === 'discarded' ? [] : [readingView(state, 'reading-1')] };
}

export function readMock(state: MockState, text: string, fileName: string) {
  if (!text.includes('方案'))
    throw new Refused(422, 'NOT_A_PLAN', '文中没有读到可以落实的任务,请确认文件是否为工作方案、工作计划或任务分解表。');
  state.reading = { ...freshReading(), fileName };
  return { ...done('已读入《示例市政务服务提升行动方案》:任务6项、单位7个。'), readingId: 'reading-1' };
}

interface Body {
  changes?: ReadingChange[];
  answers?: NewAnswer[];
  withdraw?: string[];
  hash?: string;
}

export function actOnReading(state: MockState, [, id = '', act]: string[], body: Body) {
  const view = readingView(state, id);
  const mark = (marked: Marked): void => {
    if (!marked.ok) throw new Refused(400, 'INPUT_INVALID', marked.problem);
    state.reading = { ...state.reading, marks: marked.marks };
  };
  const marking = () => ({ ...askedReading(READING), marks: state.reading.marks });
  const made = (body.changes ?? []).flatMap((change) => {
    if ('undo' in change) mark(undoEdit(marking(), change.undo, author(state)));
    else if ('undoAct' in change) mark(undoAct(marking(), change.undoAct, author(state)));
    else return [change];
    return [];
  });
  if (made.length > 0) mark(markAct(marking(), made, author(state)));
  for (const questionId of body.withdraw ?? []) mark(undoAnswer(marking(), questionId, author(state)));
  for (const answer of body.answers ?? []) mark(markAnswer(marking(), answer, author(state)));
  if (act === 'edit' || act === 'answer') return done('已保存。');
  if (act === 'discard') {
    state.reading = { ...state.reading, status: 'discarded' };
    return done('已放弃读入稿。');
  }
  if (view.blocking > 0) throw new Refused(409, 'READING_OPEN', `尚有${view.blocking}处须先办理。`);
  if (body.hash !== view.hash) throw new Refused(409, 'READING_CHANGED', '读入稿在你查看之后有变动。请核对后再导入。');
  state.reading = { ...state.reading, status: 'imported' };
  state.plans = [...state.plans, planOf(view)];
  return { ...done(`已导入《${view.title}》:任务${view.tasks}项。`), planId: 'read' };
}

const planOf = ({ title, tasks, plan }: ReadingView): MockState['plans'][number] => ({
  id: 'read',
  title,
  place: plan.place,
  docNumber: plan.docNumber,
  demo: false,
  status: 'ready',
  tasks,
  units: plan.units.length,
  unitsBound: 0,
  phases: [],
});
