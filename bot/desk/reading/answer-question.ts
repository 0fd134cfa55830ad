import { markAnswer, undoAnswer, type NewAnswer } from '../../../domain/document/mark.ts';
import { RefusedError } from '../../../domain/refusals.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../deps.ts';
import { changeReading } from './change-reading.ts';

/** Answers to the reader's questions, and answers taken back. Throws RefusedError INPUT_INVALID besides. */
export async function answerQuestion(
  deps: DeskDeps,
  actor: DeskActor,
  { readingId, answers = [], withdraw = [] }: { readingId: string; answers?: NewAnswer[]; withdraw?: string[] },
): Promise<DeskResult> {
  await changeReading(deps, actor, readingId, (marking, author) => {
    let { marks } = marking;
    const mark = (marked: ReturnType<typeof markAnswer>): void => {
      if (!marked.ok) throw new RefusedError('INPUT_INVALID', { what: marked.problem });
      ({ marks } = marked);
    };
    for (const questionId of withdraw) mark(undoAnswer({ ...marking, marks }, questionId, author));
    for (const answer of answers) mark(markAnswer({ ...marking, marks }, answer, author));
    return { marks, kind: 'readingAnswered', body: { answers, withdrawn: withdraw } };
  });
  return { summary: answers.length > 0 ? `已登记${answers.length}个答复。` : `已撤回${withdraw.length}个答复。` };
}
