import { markAct, undoAct, undoEdit, type Marked } from '../../../domain/document/mark.ts';
import { RefusedError } from '../../../domain/refusals.ts';
import type { ReadingChange } from '../../../web/api.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../deps.ts';
import { changeReading } from './change-reading.ts';

/**
 * A person's changes to what was read, kept as one act; `undo` takes a place's changes back, `undoAct` those of one
 * act. Throws RefusedError INPUT_INVALID besides.
 */
export async function editReading(
  deps: DeskDeps,
  actor: DeskActor,
  { readingId, changes }: { readingId: string; changes: ReadingChange[] },
): Promise<DeskResult> {
  await changeReading(deps, actor, readingId, (marking, author) => {
    let { marks } = marking;
    const mark = (marked: Marked): void => {
      if (!marked.ok) throw new RefusedError('INPUT_INVALID', { what: marked.problem });
      ({ marks } = marked);
    };
    const made = changes.flatMap((change) => {
      if ('undo' in change) mark(undoEdit({ ...marking, marks }, change.undo, author));
      else if ('undoAct' in change) mark(undoAct({ ...marking, marks }, change.undoAct, author));
      else return [change];
      return [];
    });
    if (made.length > 0) mark(markAct({ ...marking, marks }, made, author));
    return { marks, kind: 'readingEdited', body: { changes } };
  });
  return { summary: `已保存${changes.length}处改动。` };
}
