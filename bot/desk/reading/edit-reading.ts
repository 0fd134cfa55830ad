import { markEdit, undoEdit } from '../../../domain/document/mark.ts';
import { RefusedError } from '../../../domain/refusals.ts';
import type { ReadingChange } from '../../../web/api.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../deps.ts';
import { changeReading } from './change-reading.ts';

/** A person's changes to what was read, kept as changes; `undo` takes a place's changes back. Throws RefusedError INPUT_INVALID besides. */
export async function editReading(
  deps: DeskDeps,
  actor: DeskActor,
  { readingId, changes }: { readingId: string; changes: ReadingChange[] },
): Promise<DeskResult> {
  await changeReading(deps, actor, readingId, (marking, author) => {
    let { marks } = marking;
    for (const change of changes) {
      const at = { ...marking, marks };
      const marked = 'undo' in change ? undoEdit(at, change.undo, author) : markEdit(at, change, author);
      if (!marked.ok) throw new RefusedError('INPUT_INVALID', { what: marked.problem });
      ({ marks } = marked);
    }
    return { marks, kind: 'readingEdited', body: { changes } };
  });
  return { summary: `已保存${changes.length}处改动。` };
}
